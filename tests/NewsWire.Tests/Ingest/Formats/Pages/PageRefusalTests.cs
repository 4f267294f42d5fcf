using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats.Pages;

/// <summary>Block pages are recognized by their texts; releases that mention the same topics are not.</summary>
public sealed class PageRefusalTests
{
    [Theory]
    [InlineData("<title>Just a moment...</title>", "challenge page")]
    [InlineData("<title>Attention Required! | Cloudflare</title>", "challenge page")]
    [InlineData("<title>weir.example</title><script src='https://geo.captcha-delivery.com/captcha/'></script>", "challenge page")]
    [InlineData("<title>Pardon Our Interruption</title>", "challenge page")]
    [InlineData("<title></title><p>Please verify you are human to go on.</p>", "challenge page")]
    [InlineData("<title>403 Forbidden</title><h1>Forbidden</h1>", "denied access")]
    [InlineData("<title>Access to this page has been denied.</title>", "denied access")]
    [InlineData("<title>404 Not Found</title>", "does not exist")]
    [InlineData("<h1>Page introuvable</h1>", "does not exist")]
    [InlineData("<h1>We are sorry</h1><p>This news release is no longer available.</p>", "does not exist")]
    [InlineData("<h1>Before you continue to the news</h1>", "consent")]
    [InlineData("<title>503 Service Temporarily Unavailable</title>", "reports an error")]
    [InlineData("<h1>Scheduled maintenance</h1>", "reports an error")]
    public void A_block_page_is_reported_with_its_kind(string html, string words) => Assert.Contains(words, Refusal(html));

    [Theory]
    [InlineData("<h1>Study: 404 of 500 rivers are clean</h1><p>The rivers were counted in spring.</p>")]
    [InlineData("<h1>Bridge is closed for maintenance</h1><p>The bridge is closed for a week.</p>")]
    [InlineData("<h1>Weir Software ends the captcha</h1><p>Weir Software no longer asks its readers for letters.</p>")]
    [InlineData("<meta property='og:type' content='article'><h1>Access denied: how mills lost their rivers</h1><p>A book of that name comes out today.</p>")]
    [InlineData("<h1>Forbidden fruit</h1><p>WEIR, Ohio, Nov. 20, 2026 /PRNewswire/ -- Forbidden Fruit Inc. sells pears.</p>")]
    public void A_release_about_such_topics_is_not_a_block_page(string html) => Assert.Null(Refusal(html));

    private static string? Refusal(string html)
    {
        IHtmlDocument page = HtmlPage.Parse("<!doctype html><html>" + html + "</html>")!;
        return PageRefusal.Of(PageFacts.Of(page, new Uri("https://weir.example/news/21"), PageTemplate.None))?.Says;
    }
}
