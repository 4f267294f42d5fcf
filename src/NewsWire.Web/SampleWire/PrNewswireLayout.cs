using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsWire.Web.SampleWire;

/// <summary>Generates release pages in PR Newswire's layout, including the site's elements around a release.</summary>
internal sealed partial class PrNewswireLayout(SampleReleases releases)
{
    /// <summary>The wire's key in the releases' headers and in the sources.</summary>
    public const string Wire = "prnewswire";

    /// <summary>The time zone of its pages.</summary>
    public const string ZoneName = "America/New_York";

    /// <summary>Host of the sample wire.</summary>
    public const string Host = "https://www.prnewswire.example";

    internal static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneName);

    /// <summary>Address of a release of this wire.</summary>
    public static Uri Address(SampleRelease release) => new($"{Host}/news-releases/{release.Slug}-{release.Id}.html");

    /// <summary>The page of one release.</summary>
    public byte[] Release(SampleRelease release, DateTimeOffset at)
    {
        var time = TimeZoneInfo.ConvertTime(SampleReleases.Published(release, at), Zone);
        var headline = Markup.Encode(release.Headline);
        var subtitle = release.Subheadline is { } text ? $"<p class=\"subtitle\">{Markup.Encode(text)}</p>" : "";
        var body = Ticker().Replace(
            releases.Body(release, Dateline(release, time), Zone, at),
            "(${exchange}: <a class=\"ticket-symbol\" data-toggle=\"modal\" href=\"#financial-modal\">${symbol}</a>)");
        return Encoding.UTF8.GetBytes($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>{headline}</title>
            <link rel="canonical" href="{Address(release)}">
            </head>
            <body>
            <header><a href="/">Return to PR Newswire homepage</a>
            <ul><li>News</li><li>Products</li><li>Contact</li></ul></header>
            <main id="main">
            <article class="news-release inline-gallery-template">
            <header class="container release-header">
            <h1>{headline}</h1>
            {subtitle}
            <a href="/news/{Markup.Slug(release.Issuer)}/"><strong>News provided by</strong></a>
            <strong>{Markup.Encode(release.Issuer)}</strong>
            <p class="mb-no">{time.ToString("MMM dd, yyyy, HH:mm", CultureInfo.InvariantCulture)} ET</p>
            <p>Share this article</p>
            </header>
            <section class="release-body container ">
            <div class="row">
            <div class="col-lg-10 col-lg-offset-1">
            {body}
            <p id="PURL"><img alt="" src="{Markup.Encode(Pixel(release, time))}"></p>
            </div>
            </div>
            </section>
            </article>
            <section class="container">
            <h2>WANT YOUR COMPANY'S NEWS FEATURED ON PRNEWSWIRE.COM?</h2>
            <p>440k+ Newsrooms &amp; Influencers</p>
            <p>9k+ Digital Media Outlets</p>
            <p>270k+ Journalists Opted In</p>
            <p>GET STARTED</p>
            </section>
            <div class="modal" id="financial-modal"><h3>Modal title</h3></div>
            </main>
            <footer><h2>Contact PR Newswire</h2><p>from 8 AM - 9 PM ET</p></footer>
            </body>
            </html>

            """);
    }

    private static string Dateline(SampleRelease release, DateTimeOffset time) =>
        $"<span class=\"legendSpanClass\"><span class=\"xn-location\">{Markup.Encode(release.Place)}</span></span>, "
        + $"<span class=\"legendSpanClass\"><span class=\"xn-chron\">{WireDates.PressDay(time)}</span></span> "
        + $"/<a href=\"{Host}/\" target=\"_blank\">PRNewswire</a>/ -- ";

    private static string Pixel(SampleRelease release, DateTimeOffset time)
    {
        var item = $"NY{release.Id[^5..]}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"https://rt.prnewswire.example/rt.gif?NewsItemId={item}&Transmission_Id={time:yyyyMMddHHmm}PR_NEWS_USPR_____{item}&DateId={time:yyyyMMdd}");
    }

    [GeneratedRegex(@"\((?<exchange>NYSE|NASDAQ|LSE|WSE): (?<symbol>[A-Z]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ticker();
}
