using System.Collections.Immutable;
using System.Text.RegularExpressions;
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
        return parsed is { Feed.Title: null, Error: null, Format: "rss" }
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
        BodyHtml = found.Text("content:encoded"),
        Complete = found.Text("content:encoded") is not null,
    };

    protected override RawRelease AdaptPage(RawRelease release, IHtmlDocument page) => release with
    {
        Distributor = Name,
        Issuer = LabelledText.After(page, ProvidedByLabel().IsMatch, "release-body") ?? release.Issuer,
        Published = release.Published ?? SentAt(page),
    };

    // The pixel that counts readers holds when the release was sent, in the wire's own zone.
    private static string? SentAt(IHtmlDocument page)
    {
        var pixel = page.Images.Select(image => Pixel().Match(image.GetAttribute("src") ?? "")).FirstOrDefault(match => match.Success)?.Groups;
        return pixel is null ? null : $"{pixel["year"]}-{pixel["month"]}-{pixel["day"]}T{pixel["hour"]}:{pixel["minute"]}";
    }

    [GeneratedRegex("""-(?<id>\d{7,10})\.html$""", RegexOptions.None, 1000)]
    private static partial Regex Path();

    [GeneratedRegex("""^(?:News provided by|Nouvelles fournies par|Noticias proporcionadas por|Notícias fornecidas por|Nachrichten bereitgestellt von)\s*:?$""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ProvidedByLabel();

    [GeneratedRegex("""/rt\.gif\?.*\bTransmission_Id=(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?<hour>\d{2})(?<minute>\d{2})""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Pixel();
}
