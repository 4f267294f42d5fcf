using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Wires;

/// <summary>
/// PR Newswire: feeds with leads, subject codes and the issuer, and release pages with the full text. Feeds mix labels and three-letter
/// codes, some with trailing spaces, some misspelt.
/// </summary>
internal sealed partial class PrNewswire : Wire
{
    public override string Key => "prnewswire";
    public override string Name => "PR Newswire";
    public override Uri Home { get; } = new("https://www.prnewswire.com/");
    protected override ImmutableArray<string> Sites => ["prnewswire"];
    protected override Regex ReleasePath => Path();
    protected override PageTemplate Page => Cision.Page;

    public override int Recognize(OpenedDocument document) => base.Recognize(document) switch
    {
        0 when document.Kind == "xml" && document.Text.Contains("<prn:", StringComparison.Ordinal) => 2,
        0 when document.Kind == "html" && document.Page?.QuerySelector("article.news-release, section.release-body") is not null => 1,
        var sure => sure,
    };

    public override ParsedDocument Parse(OpenedDocument document)
    {
        var parsed = base.Parse(document);
        // For an unknown address PR Newswire answers with the feed of all releases, with an empty title.
        return parsed is { Feed.Title: null or "", Error: null, Format: "rss" }
            ? parsed with { Warnings = parsed.Warnings.Add("The feed has no title, which means that PR Newswire does not know the address and sent all releases. Check the feed's address.") }
            : parsed;
    }

    protected override RawRelease Adapt(FoundRelease found) => Lead(found, null) with { Subjects = [.. found.Release.Subjects, .. Cision.Subjects(found)] };

    protected override RawRelease AdaptPage(RawRelease release, IHtmlDocument page) => release with
    {
        Distributor = Name,
        Issuer = Cision.ProvidedBy(page) ?? release.Issuer,
        Published = release.Published ?? SentAt(page),
    };

    // The address of the tracking pixel contains the time of distribution, in the wire's own zone.
    private static string? SentAt(IHtmlDocument page)
    {
        var sent = page.Images.Select(image => Pixel().Match(image.GetAttribute("src") ?? "")).FirstOrDefault(match => match.Success)?.Groups["sent"].Value;
        return DateTime.TryParseExact(sent, "yyyyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToString("MMM d, yyyy, HH:mm 'ET'", CultureInfo.InvariantCulture) : null;
    }

    // /news-releases/slug-302598777.html  /news-releases/302598777.html
    [GeneratedRegex("""[-/](?<id>\d{7,10})\.html?""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Path();

    [GeneratedRegex("""/rt\.gif\?.*\bTransmission_Id=(?<sent>\d{12})""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Pixel();
}
