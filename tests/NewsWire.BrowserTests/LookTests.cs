using System.Globalization;
using Deque.AxeCore.Playwright;
using NewsWire.BrowserTests.Support;
using Xunit;

namespace NewsWire.BrowserTests;

/// <summary>Every page from all sides: nothing sticks out, nothing is too small for a finger, nobody is kept out.</summary>
public sealed class LookTests(Site site) : BrowserTest(site)
{
    public static IEnumerable<TheoryDataRow<string>> Pages => Sights.Pages.Keys.Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string, int, bool>> Views =>
        from name in Sights.Pages.Keys from width in new[] { 390, 1280 } from dark in new[] { false, true } select new TheoryDataRow<string, int, bool>(name, width, dark);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing(string name, int width, bool dark)
    {
        var page = await OpenAsync(await AddressAsync(Sights.Pages[name]), View.Desk with { Width = width, Dark = dark });

        var found = await page.RunAxe();
        await Sights.KeepAsync(page, string.Create(CultureInfo.InvariantCulture, $"{name}-{width}{(dark ? "-dark" : "")}"));

        Assert.Empty(found.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {rule.Help}: {node.Html}")));
        Assert.NotEmpty(found.Passes);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_wider_than_the_page(string name)
    {
        var page = await OpenAsync(await AddressAsync(Sights.Pages[name]));
        foreach (var width in new[] { 320, 390, 1280 })
        {
            await page.SetViewportSizeAsync(width, 844);
            var wide = await page.EvaluateAsync<string[]>(
                """
                () => {
                  const root = document.documentElement;
                  const out = [...document.querySelectorAll('body *')].filter(part => {
                    const box = part.getBoundingClientRect();
                    return box.width > 0 && box.right > root.clientWidth + 1 && !part.closest('.scroll');
                  }).map(part => part.outerHTML.slice(0, 100));
                  // What a neighbour's letters run into is not seen in the page's own width.
                  const over = [...document.querySelectorAll('.filters a > *, td, th, .source > *')].filter(part =>
                    !part.closest('.scroll') && part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline').map(part => `over: ${part.outerHTML.slice(0, 100)}`);
                  return root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} px`, ...out] : [...out, ...over];
                }
                """);
            Assert.True(wide.Length == 0, $"At {width}: {string.Join('\n', wide)}");
        }
    }

    [Theory]
    [InlineData("list")]
    [InlineData("list-filtered")]
    [InlineData("list-older")]
    [InlineData("list-empty")]
    [InlineData("subject")]
    [InlineData("release")]
    [InlineData("not-found")]
    public async Task Fingers_find_what_they_touch(string name)
    {
        var page = await OpenAsync(await AddressAsync(Sights.Pages[name]), View.Phone);
        if (await page.Locator(".filters summary").CountAsync() > 0)
            await page.Locator(".filters summary").TapAsync();

        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.masthead a, summary, .filters a, .chips a, .day a, .pager a, .ways a, aside a, .facts a')]
              .map(part => [part, part.getBoundingClientRect()])
              .filter(([, box]) => box.width > 0 && (box.height < 43.9 || box.width < 43.9))
              .map(([part, box]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${part.outerHTML.slice(0, 100)}`)
            """);

        Assert.Empty(small);
    }
}
