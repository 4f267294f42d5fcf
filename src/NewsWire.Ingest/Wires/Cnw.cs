using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Wires;

/// <summary>
/// CNW, Cision's Canadian wire at newswire.ca, in English and French: page layout and subject codes of PR Newswire, wire marks of its own.
/// The two languages of a release are two releases with two ids.
/// </summary>
internal sealed partial class Cnw : Wire
{
    public override string Key => "cnw";
    public override string Name => "CNW";
    public override Uri Home { get; } = new("https://www.newswire.ca/");
    protected override ImmutableArray<string> Sites => ["newswire.ca"];
    protected override Regex ReleasePath => Path();
    public override TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");
    protected override PageTemplate Page => Cision.Page;

    protected override RawRelease Adapt(FoundRelease found)
    {
        var lead = Lead(found, null);
        return lead with { Language = Edition(lead) ?? lead.Language, Subjects = [.. lead.Subjects, .. Cision.Subjects(found)] };
    }

    protected override RawRelease AdaptPage(RawRelease release, IHtmlDocument page) => release with
    {
        Distributor = Name,
        Language = Edition(release) ?? release.Language,
        Issuer = Cision.ProvidedBy(page) ?? release.Issuer,
    };

    // A bilingual feed declares only one language; the release's address gives the actual one.
    private static string? Edition(RawRelease release) =>
        release.Url?.AbsolutePath is { } path && Path().Match(path) is { Success: true } match ? match.Groups["french"].Success ? "fr" : "en" : null;

    [GeneratedRegex("""^/(?<french>fr/)?(?:news-releases|releases|nouvelles)/[^/]*?-?(?<id>\d{7,10})\.html?""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Path();
}
