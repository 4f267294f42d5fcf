using Microsoft.Playwright;
using NewsWire.BrowserTests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWire.BrowserTests;

/// <summary>Readers who come otherwise: without script, with a keyboard, in another time zone.</summary>
public sealed class ReaderTests(Site site) : BrowserTest(site)
{
    [Fact]
    public async Task Everything_works_without_script()
    {
        var page = await OpenAsync("/", View.Desk with { Script = false });

        await page.Locator(".filters a").Filter(new() { HasText = "LIC" }).First.ClickAsync();
        await Expect(page.Locator(".heading .chips a")).ToHaveCountAsync(1);
        await page.Locator(".heading .chips a").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Older releases" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Newer releases" })).ToBeVisibleAsync();
        await page.Locator("article h3 a").First.ClickAsync();
        await Expect(page.Locator(".prose")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_filters_open_without_script_on_a_phone()
    {
        var page = await OpenAsync("/", View.Phone with { Script = false });

        await Expect(page.Locator(".filters nav")).ToBeHiddenAsync();
        await page.Locator(".filters summary").TapAsync();
        await page.Locator(".filters a").Filter(new() { HasText = "FOR" }).First.TapAsync();

        await Expect(page.Locator(".heading .chips a")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_keyboard_meets_the_skip_link_first_and_always_sees_where_it_is()
    {
        var page = await OpenAsync("/");

        await page.Keyboard.PressAsync("Tab");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip to the list" });
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        for (var stop = 0; stop < 30; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var seen = await page.EvaluateAsync<string>(
                """
                () => {
                  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
                  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                  const visible = box.width > 0 && box.height > 0 && box.top < innerHeight && box.bottom > 0;
                  return outlined && visible ? 'seen' : `${at.outerHTML.slice(0, 80)}: ${style.outline}, ${JSON.stringify(box)}`;
                }
                """);
            Assert.Equal("seen", seen);
        }
    }

    [Fact]
    public async Task A_wide_table_scrolls_in_its_own_box_by_keyboard()
    {
        var page = await OpenAsync(await AddressAsync("~Orvane Semiconductor Reports"), View.Phone);
        var wide = await page.GetByRole(AriaRole.Region, new() { Name = "Table" }).EvaluateAllAsync<int>("boxes => boxes.findIndex(box => box.scrollWidth > box.clientWidth)");
        Assert.NotEqual(-1, wide);
        var box = page.GetByRole(AriaRole.Region, new() { Name = "Table" }).Nth(wide);

        await box.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");

        await page.WaitForFunctionAsync("box => box.scrollLeft > 0", await box.ElementHandleAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    [Theory]
    [InlineData("/?lang=fr", "article h3")]
    [InlineData("/?lang=fr", "article .lead")]
    [InlineData("~Ferland Minéraux obtient", "h1")]
    [InlineData("~Ferland Minéraux obtient", ".prose")]
    public async Task French_is_said_to_be_French(string named, string where)
    {
        var page = await OpenAsync(await AddressAsync(named));

        var languages = await page.Locator(where).EvaluateAllAsync<string[]>("parts => parts.map(part => part.lang)");
        Assert.NotEmpty(languages);
        Assert.All(languages, language => Assert.Equal("fr", language));
    }
}
