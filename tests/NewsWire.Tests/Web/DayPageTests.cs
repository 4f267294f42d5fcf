using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>Days: what a list shows under the heading of a day is what that day's filter finds and where that day's link leads.</summary>
public sealed class DayPageTests : IAsyncLifetime
{
    private WebApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await WebApp.StartAsync(hoursAfterNoon: 6, Token);
        // Every six hours and a half from 14 to 19 November, and on three of these days one that has a day and no time.
        for (var number = 0; number < 20; number++)
            await SaveAsync(number, new DateTimeOffset(2026, 11, 14, 0, 30, 0, TimeSpan.Zero).AddHours(6.5 * number));
        for (var day = 15; day < 18; day++)
            await SaveAsync(100 + day, new DateTimeOffset(2026, 11, day, 12, 0, 0, TimeSpan.Zero), isDay: true);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/Toronto")]
    [InlineData("Pacific/Honolulu")]
    [InlineData("Pacific/Auckland")]
    [InlineData("Pacific/Kiritimati")]
    public async Task What_stands_under_a_day_is_found_by_that_day(string zone)
    {
        var days = Days(await _app.PageAsync("/", zone));
        Assert.InRange(days.Count, 5, 7);

        foreach (var (day, headlines) in days)
        {
            var only = await _app.PageAsync($"/?subject=LIC&from={day}&to={day}", zone);
            Assert.Equal([(day, headlines)], Days(only));
            Assert.EndsWith($"· {headlines.Split('|').Length} release{(headlines.Contains('|') ? "s" : "")}", only.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(days.SkipWhile(other => other.Day != day), Days(await _app.PageAsync($"/?subject=LIC&day={day}", zone)));
            Assert.Equal(days.SkipWhile(other => other.Day != day), Days(await _app.PageAsync($"/subjects/LIC?day={day}", zone)));
        }
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Pacific/Honolulu")]
    [InlineData("Pacific/Auckland")]
    public async Task Newer_and_older_pages_of_a_day_leave_nothing_out(string zone)
    {
        var all = Headlines(await _app.PageAsync("/", zone));
        var page = await _app.PageAsync("/?day=2026-11-16", zone);
        var shown = Headlines(page);
        using var newer = await _app.AskAsync(page.QuerySelector(".pager [rel=prev]")!.GetAttribute("href")!, zone);
        Assert.Equal("/", newer.Headers.Location?.OriginalString ?? "/");

        for (var number = 0; number < 60; number++)
            await SaveAsync(200 + number, ReleaseBuilder.Noon.AddMinutes(number));
        page = await _app.PageAsync("/?day=2026-11-16", zone);
        List<string> newest = [];
        for (var address = page.QuerySelector(".pager [rel=prev]")?.GetAttribute("href"); address is not null;)
        {
            var before = await _app.PageAsync(await TargetAsync(address, zone), zone);
            newest.AddRange(Headlines(before));
            address = before.QuerySelector(".pager [rel=prev]")?.GetAttribute("href");
        }

        Assert.Empty(all.Except(newest).Except(shown));
    }

    [Fact]
    public async Task A_day_stays_in_the_address_and_in_the_zone_that_the_page_names()
    {
        var page = await _app.PageAsync("/?day=2026-11-16");

        Assert.Equal("2026-11-16", Days(page)[0].Day);
        Assert.Equal("", page.DocumentElement.GetAttribute("data-zone"));
        Assert.Contains("Times are in UTC", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Releases up to 16 Nov 2026 · 23 releases in all", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        // Any other list is shown in the reader's zone at once.
        Assert.Equal("UTC", (await _app.PageAsync("/?subject=LIC")).DocumentElement.GetAttribute("data-zone"));
    }

    [Theory]
    [InlineData("/?day=2026-11-30", "No releases on 30 Nov 2026. The nearest older ones follow.")]
    [InlineData("/subjects/LIC?day=2026-11-30", "No releases on 30 Nov 2026. The nearest older ones follow.")]
    [InlineData("/?day=2026-11-16", null)]
    public async Task A_day_without_releases_is_said(string address, string? notice)
    {
        var page = await _app.PageAsync(address);

        Assert.Equal(notice, page.QuerySelector(".notice")?.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll("article"));
        // After the last day there is nothing newer to go to.
        Assert.Equal(notice is null, page.QuerySelector(".pager [rel=prev]") is not null);
    }

    [Fact]
    public async Task A_day_before_the_first_release_is_an_empty_page_that_says_so()
    {
        var page = await _app.PageAsync("/?subject=LIC&day=1931-11-30");

        Assert.StartsWith("There are no releases on or before 30 Nov 1931.", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/?subject=LIC", page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/", "Older releases · 83 releases in all")]
    [InlineData("/?subject=LIC", "Licensing, older releases · 83 releases in all")]
    [InlineData("/subjects/LIC", "Licensing, older releases · 83 releases in all")]
    public async Task The_heading_of_an_older_page_says_so(string address, string heading)
    {
        for (var number = 0; number < 60; number++)
            await SaveAsync(200 + number, ReleaseBuilder.Noon.AddMinutes(number));

        var first = await _app.PageAsync(address);
        var page = await _app.PageAsync(first.QuerySelector(".pager [rel=next]")!.GetAttribute("href")!);

        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.Equal($"{heading} - NewsWire", page.Title);
    }

    private async Task SaveAsync(int number, DateTimeOffset at, bool isDay = false)
    {
        var stored = await _app.Stores.SaveAsync(ReleaseBuilder.Build(number, at: at), Token);
        if (isDay)
            await _app.Database.ExecuteAsync("update release set published_as = 'day', published_zone = 'Pacific/Auckland' where id = @Id", new { stored.Id }, Token);
    }

    // The headlines under each day, in the order of the page.
    private static List<(string Day, string Headlines)> Days(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".day").Select(day => (day.QuerySelector("h2 time")!.GetAttribute("datetime")!, string.Join('|', Headlines(day))))];

    private static List<string> Headlines(IParentNode part) => [.. part.QuerySelectorAll("article h3").Select(headline => headline.TextContent)];

    private async Task<string> TargetAsync(string address, string zone)
    {
        using var answer = await _app.AskAsync(address, zone);
        return answer.Headers.Location?.OriginalString ?? address;
    }
}
