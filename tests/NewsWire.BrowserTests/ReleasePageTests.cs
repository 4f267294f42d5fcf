using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsWire.BrowserTests.Support;
using NewsWire.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWire.BrowserTests;

/// <summary>A release's page on paper, and its images, which come from elsewhere and only when the reader asks.</summary>
public sealed partial class ReleasePageTests(Site site) : BrowserTest(site)
{
    // One grey pixel.
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

    private static readonly DateTimeOffset LongAgo = new(2026, 1, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Images_are_fetched_from_their_host_when_the_reader_asks_and_not_before()
    {
        await WithReleaseAsync(async address =>
        {
            OtherHost = "pictures.example";
            var page = await OpenAsync("/subjects");
            var asked = 0;
            await page.RouteAsync("https://pictures.example/**", route =>
            {
                asked++;
                return route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Convert.FromBase64String(Png) });
            });
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.Equal(0, asked);
            await Sights.KeepAsync(page, "release-media");

            await page.GetByRole(AriaRole.Link, new() { Name = "Show 1 image from pictures.example" }).ClickAsync();
            var image = page.GetByRole(AriaRole.Img, new() { Name = "The mill" });
            await image.ScrollIntoViewIfNeededAsync();
            await Expect(image).ToHaveJSPropertyAsync("naturalWidth", 1);

            Assert.Equal(1, asked);
            await page.GetByRole(AriaRole.Link, new() { Name = "Hide images" }).ClickAsync();
            await Expect(page.Locator("img")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public async Task On_paper_a_release_has_its_whole_record_no_relative_day_and_each_address_once()
    {
        await WithReleaseAsync(async address =>
        {
            var page = await OpenAsync(address);
            Assert.Contains(Site.Address + address, await page.Locator(".record").InnerTextAsync(), StringComparison.Ordinal);
            await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

            var record = await page.Locator(".record").InnerTextAsync();
            Assert.Matches(Published(), record);
            Assert.Contains(Site.Address + address, record, StringComparison.Ordinal);
            Assert.Contains("https://lelezard.test/release-20004900.html", record, StringComparison.Ordinal);
            foreach (var part in new[] { "footer", ".masthead nav", ".images" })
                await Expect(page.Locator(part)).ToBeHiddenAsync();
            var printed = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.prose a')].map(link => getComputedStyle(link, '::after').content)");
            Assert.Equal("none", printed[0]);
            Assert.NotEqual("none", printed[1]);
            Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
            await Sights.KeepPrintedAsync(page, "release-media");
        });
    }

    [Fact]
    public async Task No_page_of_a_release_has_a_relative_day_on_paper()
    {
        foreach (var (name, named) in Sights.Pages.Where(sight => sight.Key.StartsWith("release", StringComparison.Ordinal)))
        {
            var page = await OpenAsync(await AddressAsync(named));
            await page.EmulateMediaAsync(new() { Media = Media.Print });

            Assert.DoesNotMatch(RelativeDay(), await page.Locator("main").InnerTextAsync());
            await Sights.KeepPrintedAsync(page, name);
        }
    }

    [Fact]
    public async Task On_paper_a_list_has_the_year_of_its_days_and_its_zone()
    {
        foreach (var (name, address) in new[] { ("list", "/"), ("subject", "/subjects/LIC") })
        {
            // A reader whose zone was not known, so that the days are those of the page's script.
            var page = await OpenAsync(address, View.Desk with { Zone = "America/Toronto" });
            await page.EmulateMediaAsync(new() { Media = Media.Print });

            var days = await page.Locator(".day h2 time").EvaluateAllAsync<string[]>(
                "days => days.map(day => { const after = getComputedStyle(day, '::after').content; return `${day.innerText} ${after === 'none' ? '' : after}`; })");
            Assert.All(days, day => Assert.Matches(Year(), day));
            await Expect(page.Locator(".day h2").First).ToHaveCSSAsync("break-after", "avoid");
            await Expect(page.Locator("footer")).ToHaveTextAsync(ZoneOnPaper(), new() { UseInnerText = true });
            foreach (var part in new[] { ".density", ".filters" })
                await Expect(page.Locator(part)).ToBeHiddenAsync();
            await Sights.KeepPrintedAsync(page, name);
        }
    }

    private async Task WithReleaseAsync(Func<string, Task> test)
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        var release = ReleaseBuilder.Build(
            4900, "A mill with pictures", "It is <a href='https://looms.example/'>www.looms.example</a> and <a href='https://looms.example/mill'>the mill</a>. " + ReleaseBuilder.Words(4900), at: LongAgo) with
        {
            Media = [new("photo", "https://pictures.example/mill.png", "image/png", "The mill", 33_116), new("document", "https://papers.example/report.pdf", "application/pdf", "Report", 1_234_567)],
        };
        var stored = await Site.Stores.SaveAsync(release, Token);
        try
        {
            await test($"/releases/{stored.Id}/{release.Slug}");
        }
        finally
        {
            await Site.Stores.Database.ExecuteAsync("delete from release where id = @Id", new { stored.Id }, CancellationToken.None);
        }
    }

    [GeneratedRegex(@"Published\s+4 Jan 2026, 12:00 UTC", RegexOptions.None, 1000)]
    private static partial Regex Published();

    [GeneratedRegex(@"^[A-Z]+ \d{1,2} [A-Z]+ [ ""]*20\d\d""?$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"^Times are in America/Toronto\.\s*$", RegexOptions.None, 1000)]
    private static partial Regex ZoneOnPaper();

    [GeneratedRegex(@"\b(?:Today|Yesterday|Tomorrow)\b", RegexOptions.None, 1000)]
    private static partial Regex RelativeDay();
}
