using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Wires;

/// <summary>
/// Business Wire: short feeds of leads, pages in many languages under one fourteen-digit id, and NewsML
/// 1.2 for clients, whose body has no dateline.
/// </summary>
internal sealed partial class BusinessWire : Wire
{
    private const string Subjects = "bw";

    public override string Key => "businesswire";
    public override string Name => "Business Wire";
    public override Uri Home { get; } = new("https://www.businesswire.com/");
    protected override ImmutableArray<string> Sites => ["businesswire"];
    protected override Regex ReleasePath => Path();

    protected override PageTemplate Page { get; } = new()
    {
        Body = ["#bw-release-story", ".bw-release-story", ".bw-press-release-story", "[itemprop=articleBody]"],
        Headline = ["h1.epi-fontLg", ".bw-release-main h1", "[itemprop=headline]"],
        Subheadline = [".bw-release-subhead", ".bw-release-main header h2"],
        Published = [".bw-release-timestamp time", "time[itemprop=datePublished]", "time[itemprop=dateModified]"],
        Issuer = ["[itemprop=sourceOrganization]", ".bw-release-companyinfo h2"],
        Contact = [".bw-release-contact", "#bw-release-contact"],
        Noise = [".bw-release-contact", ".bw-release-sidebars", ".bw-related-news", ".bw-social-sharing", ".bw-share"],
        Categories = [".bw-release-tags a", "a[href*='/newsroom?tag']"],
    };

    public override ParsedDocument Parse(OpenedDocument document)
    {
        var parsed = base.Parse(document);
        // For an unknown channel Business Wire answers with a valid, empty feed; only its description says so.
        return parsed is { Releases: [], Error: null, Feed.Description: { } says } && NoChannel().IsMatch(says)
            ? parsed with { Warnings = parsed.Warnings.Add($"The feed is empty because Business Wire does not know its channel; it says: {says.Trim()} Check the feed's address.") }
            : parsed;
    }

    protected override RawRelease Adapt(FoundRelease found) => Lead(found, Subjects);

    protected override RawRelease AdaptPage(RawRelease release, IHtmlDocument page) => release with { Distributor = Name };

    // /news/home/20261119005361/en/Slug  /news/home/20261119005361/zh-CN/  /newsroom/…: the id, then the edition's language.
    [GeneratedRegex("""^/news/home/(?<id>\d{14})(?:/(?<lang>[a-zA-Z]{2}(?:[-_][a-zA-Z]{2,4})?)(?=/|$)(?:/[^/]*)?)?""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Path();

    [GeneratedRegex("""not\s+available|unavailable|no\s+longer\s+available|not\s+found""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoChannel();
}
