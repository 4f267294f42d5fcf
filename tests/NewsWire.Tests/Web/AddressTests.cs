using NewsWire.Ingest.Normalize;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>What people write in addresses: other spellings lead to the page that is meant, and what a page cannot do is said on it.</summary>
public sealed class AddressTests : IAsyncLifetime
{
    private WebApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await WebApp.StartAsync(hoursAfterNoon: 6, Token);
        var release = ReleaseBuilder.Build(0, "Headline A", via: "prnewswire", issuer: "Tarnawa Rolling Stock, Inc.", language: "fr");
        await _app.Stores.SaveAsync(release with { Tickers = [new Ticker("NASDAQ", "ORVN"), new Ticker("Warsaw", "TRWA"), new Ticker("TSXV", "FMX")] }, Token);
        await _app.Stores.SaveAsync(ReleaseBuilder.Build(1, "Headline B", subjects: "FOR", via: "prnewswire", issuer: "Ferland & Søn A/S"), Token);
        await _app.Stores.SaveAsync(ReleaseBuilder.Build(2, "Headline C", subjects: "BIO", via: "prnewswire"), Token);
        await _app.Database.ExecuteAsync("insert into wire (key, name) values ('lelezard', 'Le Lézard') on conflict (key) do nothing", null, Token);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/?lang=fr-CA", "/?lang=fr")]
    [InlineData("/?lang=fr_ca", "/?lang=fr")]
    [InlineData("/?lang=French%20(Canada)", "/?lang=fr")]
    [InlineData("/?lang=fra", "/?lang=fr")]
    [InlineData("/?lang=-en-US", "/?lang=-en")]
    [InlineData("/?lang=zh-Hant-TW", "/?lang=zh")]
    [InlineData("/?company=Tarnawa%20Rolling%20Stock", "/?company=tarnawa-rolling-stock")]
    [InlineData("/?company=TARNAWA%20ROLLING%20STOCK%20INC.", "/?company=tarnawa-rolling-stock")]
    [InlineData("/?company=Tarnawa-Rolling-Stock", "/?company=tarnawa-rolling-stock")]
    [InlineData("/?company=ferland%20and%20S%C3%B8n", "/?company=ferland-son")]
    [InlineData("/?ticker=NASDAQ%20ORVN", "/?ticker=NASDAQ:ORVN")]
    [InlineData("/?ticker=nasdaq%20orvn", "/?ticker=NASDAQ:ORVN")]
    [InlineData("/?ticker=(Nasdaq:%20ORVN)", "/?ticker=NASDAQ:ORVN")]
    [InlineData("/?ticker=NasdaqGS:ORVN", "/?ticker=NASDAQ:ORVN")]
    [InlineData("/?ticker=WSE:TRWA", "/?ticker=WARSAW:TRWA")]
    [InlineData("/?ticker=XWAR%20TRWA", "/?ticker=WARSAW:TRWA")]
    [InlineData("/?ticker=TSX-V:FMX", "/?ticker=TSXV:FMX")]
    [InlineData("/?ticker=orvn", "/?ticker=ORVN")]
    [InlineData("/?ticker=OR%20VN", "/?ticker=ORVN")]
    [InlineData("/?subject=LIC&subject=LIC", "/?subject=LIC")]
    [InlineData("/?subject=LIC&subject=licensing%20agreement", "/?subject=LIC")]
    [InlineData("/?subject=LIC,FOR&subject=FOR,LIC", "/?subject=LIC,FOR")]
    [InlineData("/?subject=%E2%80%93LIC", "/?subject=-LIC")]
    [InlineData("/?subject=%E2%88%92LIC", "/?subject=-LIC")]
    [InlineData("/?subject=!LIC", "/?subject=-LIC")]
    [InlineData("/?wire=%E2%80%94prnewswire", "/?wire=-prnewswire")]
    [InlineData("/?subject=Economy,%20business%20and%20finance", "/?subject=medtop:04000000")]
    [InlineData("/?subject=Acquisitions,%20Mergers%20and%20Takeovers", "/?subject=TNM")]
    [InlineData("/?subject=Biotechnology", "/?subject=prn-industry:BIO")]
    [InlineData("/wires/PRNEWSWIRE", "/wires/prnewswire")]
    [InlineData("/wires/PR%20Newswire", "/wires/prnewswire")]
    [InlineData("/wires/PR%20Newswire?keyword=x", "/wires/prnewswire?keyword=x")]
    [InlineData("/wires/le%20lezard", "/wires/lelezard")]
    [InlineData("/wires/prnewswire?subject=LIC", "/?wire=prnewswire&subject=LIC")]
    [InlineData("/wires/prnewswire?day=2026-11-20", "/?wire=prnewswire&day=2026-11-20")]
    public async Task Another_spelling_leads_to_the_page_that_is_meant(string asked, string address)
    {
        using var answer = await _app.AskAsync(asked);

        Assert.Equal((302, address), ((int)answer.StatusCode, answer.Headers.Location?.OriginalString));
        using var there = await _app.AskAsync(address);
        Assert.Equal(200, (int)there.StatusCode);
    }

