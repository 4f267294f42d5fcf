using AngleSharp.Dom;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Web;

public sealed class ListPageTests : IAsyncLifetime
{
    private WebApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await WebApp.StartAsync(hoursAfterNoon: 6, Token);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_empty_list_says_so_and_what_to_do()
    {
        var page = await _app.PageAsync("/");

        Assert.Contains("No release has come in yet", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".pager"));
    }

    [Fact]
    public async Task Pages_meet_without_gap_or_repeat_in_both_directions()
    {
        // Three releases share each minute, so that the pages break between equal times.
        for (var number = 0; number < 120; number++)
            await _app.Stores.SaveAsync(ReleaseBuilder.Build(number, at: ReleaseBuilder.Noon.AddMinutes(number / 3)), Token);
        var expected = Enumerable.Range(0, 120).Reverse().Select(number => $"Release number {number} of the series").ToList();

        List<List<string>> older = [];
        var last = "";
        for (string? address = "/?subject=LIC"; address is not null;)
        {
            last = address;
            var page = await _app.PageAsync(address);
            older.Add(Headlines(page));
            address = page.QuerySelector(".pager [rel=next]")?.GetAttribute("href");
        }

        Assert.Equal([50, 50, 20], older.Select(page => page.Count));
        Assert.Equal(expected, older.SelectMany(page => page));

        var back = (await _app.PageAsync(last)).QuerySelector(".pager [rel=prev]")!.GetAttribute("href")!;
        var middle = await _app.PageAsync(back);
        Assert.Equal(older[1], Headlines(middle));
        // The first page has one address, however it is reached.
        using var first = await _app.AskAsync(middle.QuerySelector(".pager [rel=prev]")!.GetAttribute("href")!);
        Assert.Equal("/?subject=LIC", first.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/", "ABCDE")]
    [InlineData("/?subject=LIC", "ABD")]
    [InlineData("/?subject=LIC&subject=FOR", "AD")]
    [InlineData("/?subject=LIC,FOR", "ABCD")]
    [InlineData("/?subject=-LIC", "CE")]
    [InlineData("/?subject=LIC&subject=-AWD", "AB")]
    [InlineData("/?subject=LIC,AWD&subject=FOR,CON", "AD")]
    [InlineData("/?subject=-LIC,AWD", "C")]
    [InlineData("/?wire=prnewswire", "DE")]
    [InlineData("/?wire=prnewswire&subject=LIC,AWD&subject=-FOR", "E")]
    [InlineData("/?company=northern-seals&subject=LIC", "B")]
    [InlineData("/?company=northern-seals", "BC")]
    [InlineData("/?lang=en&subject=FOR", "ACD")]
    [InlineData("/?lang=fr", "")]
    [InlineData("/?subject=QQQ", "")]
    [InlineData("/?subject=QQQ,LIC", "ABD")]
    [InlineData("/?subject=-QQQ", "ABCDE")]
    [InlineData("/?company=nobody", "")]
    public async Task A_filter_shows_what_it_says(string address, string expected)
    {
        (char Name, string Subjects, string Via, string? Issuer)[] releases =
        [
            ('A', "LIC,FOR", "lelezard", null), ('B', "LIC", "lelezard", "Northern Seals"), ('C', "FOR", "lelezard", "Northern Seals"),
            ('D', "LIC,FOR,AWD", "prnewswire", null), ('E', "AWD", "prnewswire", null),
        ];
        foreach (var (number, release) in releases.Index())
            await _app.Stores.SaveAsync(ReleaseBuilder.Build(number, $"Headline {release.Name}", subjects: release.Subjects, via: release.Via, issuer: release.Issuer), Token);

        var page = await _app.PageAsync(address);

        Assert.Equal(expected, string.Concat(Headlines(page).Select(headline => headline[^1]).Order()));
        if (expected.Length == 0)
            Assert.NotEmpty(page.QuerySelector(".empty")!.TextContent);
    }

    [Theory]
    [InlineData("/?after=page2")]
    [InlineData("/?before=xyz")]
    [InlineData("/?subject=LIC,")]
    [InlineData("/subjects/LIC?after=page2")]
    [InlineData("/wires/lelezard?after=page2")]
    public async Task A_damaged_address_is_refused_kindly(string address)
    {
        var page = await _app.PageAsync(address, status: 400);

        Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll(".ways a"));
    }

    [Fact]
    public async Task Times_and_days_are_the_readers_own()
    {
        await _app.Stores.SaveAsync(ReleaseBuilder.Build(0), Token);

        var home = await _app.PageAsync("/");
        var tokyo = await _app.PageAsync("/", zone: "Asia/Tokyo");
        var nowhere = await _app.PageAsync("/", zone: "Middle/Earth");

        Assert.Equal("12:00", home.QuerySelector("article .when")!.TextContent);
        Assert.Equal("21:00", tokyo.QuerySelector("article .when")!.TextContent);
        // Noon's evening is past midnight there.
        Assert.Equal("Today, Friday 20 November", home.QuerySelector(".day h2")!.TextContent);
        Assert.Equal("Yesterday, Friday 20 November", tokyo.QuerySelector(".day h2")!.TextContent);
        Assert.Equal("2026-11-20T12:00:00Z", tokyo.QuerySelector("article .when")!.GetAttribute("datetime"));
        Assert.Contains("Asia/Tokyo", tokyo.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("UTC", nowhere.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_headline_is_text_and_accents_are_letters()
    {
        await _app.Stores.SaveAsync(ReleaseBuilder.Build(0, headline: "Łódź & <script>alert(1)</script> Minéraux"), Token);

        using var answer = await _app.AskAsync("/");
        var html = await answer.Content.ReadAsStringAsync(Token);

        Assert.Contains("Łódź &amp;", html, StringComparison.Ordinal);
        Assert.Contains("Minéraux", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    private static List<string> Headlines(IParentNode page) => [.. page.QuerySelectorAll("article h3").Select(heading => heading.TextContent)];
}
