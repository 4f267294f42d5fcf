using Microsoft.Playwright;
using NewsWire.BrowserTests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWire.BrowserTests;

/// <summary>The reader's time zone: shown on the first page already, which is loaded once, and by the server from then on.</summary>
public sealed class ZoneTests(Site site) : BrowserTest(site)
{
    // White space between elements is not seen; data-now differs between two loads and data-zone by design.
    private const string Seen =
        """
        () => [...document.querySelectorAll('.day h2, article, footer')].map(part =>
          [part.tagName, part.innerText.replace(/\s+/g, ' ').trim(), ...[...part.querySelectorAll('time')].map(time => time.dateTime)].join(' | '))
        """;

    [Theory]
    [InlineData("/", "Pacific/Auckland")]
    [InlineData("/", "America/Toronto")]
    [InlineData("/", "Asia/Kolkata")]
    [InlineData("/", "Pacific/Honolulu")]
    [InlineData("/", "UTC")]
    [InlineData("/?lang=fr", "Pacific/Auckland")]
    [InlineData("/subjects/LIC", "Pacific/Kiritimati")]
    public async Task A_first_visit_shows_the_readers_zone_in_one_load_as_the_server_does_afterwards(string address, string zone)
    {
        var page = await OpenAsync(address, View.Desk with { Zone = zone });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Single(Documents);
        var rewritten = await page.EvaluateAsync<string[]>(Seen);

        await page.ReloadAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal(2, Documents.Count);
        Assert.Equal(await page.EvaluateAsync<string>("Intl.DateTimeFormat().resolvedOptions().timeZone"), await page.EvaluateAsync<string>("document.documentElement.dataset.zone"));
        Assert.Equal(await page.EvaluateAsync<string[]>(Seen), rewritten);
        Assert.NotEmpty(rewritten);
    }

    [Theory]
    [InlineData("Pacific/Auckland")]
    [InlineData("Pacific/Honolulu")]
    public async Task A_first_visit_to_a_day_shows_that_day_in_the_zone_that_the_page_names(string zone)
    {
        var home = await OpenAsync("/", View.Desk);
        var day = await home.Locator(".day h2 time").Nth(1).GetAttributeAsync("datetime");

        var page = await OpenAsync($"/?day={day}", View.Desk with { Zone = zone });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal(day, await page.Locator(".day h2 time").First.GetAttributeAsync("datetime"));
        await Expect(page.Locator("footer")).ToContainTextAsync("Times are in UTC");
        await page.ReloadAsync();
        await Expect(page.Locator("footer")).ToContainTextAsync(zone);
        Assert.Equal(day, await page.Locator(".day h2 time").First.GetAttributeAsync("datetime"));
    }

    [Fact]
    public async Task Without_script_times_are_in_the_configured_zone()
    {
        var page = await OpenAsync("/", View.Desk with { Script = false, Zone = "Pacific/Auckland" });

        await Expect(page.Locator("footer")).ToContainTextAsync("Times are in UTC");
    }
}
