using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Wires;

/// <summary>
/// ACCESS Newswire (ACCESSWIRE until January 2025). It has a newsroom but no feed of releases; addresses contain the category.
/// </summary>
internal sealed partial class AccessNewswire : Wire
{
    private const string Subjects = "access";

    public override string Key => "accessnewswire";
    public override string Name => "ACCESS Newswire";
    public override Uri Home { get; } = new("https://www.accessnewswire.com/newsroom");
    protected override ImmutableArray<string> Sites => ["accessnewswire", "accesswire"];
    protected override Regex ReleasePath => Path();

    protected override PageTemplate Page { get; } = new()
    {
        Body = ["div.release-body", "#articleBody", "[itemprop=articleBody]"],
        Headline = ["article h1", "h1.article-title", "h1"],
        Published = ["time[datetime]", ".article-date", ".release-date"],
        Noise = [".share-buttons", ".social-share", ".article-tags", ".related-articles"],
        Categories = [".article-tags a"],
    };

    public override ParsedDocument Parse(OpenedDocument document)
    {
        var parsed = base.Parse(document);
        return parsed is { Feed: not null, Releases: not [] } && parsed.Releases.All(release => release.NativeId is null)
            ? parsed with { Warnings = parsed.Warnings.Add("No item of this feed links to a release: ACCESS Newswire's own feed is its company blog. Its releases are listed in its newsroom.") }
            : parsed;
    }

    protected override RawRelease Adapt(FoundRelease found)
    {
        var lead = Lead(found, Subjects);
        return lead with { Subjects = [.. lead.Subjects, .. Category(lead.Url).Select(label => new RawSubject(Subjects, label))] };
    }

    protected override RawRelease AdaptPage(RawRelease release, IHtmlDocument page) => release with
    {
        Distributor = Name,
        Subjects = [.. release.Subjects, .. Category(release.Url).Select(label => new RawSubject(Subjects, label))],
    };

    // The category is only given in the address: oil-gas-and-energy.
    private static IEnumerable<string> Category(Uri? address) =>
        address is not null && Path().Match(address.AbsolutePath) is { Success: true } match && match.Groups["category"] is { Success: true, Value: [var first, .. var rest] } ? [char.ToUpperInvariant(first) + rest.Replace('-', ' ')] : [];

    // /newsroom/en/{category}/{slug}-1067463; before 2025 accesswire.com/590123/Slug
    [GeneratedRegex("""^/(?:newsroom/(?<lang>[a-z]{2})/(?:(?<category>[a-z0-9-]+)/)?[^/]*?-(?<id>\d{5,9})(?=/|$)|(?:newsroom/)?(?<id>\d{5,9})(?:/[^/]*)?)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Path();
}