    [Theory]
    [InlineData("/?subject=LIC,-FOR", "subject=A&subject=-B")]
    [InlineData("/?subject=LIC,%E2%80%93FOR", "subject=A&subject=-B")]
    [InlineData("/?wire=prnewswire,%E2%88%92cnw", "wire=A&wire=-B")]
    [InlineData("/?company=-tarnawa-rolling-stock", "company= cannot exclude")]
    [InlineData("/?ticker=%E2%80%93ORVN", "ticker= cannot exclude")]
    public async Task A_minus_that_cannot_be_meant_so_is_refused_with_how_to_write_it(string asked, string advice)
    {
        var page = await _app.PageAsync(asked, status: 400);

        Assert.Contains(advice, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?from=2030-01-01", true)]
    [InlineData("/?lang=de", true)]
    [InlineData("/?lang=fr", false)]
    public async Task An_empty_list_stays_out_of_search_engines(string asked, bool isOut) =>
        Assert.Equal(isOut, (await _app.PageAsync(asked)).QuerySelector("meta[name=robots]")?.GetAttribute("content")?.Contains("noindex", StringComparison.Ordinal) == true);

    [Theory]
    [InlineData("/subjects/lic?lang=fr&day=2026-11-20", "/subjects/LIC?lang=fr&day=2026-11-20")]
    [InlineData("/subjects/prn/LIC?keyword=x", "/subjects/LIC?keyword=x")]
    [InlineData("/releases/{A}?images=show", "/releases/{A}/headline-a?images=show")]
    [InlineData("/releases/{A}/old-words?images=show", "/releases/{A}/headline-a?images=show")]
    public async Task A_page_that_moved_keeps_what_was_asked(string asked, string address)
    {
        var id = (await _app.PageAsync("/?subject=LIC")).QuerySelector("article h3 a")!.GetAttribute("href")!.Split('/')[2];

        using var answer = await _app.AskAsync(asked.Replace("{A}", id, StringComparison.Ordinal));

        Assert.Equal((301, address.Replace("{A}", id, StringComparison.Ordinal)), ((int)answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("/?company=Acme%20Inc.", "\"Acme Inc.\" is not a known company.")]
    [InlineData("/?company=%EF%BF%BE", "\"\uFFFE\" is not a known company.")]
    [InlineData("/?ticker=XX%20YY", "\"XX:YY\" is not a known ticker.")]
    [InlineData("/?subject=NOPE,NADA", "\"NOPE\" and \"NADA\" are not known subjects.")]
    [InlineData("/?subject=LIC&subject=-LIC", "Licensing is both included and excluded, so that no release can match.")]
    [InlineData("/?subject=LIC&subject=-medtop:04000000", "Licensing is both included and excluded, so that no release can match.")]
    [InlineData("/?wire=prnewswire&wire=-prnewswire", "PR Newswire is both included and excluded, so that no release can match.")]
    [InlineData("/?lang=fr&lang=-fr-CA", "Français is both included and excluded, so that no release can match.")]
    public async Task A_list_of_nothing_says_why_and_stays_out_of_search_engines(string address, string notice)
    {
        using var answer = await _app.AskAsync(address);
        var page = await _app.PageAsync(answer.Headers.Location?.OriginalString ?? address);

        Assert.Equal([notice], page.QuerySelectorAll(".notice").Select(element => element.TextContent));
        Assert.Empty(page.QuerySelectorAll("article"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
    }

    [Fact]
    public async Task Of_a_value_included_and_excluded_each_can_be_removed()
    {
        var page = await _app.PageAsync("/?subject=LIC&subject=-LIC,FOR");

        Assert.Equal(
            [("Remove filter: LIC Licensing", "/?subject=-LIC,FOR"), ("Remove filter: not LIC Licensing", "/?subject=LIC&subject=-FOR"), ("Remove filter: not FOR Foreign Policy & International Affairs", "/?subject=LIC&subject=-LIC")],
            page.QuerySelectorAll(".heading .chips a").Select(link => (link.GetAttribute("aria-label")!, link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task A_subject_is_not_excluded_by_the_exclusion_of_another_alternative()
    {
        var page = await _app.PageAsync("/?subject=LIC,FOR&subject=-FOR");

        Assert.Empty(page.QuerySelectorAll(".notice"));
        Assert.Single(page.QuerySelectorAll("article"));
    }

    [Theory]
    [InlineData("/wires/prnewswire?keyword=x", "Unknown filter: keyword. It was ignored.")]
    [InlineData("/wires/prnewswire?q=mergers", "Search is not available yet. Use the filters instead.")]
    [InlineData("/subjects?lang=fr", "This page has no filter named lang. It was ignored.")]
    [InlineData("/subjects?subject=LIC&wire=x&q=licens&utm_source=mail", "This page has no filters named subject and wire. They were ignored.")]
    [InlineData("/subjects?q=licens&q=merger", "The address has several values of q=. The first one was used.")]
    [InlineData("/wires?q=lezard", "This page has no filter named q. It was ignored.")]
    [InlineData("/subjects?q=licens", null)]
    [InlineData("/wires?fbclid=1", null)]
    public async Task A_page_says_what_it_does_not_do(string address, string? notice) =>
        Assert.Equal(notice, (await _app.PageAsync(address)).QuerySelector(".notice")?.TextContent);

    [Theory]
    [InlineData("/?company=a&company=b", "2 values of company=")]
    [InlineData("/?ticker=a&ticker=b&ticker=c", "3 values of ticker=")]
    [InlineData("/?from=2026-11-20&from=2026-11-19", "2 values of from=")]
    [InlineData("/?day=2026-11-20&day=2026-11-19", "2 values of day=")]
    [InlineData("/subjects/LIC?day=20.11.2026", "\"20.11.2026\" is not a date.")]
    public async Task What_can_be_asked_once_is_not_taken_from_two(string address, string said) =>
        Assert.Contains(said, (await _app.PageAsync(address, status: 400)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task A_wire_without_releases_of_its_own_says_so_and_links_to_no_empty_list()
    {
        var wire = await _app.PageAsync("/wires/lelezard");
        var list = await _app.PageAsync("/?wire=lelezard&subject=LIC");

        Assert.DoesNotContain(wire.QuerySelectorAll("main a"), link => link.GetAttribute("href")!.StartsWith("/?", StringComparison.Ordinal));
        Assert.Contains((await _app.PageAsync("/wires/prnewswire")).QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/?wire=prnewswire");
        Assert.StartsWith("No releases published by Le Lézard. Releases of other wires that a source passes on are listed under the wires that published them.", list.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/wires/lelezard", "/"], list.QuerySelectorAll(".empty a").Select(link => link.GetAttribute("href")));
    }
}
