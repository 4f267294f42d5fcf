using AngleSharp.Dom;
using NewsWire.Tests.Support;
using NewsWire.Web.Pages;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>What pages tell search engines and link previews.</summary>
public sealed class HeadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/subjects?q=merger", "/subjects")]
    [InlineData("/wires/lelezard", "/wires/lelezard")]
    public async Task An_address_is_relative_unless_the_settings_name_the_host(string address, string canonical)
    {
        await using var plain = await WebApp.StartAsync(hoursAfterNoon: 6, Token);
        await using var named = await WebApp.StartAsync(hoursAfterNoon: 6, Token, "--Web:PublicAddress", "https://news.example.com/");

        var relative = await plain.PageAsync(address);
        var absolute = await named.PageAsync(address);

        Assert.Equal(canonical, relative.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Null(relative.QuerySelector("meta[property='og:url']"));
        Assert.Equal($"https://news.example.com{canonical}", absolute.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal($"https://news.example.com{canonical}", Content(absolute, "og:url"));
    }

    [Fact]
    public async Task A_release_is_an_article_with_its_headline_its_beginning_and_its_time()
    {
        await using var app = await WebApp.StartAsync(hoursAfterNoon: 6, Token);
        var stored = await app.Stores.SaveAsync(ReleaseBuilder.Build(0, "Seals & gaskets", body: "Northern Seals opens a plant."), Token);
        using var moved = await app.AskAsync($"/releases/{stored.Id}");
        var address = moved.Headers.Location!.OriginalString;

        var page = await app.PageAsync(address);

        Assert.Equal("Seals & gaskets - NewsWire", page.Title);
        Assert.Equal("Seals & gaskets", Content(page, "og:title"));
        Assert.Equal("article", Content(page, "og:type"));
        Assert.Equal("2026-11-20T12:00:00Z", Content(page, "article:published_time"));
        Assert.Equal("Northern Seals opens a plant.", page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal(address, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/?after=6c00a3913e000-1", 200)]
    [InlineData("/nothing/here", 404)]
    public async Task Later_pages_and_errors_stay_out_of_search_engines(string address, int status)
    {
        await using var app = await WebApp.StartAsync(hoursAfterNoon: 6, Token);

        var page = await app.PageAsync(address, status: status);

        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("ftp://news.example.com")]
    [InlineData("https://news.example.com/wire")]
    public async Task A_public_address_is_a_host(string address)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => WebApp.StartAsync(hoursAfterNoon: 6, Token, "--Web:PublicAddress", address));

        Assert.Contains("Web:PublicAddress", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_ends_after_a_word()
    {
        var summary = new PageHead { Description = string.Join("\n ", Enumerable.Repeat("agreement,", 40)) }.Summary!;

        Assert.InRange(summary.Length, 150, 201);
        Assert.EndsWith("agreement…", summary, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', summary);
    }

    private static string? Content(IParentNode page, string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");
}
