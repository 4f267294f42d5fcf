using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Wires;

/// <summary>
/// PR Newswire: a feed with leads, subject codes and the issuer, and a release page with the full text. The feed sends
/// labels and three-letter codes side by side, some with trailing spaces, some misspelt.
/// </summary>
internal sealed partial class PrNewswire : Wire
{
    public override string Key => "prnewswire";
    public override string Name => "PR Newswire";
    public override Uri Home { get; } = new("https://www.prnewswire.com/");
    protected override ImmutableArray<string> Sites => ["prnewswire"];
    protected override Regex ReleasePath => Path();

    protected override PageTemplate Page { get; } = new()
    {
        Body = ["section.release-body", "[itemprop=articleBody]", "article.news-release"],
        Subheadline = ["p.subtitle", "h2.subtitle"],
        Published = ["p.mb-no", "meta[name=date]", "time[datetime]"],
        Noise = [".PRN_ImbeddedAssetReference", "[id^=prni_dvprne]", ".share-release"],
    };

    public override int Recognize(OpenedDocument document) => base.Recognize(document) switch
    {
        0 when document.Signs.Publishers.Any(name => name.StartsWith("PR Newswire", StringComparison.OrdinalIgnoreCase)) => 2,
        0 when document.Kind == "xml" && document.Text.Contains("<prn:", StringComparison.Ordinal) => 2,
        0 when document.Kind == "html" && document.Page?.QuerySelector("article.news-release, section.release-body") is not null => 1,
        var sure => sure,
    };

    public override ParsedDocument Parse(OpenedDocument document)
    {
        var parsed = base.Parse(document);
        // An address it does not know is answered with the feed of everything, under an empty title.
        return parsed is { Feed.Title: null or "", Error: null, Format: "rss" }
            ? parsed with { Warnings = parsed.Warnings.Add("The feed has no title: PR Newswire answers so when the address is not one of its lists.") }
            : parsed;
    }

    protected override RawRelease Adapt(FoundRelease found) => found.Release with
    {
        Issuer = found.Text("dc:contributor"),
        Distributor = Name,
        Categories = [.. found.Texts("category")],
        Subjects =
        [
            .. found.Texts("dc:subject").Concat(found.Texts("prn:subject")).Select(label => new RawSubject(SubjectCatalog.PrNewswire, label)),
            .. found.Texts("prn:industry").Select(label => new RawSubject(SubjectCatalog.PrNewswireIndustry, label)),
        ],
        BodyHtml = found.Release.Complete ? found.Text("content:encoded") : null,
        Complete = found.Release.Complete && found.Text("content:encoded") is not null,
    };

    protected override RawRelease AdaptPage(RawRelease release, IHtmlDocument page) => release with { Distributor = Name, Issuer = ProvidedBy(page) };

    private static string? ProvidedBy(IParentNode page)
    {
        var label = page.QuerySelectorAll("p, div, span, strong, h4").FirstOrDefault(element => ProvidedByLabel().IsMatch(element.TextContent.Trim()));
        var name = label?.NextElementSibling?.TextContent.Trim();
        return string.IsNullOrEmpty(name) || name.Length > 120 ? null : name;
    }

    [GeneratedRegex("""-(?<id>\d{7,10})\.html$""", RegexOptions.None, 1000)]
    private static partial Regex Path();

    [GeneratedRegex("""^(?:News provided by|Nouvelles fournies par)\s*:?$""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ProvidedByLabel();
}
