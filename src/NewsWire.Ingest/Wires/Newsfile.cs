using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Wires;

/// <summary>
/// TMX Newsfile: feeds by industry, whose address is the only source of the subject, and pages with a line of date, time and issuer.
/// </summary>
internal sealed partial class Newsfile : Wire
{
    private const string Subjects = "newsfile";

    public override string Key => "newsfile";
    public override string Name => "Newsfile";
    public override Uri Home { get; } = new("https://www.newsfilecorp.com/");
    protected override ImmutableArray<string> Sites => ["newsfilecorp"];
    protected override Regex ReleasePath => Path();
    public override TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");

    protected override PageTemplate Page { get; } = new()
    {
        Body = ["#release-body", ".article-content", "[itemprop=articleBody]", "#release"],
        Headline = ["#release h1", "h1[itemprop=headline]"],
        Published = [".release-date", "#release .date", "[itemprop=datePublished]"],
        Noise = ["#corporateLinkBack", ".release-date", ".share-buttons", ".social-share"],
    };

    public override ParsedDocument Parse(OpenedDocument document)
    {
        var parsed = base.Parse(document);
        return document.Address is { } address && IndustryFeed().Match(address.AbsolutePath) is { Success: true } match
            ? parsed with { Releases = [.. parsed.Releases.Select(release => release with { Subjects = [.. release.Subjects, new RawSubject(Subjects, match.Groups["industry"].Value)] })] }
            : parsed;
    }

    protected override RawRelease Adapt(FoundRelease found)
    {
        var lead = Lead(found, Subjects);
        // Its feeds declare en-ca but hold both languages; French datelines put the day first.
        return FrenchMark().IsMatch(lead.Summary ?? "") ? lead with { Language = "fr" } : lead;
    }

    protected override RawRelease AdaptPage(RawRelease release, IHtmlDocument page) => release with
    {
        Distributor = Name,
        // After the time: "September 11, 2026 5:35 PM EDT | Source: Company".
        Published = release.Published?.Split('|')[0].Trim(),
        Issuer = PageLabel.ValueAfter(page, SourceLabel()) ?? release.Issuer,
        Subjects = [.. release.Subjects, .. page.QuerySelectorAll("a[href*='/industry/']").Select(link => Industry().Match(link.GetAttribute("href") ?? "")).Where(match => match.Success).Select(match => new RawSubject(Subjects, match.Groups["industry"].Value)).Distinct()],
    };

    // /release/60535/Slug  /fr/release/60535/Slug  /release/60535
    [GeneratedRegex("""^/(?:(?<lang>en|fr)/)?release/(?<id>\d{3,9})(?:/[^/]*)?""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Path();

    [GeneratedRegex("""^/industry/(?<industry>[a-z0-9-]{2,60})/?$""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex IndustryFeed();

    [GeneratedRegex("""/industry/(?<industry>[a-z0-9-]{2,60})/?$""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Industry();

    // Montréal, Québec--(Newsfile Corp. - 19 novembre 2026) -
    [GeneratedRegex("""\(Newsfile\s[^()]{0,20}-\s?(?:le\s)?\d{1,2}(?:er)?\s\p{L}""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FrenchMark();

    [GeneratedRegex("""^[^|]{0,60}\|?\s*Source\s*:\s*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SourceLabel();
}
