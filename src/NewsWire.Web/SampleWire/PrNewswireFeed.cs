using System.Globalization;
using System.Text;
using NewsWire.Data.Subjects;

namespace NewsWire.Web.SampleWire;

/// <summary>
/// Generates the feed of all releases in PR Newswire's form: labels and codes mixed, and a teaser that contains the dateline.
/// </summary>
internal sealed class PrNewswireFeed(SampleReleases releases)
{
    private const int TeaserLength = 300;

    /// <summary>Address of the feed.</summary>
    public static Uri Address { get; } = new($"{PrNewswireLayout.Host}/rss/news-releases-list.rss");

    /// <summary>The feed, newest first.</summary>
    public byte[] Write(DateTimeOffset at)
    {
        var items = new StringBuilder();
        foreach (var release in releases.All.Where(release => release.Wire == PrNewswireLayout.Wire))
            items.Append(Item(release, at));
        return Encoding.UTF8.GetBytes($"""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:prn="http://www.prnewswire.com/rss/prn"><channel>
            <title>All News Releases</title>
            <link>{PrNewswireLayout.Host}/news-releases/news-releases-list/</link>
            <description>All news releases from PR Newswire</description>
            {items}</channel></rss>

            """);
    }

    private string Item(SampleRelease release, DateTimeOffset at)
    {
        var published = SampleReleases.Published(release, at);
        var dateline = WireDates.Dateline(release, TimeZoneInfo.ConvertTime(published, PrNewswireLayout.Zone));
        // In real feeds a subheadline precedes the dateline without markup, and a correction contains its dateline in the middle.
        var before = release.Subheadline is { } sub ? $"{sub} " : "";
        var teaser = Markup.Cut(before + Markup.Text(releases.Body(release, Markup.Encode(dateline), PrNewswireLayout.Zone, at)), TeaserLength);
        var address = PrNewswireLayout.Address(release);
        var labels = new StringBuilder();
        foreach (var code in release.Industries)
            labels.Append(Label("prn:industry", Name(SubjectCatalog.PrNewswireIndustry, code))).Append(Label("prn:industry", code));
        foreach (var code in release.Subjects)
            labels.Append(Label("prn:subject", Name(SubjectCatalog.PrNewswire, code))).Append(Label("dc:subject", code));
        return $"""
            <item><title>{Markup.Encode(release.Headline)}</title><link>{address}</link><guid>{address}</guid>
            <pubDate>{published.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)}</pubDate>
            <description><![CDATA[<p>{Markup.Encode(teaser)}</p>]]></description>
            <media:content url="https://example.com/media/{release.Id}/logo.jpg?p=original" type="image/jpeg" width="144"><media:credit role="publishing company">PRNewswire</media:credit></media:content>
            {labels}{Label("dc:contributor", release.Issuer)}<dc:publisher>PR Newswire Association LLC.</dc:publisher></item>

            """;
    }

    private static string Name(string scheme, string code) =>
        SubjectCatalog.Shipped.Find(scheme, code)?.Name ?? throw new InvalidOperationException($"{code} is not a code of {scheme}.");

    private static string Label(string element, string text) => $"<{element}><![CDATA[{Markup.Encode(text)}]]></{element}>";
}
