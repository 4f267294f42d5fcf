using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Wires;

/// <summary>
/// GlobeNewswire: feeds of leads with subjects by name, ticker symbols and ISINs as categories, and one id for all languages of a release.
/// Its Atom feeds give every entry the time the feed was generated.
/// </summary>
internal sealed partial class GlobeNewswire : Wire
{
    private const string Subjects = "gnw";

    public override string Key => "globenewswire";
    public override string Name => "GlobeNewswire";
    public override Uri Home { get; } = new("https://www.globenewswire.com/");
    protected override ImmutableArray<string> Sites => ["globenewswire"];
    protected override Regex ReleasePath => Path();

    protected override PageTemplate Page { get; } = new()
    {
        Body = ["#main-body-container", ".main-body-container", "span.article-body", "[itemprop=articleBody]"],
        Headline = ["h1.article-headline", ".main-header-container h1", "[itemprop=headline]"],
        Subheadline = ["h2.article-sub-headline", ".main-header-container h2"],
        Published = [".article-published time", ".main-header-container time", "time[itemprop=datePublished]"],
        Issuer = ["[itemprop='author copyrightHolder']", ".article-source a"],
        Contact = [".main-contact-container"],
        Noise = [".main-company-profile", ".main-actions-container", ".main-tags-attachments-container", ".social-share", "[class*=share-button]"],
        Categories = ["a[href*='/search/keyword/']"],
    };

    public override ParsedDocument Parse(OpenedDocument document)
    {
        var parsed = base.Parse(document);
        if (parsed.Format != "atom" || parsed.Releases.Length == 0)
            return parsed;
        // Compared to the minute, because entries are generated one after the other.
        var stamps = parsed.Releases.Select(release => Minute(release.Published ?? release.Updated)).Distinct().ToList();
        if (stamps is not [{ } only] || (parsed.Releases.Length == 1 && only != Minute(parsed.Feed?.Updated)))
            return parsed;
        return parsed with
        {
            Releases = [.. parsed.Releases.Select(release => release with { Published = null, Updated = null })],
            Warnings = parsed.Warnings.Add("Every entry has the time the feed was generated, which was ignored: publication times come from datelines and release pages."),
        };
    }

    protected override RawRelease Adapt(FoundRelease found)
    {
        var lead = Lead(found, Subjects);
        if (found.Element is not { LocalName: "item" or "entry" } item)
            return Guid().Match(lead.Id ?? "") is { Success: true } guid ? lead with { NativeId = guid.Groups["id"].Value } : lead;
        var shares = item.All("category").Where(category => Kind(category) is not null).Select(category => category.Text.Trim()).ToHashSet();
        return lead with
        {
            NativeId = lead.NativeId ?? found.Text("dc:identifier"),
            Categories = [.. lead.Categories.Where(label => !shares.Contains(label)), .. found.Texts("dc:keyword")],
            Tickers = [.. lead.Tickers, .. Shares(item)],
        };
    }

    protected override RawRelease AdaptPage(RawRelease release, IHtmlDocument page) => release with
    {
        Distributor = Name,
        Subjects = [.. release.Subjects, .. page.QuerySelectorAll("a[href*='/search/subject/']").Select(link => link.TextContent.Trim()).Where(label => label.Length > 0).Distinct().Select(label => new RawSubject(Subjects, label))],
        Tickers = [.. release.Tickers, .. (page.QuerySelector("meta[name=ticker]")?.GetAttribute("content") ?? "").Split(',', ';').Select(Pair).OfType<RawTicker>()],
    };

    // One ticker and one ISIN belong together; of several, the feed does not say which belong together.
    private static IEnumerable<RawTicker> Shares(WireElement item)
    {
        var shares = item.All("category").Where(category => Kind(category) is "stock").Select(category => Pair(category.Text)).OfType<RawTicker>().Distinct().ToList();
        var isins = item.All("category").Where(category => Kind(category) is "isin").Select(category => category.Text.Trim().ToUpperInvariant()).Where(isin => Isin().IsMatch(isin)).Distinct().ToList();
        return shares is [var share] && isins is [var isin] ? [share with { Isin = isin }] : [.. shares, .. isins.Select(isin => new RawTicker(null, null, isin))];
    }

    // http://www.globenewswire.com/rss/stock or https://…/rss/ISIN: only the last segment is stable.
    private static string? Kind(WireElement category) =>
        category.Attribute("domain")?.TrimEnd('/').Split('/')[^1].ToLowerInvariant() is ("stock" or "isin") and { } kind ? kind : null;

    private static RawTicker? Pair(string text) =>
        text.Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } exchange, { Length: > 0 } symbol] ? new RawTicker(exchange, symbol) : null;

    private static string? Minute(string? time) => time is { Length: >= 16 } ? time[..16] : null;

    // /news-release/2026/09/11/3360538/0/en/slug.html; the slug may be missing.
    [GeneratedRegex("""^/(?:[a-z]{2}/)?news-release/\d{4}/\d{1,2}/\d{1,2}/(?<id>\d{4,10})/\d+/(?<lang>[a-zA-Z]{2}(?:-[a-zA-Z]{2,4})?)(?:/[^/]*?(?:\.html?|$)|/?$)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Path();

    // urn:newsml:marketwired.com:20020408:202006097942547-en: the id, then the edition's language.
    [GeneratedRegex("^urn:newsml:[^:]{1,60}:[0-9]{8}:(?<id>[0-9]{5,20})(?:-[a-z]{2}(?:-[a-z]{2,4})?)?(?::|$)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Guid();

    [GeneratedRegex("^[A-Z]{2}[A-Z0-9]{9}[0-9]$", RegexOptions.None, 1000)]
    private static partial Regex Isin();
}
