using Microsoft.Playwright;
using NewsWire.BrowserTests.Support;
using NewsWire.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWire.BrowserTests;

/// <summary>The rows of a list: how many fit a screen, and how soon they are reached.</summary>
public sealed class RowTests(Site site) : BrowserTest(site)
{
    private const string WholeRows =
        "() => [...document.querySelectorAll('article')].filter(row => row.getBoundingClientRect().top >= 0 && row.getBoundingClientRect().bottom <= innerHeight).length";

    [Fact]
    public async Task A_phone_shows_four_rows_with_one_line_of_small_print_each()
    {
        var page = await OpenAsync("/", View.Phone);

        Assert.InRange(await page.EvaluateAsync<int>(WholeRows), 4, 10);
        var broken = await page.Locator("article").EvaluateAllAsync<string[]>(
            """
            rows => rows.filter(row => {
              const line = row.querySelector('.meta').getBoundingClientRect();
              // What does not fit stands below the line, where it is not seen.
              const middles = [...row.querySelectorAll('.when, .meta > *')].map(part => part.getBoundingClientRect())
                .filter(box => box.width > 0 && box.top < line.bottom - 1).map(box => box.top + box.height / 2);
              return Math.max(...middles) - Math.min(...middles) > 4;
            }).map(row => row.textContent)
            """);
        Assert.Empty(broken);
    }

    [Fact]
    public async Task An_issuers_name_is_whole_on_a_phone_and_what_does_not_fit_beside_it_is_left_out()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        var body = "Northern Lakes Instruments Corp. (NYSE: NLI) has news. " + ReleaseBuilder.Words(6002);
        var stored = await Site.Stores.SaveAsync(ReleaseBuilder.Build(6002, "The words of the series", body, issuer: "Northern Lakes Instruments", at: new DateTimeOffset(2026, 1, 4, 12, 0, 0, TimeSpan.Zero)), Token);
        try
        {
            var page = await OpenAsync("/?company=northern-lakes-instruments", View.Phone);
            var cut = await page.Locator("article").EvaluateAsync<string[]>(
                """
                row => {
                  const line = row.querySelector('.meta').getBoundingClientRect();
                  return [...row.querySelectorAll('.meta > *')]
                    .filter(part => part.getBoundingClientRect().top < line.bottom - 1 && part.scrollWidth > part.clientWidth + 1).map(part => part.textContent);
                }
                """);

            Assert.Empty(cut);
            await Expect(page.Locator(".meta .ticker")).ToBeVisibleAsync();
        }
        finally
        {
            await Site.Stores.Database.ExecuteAsync("delete from release where id = @Id", new { stored.Id }, CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_compact_list_is_chosen_without_script_and_stays()
    {
        var page = await OpenAsync("/", View.Desk with { Script = false });
        await page.SetViewportSizeAsync(1280, 1000);

        await page.GetByRole(AriaRole.Link, new() { Name = "Compact view" }).ClickAsync();

        await Expect(page).ToHaveURLAsync($"{Site.Address}/");
        Assert.InRange(await page.EvaluateAsync<int>(WholeRows), 25, 50);
        await page.GetByRole(AriaRole.Link, new() { Name = "Older releases" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Comfortable view" }).ClickAsync();
        await Expect(page.Locator(".compact")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Newer releases" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/", 1280, 6)]
    [InlineData("/", 390, 6)]
    [InlineData("/subjects/LIC", 1280, 7)]
    [InlineData("/subjects/LIC", 390, 7)]
    public async Task The_first_headline_is_a_few_tabs_away(string address, int width, int most)
    {
        var page = await OpenAsync(address, View.Desk with { Width = width });

        var tabs = 0;
        do
        {
            await page.Keyboard.PressAsync("Tab");
            tabs++;
        }
        while (tabs < 30 && !await page.EvaluateAsync<bool>("document.activeElement.closest('article h3') !== null"));

        Assert.InRange(tabs, 1, most);
    }

    [Theory]
    [InlineData("/", "Skip to the list", "releases")]
    [InlineData("/subjects/LIC", "Skip to the list", "releases")]
    [InlineData("~Aldermoor Instruments licenses", "Skip to the release", "content")]
    [InlineData("/subjects", "Skip to the content", "content")]
    public async Task The_skip_link_leads_to_what_the_page_is_for(string named, string words, string id)
    {
        var page = await OpenAsync(await AddressAsync(named));

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = words })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator($"#{id}")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        if (id == "releases")
            await Expect(page.Locator("article h3 a").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_day_of_another_year_keeps_to_its_column()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        var stored = await Site.Stores.SaveAsync(ReleaseBuilder.Build(6000, at: new DateTimeOffset(2025, 11, 19, 12, 0, 0, TimeSpan.Zero)), Token);
        try
        {
            await Site.Stores.Database.ExecuteAsync("update release set published_as = 'day' where id = @Id", new { stored.Id }, Token);
            var page = await OpenAsync("/subjects/LIC");
            foreach (var width in new[] { 390, 1280 })
            {
                await page.SetViewportSizeAsync(width, 900);
                var apart = await page.Locator("article").Filter(new() { HasText = "19 Nov 2025" }).EvaluateAsync<bool>(
                    """
                    row => {
                      const box = part => { const range = document.createRange(); range.selectNodeContents(part); return range.getBoundingClientRect(); };
                      const [day, headline] = [box(row.querySelector('.when')), box(row.querySelector('h3'))];
                      return day.right + 4 <= headline.left || day.top >= headline.bottom - 4;
                    }
                    """);
                Assert.True(apart, $"At {width}, the day runs into the headline.");
            }
        }
        finally
        {
            await Site.Stores.Database.ExecuteAsync("delete from release where id = @Id", new { stored.Id }, CancellationToken.None);
        }
    }

    [Fact]
    public async Task An_issuers_emphasis_is_italic_and_its_figures_stand_at_the_right()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        var stored = await Site.Stores.SaveAsync(
            ReleaseBuilder.Build(6001, body: "An <em>important</em> word.</p><table><tr><td>Revenue</td><td>1,234</td></tr></table><p>End.", at: new DateTimeOffset(2026, 1, 4, 12, 0, 0, TimeSpan.Zero)), Token);
        try
        {
            var page = await OpenAsync($"/releases/{stored.Id}");
            var ink = await page.Locator(".prose p").First.EvaluateAsync<string>("part => getComputedStyle(part).color");

            await Expect(page.Locator(".prose em")).ToHaveCSSAsync("font-style", "italic");
            await Expect(page.Locator(".prose em")).ToHaveCSSAsync("color", ink);
            await Expect(page.Locator(".prose td").Last).ToHaveCSSAsync("text-align", "right");
            await Expect(page.Locator(".prose td").First).ToHaveCSSAsync("text-align", "left");
        }
        finally
        {
            await Site.Stores.Database.ExecuteAsync("delete from release where id = @Id", new { stored.Id }, CancellationToken.None);
        }
    }

    [Fact]
    public async Task The_directory_shows_what_is_in_use_and_folds_the_rest()
    {
        var page = await OpenAsync("/subjects");

        await Expect(page.Locator(".directory tr.none").First).ToBeHiddenAsync();
        await page.Locator(".schemes summary").First.ClickAsync();
        await Expect(page.Locator(".directory tr.none").First).ToBeVisibleAsync();
        await page.GotoAsync("/subjects?q=religion");
        await Expect(page.Locator(".directory tr").Filter(new() { HasText = "Religion" }).First).ToBeVisibleAsync();
    }
}
