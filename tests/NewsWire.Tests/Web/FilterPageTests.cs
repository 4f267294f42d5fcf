using AngleSharp.Dom;
using NewsWire.Ingest.Normalize;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>What the filters of a page do and what the page says of them.</summary>
public sealed class FilterPageTests : IAsyncLifetime
{
    private WebApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await WebApp.StartAsync(hoursAfterNoon: 6, Token);
        (char Name, string Subjects, string Via, string Language, int Day)[] releases =
        [
            ('A', "LIC,FOR", "lelezard", "en", 20), ('B', "LIC", "lelezard", "fr", 19), ('C', "FOR", "prnewswire", "en", 18),
            ('D', "AWD", "prnewswire", "nb", 17), ('E', "AWD,LIC", "other", "no", 16),
        ];
        foreach (var (number, release) in releases.Index())
        {
            var at = new DateTimeOffset(2026, 11, release.Day, 23, 30, 0, TimeSpan.Zero);
            var built = ReleaseBuilder.Build(number, $"Headline {release.Name}", subjects: release.Subjects, via: release.Via, language: release.Language, at: at);
            Ticker[] tickers = release.Name switch { 'A' => [new("NYSE", "ABC")], 'B' => [new("TSX", "ABC"), new("NYSE", "XY")], _ => [] };
            await _app.Stores.SaveAsync(built with { Tickers = [.. tickers] }, Token);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/?lang=FR", "/?lang=fr")]
    [InlineData("/?lang=French", "/?lang=fr")]
    [InlineData("/?lang=fran%C3%A7ais", "/?lang=fr")]
    [InlineData("/?lang=no", "/?lang=nb")]
    [InlineData("/?lang=Norwegian%20Bokm%C3%A5l", "/?lang=nb")]
    [InlineData("/?wire=PR%20Newswire", "/?wire=prnewswire")]
    [InlineData("/?wire=Le%20Lezard,PR%20Newswire", "/?wire=lelezard,prnewswire")]
    [InlineData("/?wire=lelezard&wire=other", "/?wire=lelezard,other")]
    [InlineData("/?subject=licensing", "/?subject=LIC")]
    [InlineData("/?subject=gnw:Licensing%20Agreements", "/?subject=LIC")]
    [InlineData("/?subject=medtop:20000202", "/?subject=LIC")]
    [InlineData("/?subject=licensing%20agreement", "/?subject=LIC")]
    [InlineData("/?ticker=nyse:%20abc", "/?ticker=NYSE:ABC")]
    [InlineData("/?from=2026-11-20&to=2026-11-18", "/?from=2026-11-18&to=2026-11-20")]
    [InlineData("/?from=&to=2026-11-18", "/?to=2026-11-18")]
    [InlineData("/?lang=FR&utm_source=mail", "/?lang=fr&utm_source=mail")]
    [InlineData("/subjects/LIC?wire=other", "/?subject=LIC&wire=other")]
    public async Task Another_spelling_leads_to_the_filters_own_address(string asked, string address)
    {
        using var answer = await _app.AskAsync(asked);

        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Equal(address, answer.Headers.Location?.OriginalString);
        using var there = await _app.AskAsync(address);
        Assert.Equal(200, (int)there.StatusCode);
    }

    [Theory]
    [InlineData("/?lang=nb", "DE")]
    [InlineData("/?lang=fr,nb", "BDE")]
    [InlineData("/?lang=-nb", "ABC")]
    [InlineData("/?wire=lelezard,other", "ABE")]
    [InlineData("/?wire=-lelezard", "CDE")]
    [InlineData("/?ticker=ABC", "AB")]
    [InlineData("/?ticker=TSX:ABC", "B")]
    [InlineData("/?ticker=ZZZ", "")]
    [InlineData("/?from=2026-11-18&to=2026-11-19", "BC")]
    [InlineData("/?from=2026-11-19", "AB")]
    [InlineData("/?to=2026-11-16", "E")]
    [InlineData("/?from=2026-11-17&to=2026-11-17&subject=AWD", "D")]
    public async Task A_filter_shows_what_it_says(string address, string expected) =>
        Assert.Equal(expected, Shown(await _app.PageAsync(address)));

    [Fact]
    public async Task Days_are_those_of_the_readers_zone() =>
        Assert.Equal("B", Shown(await _app.PageAsync("/?from=2026-11-20&to=2026-11-20", zone: "Europe/Berlin")));

    [Theory]
    [InlineData("/?keyword=x", "Unknown filter: keyword. It was ignored.")]
    [InlineData("/?keyword=x&foo=1&utm_source=mail", "Unknown filters: keyword, foo. They were ignored.")]
    [InlineData("/?subject=NOPE&wire=nada", "\"NOPE\" is not a known subject. \"nada\" is not a known wire.")]
    [InlineData("/?subject=LIC,NOPE", "\"NOPE\" is not a known subject.")]
    [InlineData("/?subject=-NOPE", "\"NOPE\" is not a known subject.")]
    [InlineData("/?ticker=ZZZ", "\"ZZZ\" is not a known ticker.")]
    [InlineData("/?q=mergers", "Search is not available yet. Use the filters instead.")]
    [InlineData("/subjects/LIC?keyword=x", "Unknown filter: keyword. It was ignored.")]
    public async Task What_the_address_asks_and_is_not_known_is_said(string address, string notice) =>
        Assert.Equal([notice], (await _app.PageAsync(address)).QuerySelectorAll(".notice").Select(element => element.TextContent));

    [Fact]
    public async Task An_unknown_subject_is_no_subject_without_releases() =>
        Assert.Contains("No releases match these filters", (await _app.PageAsync("/?subject=NOPE")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData("/?utm_source=mail&fbclid=1")]
    [InlineData("/?lang=de")]
    [InlineData("/?subject=ACC")]
    public async Task What_is_known_needs_no_notice(string address) =>
        Assert.Empty((await _app.PageAsync(address)).QuerySelectorAll(".notice"));

    [Fact]
    public async Task A_malformed_date_is_named_with_an_example()
    {
        var page = await _app.PageAsync("/?from=20.11.2026", status: 400);

        Assert.Contains("\"20.11.2026\" is not a date. Write dates as from=2026-11-20", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "Newest releases · 5 releases", "NewsWire")]
    [InlineData("/?subject=LIC&wire=lelezard", "Licensing, Le Lézard · 2 releases", "Licensing, Le Lézard · 2 releases - NewsWire")]
    [InlineData("/?subject=LIC,AWD", "Licensing or Awards · 4 releases", "Licensing or Awards · 4 releases - NewsWire")]
    [InlineData("/?subject=-AWD&lang=en", "Not Awards, English · 2 releases", "Not Awards, English · 2 releases - NewsWire")]
    [InlineData("/?from=2026-11-18&to=2026-11-19", "18 to 19 Nov 2026 · 2 releases", "18 to 19 Nov 2026 · 2 releases - NewsWire")]
    [InlineData("/?from=2026-10-30&to=2026-11-19", "30 Oct to 19 Nov 2026 · 4 releases", "30 Oct to 19 Nov 2026 · 4 releases - NewsWire")]
    [InlineData("/?from=2025-12-30&to=2026-11-19&subject=LIC", "Licensing, 30 Dec 2025 to 19 Nov 2026 · 2 releases", "Licensing, 30 Dec 2025 to 19 Nov 2026 · 2 releases - NewsWire")]
    [InlineData("/?from=2026-11-18&to=2026-11-18", "On 18 Nov 2026 · 1 release", "On 18 Nov 2026 · 1 release - NewsWire")]
    [InlineData("/?from=2026-11-18", "From 18 Nov 2026 · 3 releases", "From 18 Nov 2026 · 3 releases - NewsWire")]
    [InlineData("/?to=2026-11-18&wire=prnewswire", "PR Newswire, up to 18 Nov 2026 · 2 releases", "PR Newswire, up to 18 Nov 2026 · 2 releases - NewsWire")]
    [InlineData("/?ticker=NYSE:ABC", "NYSE:ABC · 1 release", "NYSE:ABC · 1 release - NewsWire")]
    [InlineData("/subjects/LIC", "Licensing · 3 releases", "Licensing · 3 releases - NewsWire")]
    public async Task The_heading_and_the_title_name_the_filter_and_the_total(string address, string heading, string title)
    {
        var page = await _app.PageAsync(address);

        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(title, page.Title);
    }

    [Fact]
    public async Task A_subject_can_be_included_joined_and_excluded_by_a_link()
    {
        var page = await _app.PageAsync("/?subject=LIC");

        Assert.Equal("/?subject=LIC&subject=FOR", Link(page, ".filters li > a", "FOR"));
        Assert.Equal("/?subject=LIC,FOR", Link(page, ".filters .more a", "or FOR"));
        Assert.Equal("/?subject=LIC&subject=-FOR", Link(page, ".filters .more a", "not FOR"));
        Assert.Equal("/", Link(page, ".filters li > a", "LIC"));
        // No release is both AWD and FOR; together with LIC they can only be alternatives.
        var both = await _app.PageAsync("/?subject=FOR");
        Assert.DoesNotContain(both.QuerySelectorAll(".filters li > a"), link => link.TextContent.Contains("AWD", StringComparison.Ordinal));
        Assert.Equal("/?subject=FOR,AWD", Link(both, ".filters .more a", "or AWD"));
    }

    [Fact]
    public async Task A_wire_and_a_language_are_replaced_joined_and_excluded_by_a_link()
    {
        var page = await _app.PageAsync("/?wire=lelezard&lang=-nb");

        Assert.Equal("/?wire=prnewswire&lang=-nb", Link(page, ".filters li > a", "PR Newswire"));
        Assert.Equal("/?wire=lelezard,prnewswire&lang=-nb", Link(page, ".filters .more a", "or PR Newswire"));
        Assert.Equal("/?lang=-nb", Link(page, ".filters li > a", "Le Lézard"));
        Assert.Equal("/?wire=lelezard", Link(page, ".filters li > a", "not Norsk bokmål"));
        Assert.Equal("/?wire=lelezard&lang=-nb,fr", Link(page, ".filters .more a", "not Français"));
        Assert.Single((await _app.PageAsync("/")).QuerySelectorAll(".filters span[lang]"), name => name.TextContent.Contains("Norsk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chips_show_the_conditions_and_each_part_can_be_removed()
    {
        var page = await _app.PageAsync("/?subject=LIC,FOR&subject=-AWD&wire=lelezard");

        Assert.Equal(
            [
                ("Remove from filter: LIC Licensing", "/?subject=FOR&subject=-AWD&wire=lelezard"),
                ("Remove from filter: FOR Foreign Policy & International Affairs", "/?subject=LIC&subject=-AWD&wire=lelezard"),
                ("Remove both: LIC Licensing or FOR Foreign Policy & International Affairs", "/?subject=-AWD&wire=lelezard"),
                ("Remove filter: not AWD Awards", "/?subject=LIC,FOR&wire=lelezard"),
                ("Remove filter: Le Lézard", "/?subject=LIC,FOR&subject=-AWD"),
            ],
            page.QuerySelectorAll(".heading .chips a").Select(link => (link.GetAttribute("aria-label")!, link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task The_form_for_days_keeps_the_other_filters()
    {
        var page = await _app.PageAsync("/?subject=LIC&subject=-FOR&wire=lelezard&from=2026-11-18");

        var form = page.QuerySelectorAll(".filters form")[0];
        Assert.Equal("/", form.GetAttribute("action"));
        Assert.Equal(
            ["subject=LIC", "subject=-FOR", "wire=lelezard", "from=2026-11-18", "to="],
            form.QuerySelectorAll("input").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}"));
    }

    [Fact]
    public async Task The_list_comes_before_the_filters_in_the_document()
    {
        var page = await _app.PageAsync("/");

        var (headline, filters) = (page.QuerySelector("article h3 a")!, page.QuerySelector(".filters")!);
        Assert.True(headline.CompareDocumentPosition(filters).HasFlag(DocumentPositions.Following));
    }

    [Fact]
    public async Task A_subjects_page_and_the_list_filtered_by_it_are_the_same_list()
    {
        var (page, list) = (await _app.PageAsync("/subjects/LIC"), await _app.PageAsync("/?subject=LIC"));
        // The link to the other density leads back to the address that was asked for.
        foreach (var density in new[] { page, list }.SelectMany(document => document.QuerySelectorAll("a[href^='/density/']")))
            density.Remove();

        Assert.Equal("ABE", Shown(page));
        Assert.Equal(list.QuerySelector(".columns")!.InnerHtml, page.QuerySelector(".columns")!.InnerHtml);
    }

    [Fact]
    public async Task A_story_stands_in_the_list_once_with_its_other_copies()
    {
        var body = ReleaseBuilder.Words(900);
        await _app.Stores.SaveAsync(ReleaseBuilder.Build(50, "Headline Z", body, via: "lelezard", at: ReleaseBuilder.Noon), Token);
        for (var number = 60; number < 65; number++)
            await _app.Stores.SaveAsync(ReleaseBuilder.Build(number, $"Between {number}", at: ReleaseBuilder.Noon.AddMinutes(number)), Token);
        await _app.Stores.SaveAsync(ReleaseBuilder.Build(51, "Headline Z", body, via: "prnewswire", at: ReleaseBuilder.Noon.AddHours(3)), Token);

        var all = await _app.PageAsync("/?from=2026-11-20&subject=LIC");
        var row = Assert.Single(all.QuerySelectorAll("article"), row => row.QuerySelector("h3")!.TextContent == "Headline Z");
        Assert.NotNull(row.QuerySelector(".echo"));
        foreach (var wire in new[] { "lelezard", "prnewswire" })
        {
            var page = await _app.PageAsync($"/?wire={wire}&from=2026-11-20&subject=LIC");
            Assert.Single(page.QuerySelectorAll("article h3"), headline => headline.TextContent == "Headline Z");
        }
    }

    private static string Shown(IParentNode page) => string.Concat(page.QuerySelectorAll("article h3").Select(headline => headline.TextContent[^1]).Order());

    private static string? Link(IParentNode page, string where, string name) =>
        page.QuerySelectorAll(where).Single(link => (link.GetAttribute("aria-label") ?? string.Join(' ', link.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).StartsWith(name, StringComparison.Ordinal)).GetAttribute("href");
}
