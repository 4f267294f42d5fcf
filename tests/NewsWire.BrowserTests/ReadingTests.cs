using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsWire.BrowserTests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWire.BrowserTests;

/// <summary>What readers come for, done as they do it.</summary>
public sealed partial class ReadingTests(Site site) : BrowserTest(site)
{
    // Each story has one row; its copies are named in it.
    private const string Releases = "article";

    [Fact]
    public async Task The_list_shows_the_newest_first_broken_into_days()
    {
        var page = await OpenAsync("/");

        await Expect(page.Locator("article h3").First).ToContainTextAsync("Aldermoor Instruments licenses");
        var times = await page.Locator("article .when").EvaluateAllAsync<string[]>("times => times.map(time => time.dateTime)");
        await Expect(page.Locator(Releases)).ToHaveCountAsync(50);
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        var days = await page.Locator(".day h2 time").EvaluateAllAsync<string[]>("days => days.map(day => day.dateTime)");
        var copy = page.Locator("article").Filter(new() { HasText = "Aldermoor Instruments licenses" }).Locator(".echo");
        await Expect(copy).ToContainTextAsync("also on Le Lézard");
        Assert.InRange(days.Length, 5, 12);
        Assert.Equal(days.Distinct().OrderDescending(StringComparer.Ordinal), days);
        Assert.Equal(times.Select(time => time[..10]).Distinct(), days);
    }

    [Fact]
    public async Task A_headline_leads_to_the_release_and_its_sidebar_to_the_next()
    {
        var page = await OpenAsync("/");
        // What is related is found when a release comes in; one that came early may have found fewer than six.
        var headline = await Site.Stores.OneAsync<string>(
            """
            select headline from release r
            where sample and status = 'live' and (select count(*) from release c where c.headline = r.headline) = 1 and (
                select count(distinct coalesce(o.story_id, -o.id)) from release_related l join release o on o.id = l.related_id
                where l.release_id = r.id and (o.story_id is null or o.story_id is distinct from r.story_id)
                  and o.id is distinct from r.corrects_id and o.corrects_id is distinct from r.id) >= 6
            order by published_at desc limit 1
            """,
            Token) ?? throw new InvalidOperationException("No sample release has six others related to it.");

        await page.GetByRole(AriaRole.Link, new() { Name = headline }).First.ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/releases/[0-9]+/[a-z0-9-]+$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(headline);
        await Expect(page.Locator(".dateline")).ToHaveCountAsync(1);
        Assert.True(await page.Locator(".prose p").CountAsync() > 5);
        var related = page.Locator("aside section").Filter(new() { HasText = "You may also be interested in" }).Locator("li");
        await Expect(related).ToHaveCountAsync(6);
        foreach (var reason in await related.Locator("p").AllInnerTextsAsync())
            Assert.Matches(Reason(), reason);

        var next = await related.Locator("h3").First.InnerTextAsync();
        await related.Locator("a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(next);
    }

    [Fact]
    public async Task A_subject_of_a_row_leads_to_its_list_which_can_be_filtered_further_and_widened()
    {
        var page = await OpenAsync("/");

        await page.Locator("article .subject").Filter(new() { HasText = "LIC" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync($"{Site.Address}/subjects/LIC");
        var licences = await page.Locator("article").CountAsync();
        await page.Locator(".filters li > a").Filter(new() { HasText = "FOR" }).First.ClickAsync();

        await Expect(page).ToHaveURLAsync($"{Site.Address}/?subject=LIC&subject=FOR");
        await Expect(page.Locator(".heading .chips a")).ToHaveCountAsync(2);
        Assert.InRange(await page.Locator("article").CountAsync(), 2, licences - 1);
        foreach (var chip in new[] { "Licensing", "Foreign Policy" })
            await page.GetByRole(AriaRole.Link, new() { Name = "Remove filter" }).Filter(new() { HasText = chip }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{Site.Address}/");
        await Expect(page.Locator(".heading .chips")).ToHaveCountAsync(0);
        await Expect(page.Locator(Releases)).ToHaveCountAsync(50);
    }

    [Fact]
    public async Task A_subject_is_joined_and_excluded_by_the_small_links_of_its_row()
    {
        var page = await OpenAsync("/?subject=LIC");
        var row = page.Locator(".filters li").Filter(new() { HasText = "AWD" });

        await row.HoverAsync();
        await row.GetByRole(AriaRole.Link, new() { Name = "or AWD" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{Site.Address}/?subject=LIC,AWD");
        await Expect(page.Locator("h1")).ToContainTextAsync("Licensing or Awards");
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove from filter: LIC" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{Site.Address}/?subject=AWD");
    }

    [Fact]
    public async Task Days_are_chosen_in_a_form()
    {
        var page = await OpenAsync("/?lang=en");
        var day = await page.Locator(".day h2 time").Nth(1).GetAttributeAsync("datetime");

        await page.GetByLabel("From").FillAsync(day!);
        await page.GetByLabel("To").FillAsync(day!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show these days" }).ClickAsync();

        await Expect(page).ToHaveURLAsync($"{Site.Address}/?lang=en&from={day}&to={day}");
        await Expect(page.Locator(".day h2 time")).ToHaveCountAsync(1);
        Assert.Equal(day, await page.Locator(".day h2 time").GetAttributeAsync("datetime"));
    }

    [Fact]
    public async Task The_directory_leads_to_a_subject_and_its_releases()
    {
        var page = await OpenAsync("/subjects");

        await page.GetByRole(AriaRole.Link, new() { Name = "Licensing" }).First.ClickAsync();

        await Expect(page).ToHaveURLAsync($"{Site.Address}/subjects/LIC");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Licensing");
        Assert.InRange(await page.Locator("article").CountAsync(), 6, 50);
    }

    [Fact]
    public async Task The_pager_leads_to_older_releases_and_back()
    {
        var page = await OpenAsync("/");
        var first = await page.Locator("article h3").AllInnerTextsAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Older releases" }).ClickAsync();
        await Expect(page.Locator("article h3").First).Not.ToHaveTextAsync(first[0]);
        var second = await page.Locator("article h3 a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        Assert.Equal(50, second.Length);
        await page.GetByRole(AriaRole.Link, new() { Name = "Older releases" }).ClickAsync();
        await Expect(page.Locator("article")).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Older releases" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Newer releases" }).ClickAsync();
        Assert.Equal(second, await page.Locator("article h3 a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Newer releases" }).ClickAsync();

        Assert.Equal(first, await page.Locator("article h3").AllInnerTextsAsync());
        await Expect(page).ToHaveURLAsync($"{Site.Address}/");
    }

    [Fact]
    public async Task The_wires_page_shows_the_status_of_sources()
    {
        var page = await OpenAsync("/wires");

        await Expect(page.Locator(".source").Filter(new() { HasText = "sample-lelezard-en" })).ToContainTextAsync("OK");
        await Expect(page.Locator(".source").Filter(new() { HasText = "prnewswire-all" })).ToContainTextAsync("Failed 3 times");
        await page.GetByRole(AriaRole.Link, new() { Name = "Le Lézard" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Le Lézard");
        await Expect(page.Locator(".documents").First).ToContainTextAsync("The page states no headline");
    }

    [Fact]
    public async Task An_address_without_a_page_shows_ways_out()
    {
        var page = await OpenAsync("/nothing/here");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Page not found.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Newest releases" }).ClickAsync();
        await Expect(page.Locator(Releases)).ToHaveCountAsync(50);
    }

    [GeneratedRegex("same issuer|also about .+|same subject: .+", RegexOptions.None, 1000)]
    private static partial Regex Reason();
}
