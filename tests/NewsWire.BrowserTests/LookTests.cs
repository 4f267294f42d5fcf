using System.Globalization;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using NewsWire.BrowserTests.Support;
using Xunit;

namespace NewsWire.BrowserTests;

/// <summary>Every page from all sides: nothing sticks out, nothing is too small for a finger, nobody is kept out.</summary>
public sealed class LookTests(Site site) : BrowserTest(site)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static IEnumerable<TheoryDataRow<string>> Pages => Sights.Pages.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing(string name)
    {
        var page = await OpenAsync(await AddressAsync(Sights.Pages[name]));
        // Brought in as a debugger would: the page's own policy lets no script in.
        await page.EvaluateAsync(Axe);
        List<string> found = [];
        foreach (var (width, dark) in Sights.Views)
        {
            await page.SetViewportSizeAsync(width, View.Height(width));
            await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            var sight = string.Create(CultureInfo.InvariantCulture, $"{name}-{width}{(dark ? "-dark" : "")}");
            var violations = await page.EvaluateAsync<string[]>(
                """
                async ([width, dark]) => {
                  if (innerWidth !== width || matchMedia('(prefers-color-scheme: dark)').matches !== dark) return ['This is another sight'];
                  const { violations, passes } = await axe.run({ resultTypes: ['violations'] });
                  if (passes.length === 0) return ['Nothing was looked at'];
                  return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html}`));
                }
                """,
                new object[] { width, dark });
            found.AddRange(violations.Select(violation => $"{sight}: {violation}"));
            await Sights.KeepAsync(page, sight);
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
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
    [MemberData(nameof(Pages))]
    public async Task Every_link_outside_a_sentence_is_at_least_24_pixels_high_and_wide(string name)
    {
        foreach (var width in new[] { 390, 1280 })
        {
            var page = await OpenAsync(await AddressAsync(Sights.Pages[name]), View.Desk with { Width = width });
            await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => part.open = true)");

            var small = await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden])')]
                  .filter(part => !part.closest('.prose, .empty, .notice, .notice-page > p, .skip'))
                  .map(part => [part, part.getBoundingClientRect()])
                  .filter(([, box]) => box.width > 0 && (box.height < 23.9 || box.width < 23.9))
                  .map(([part, box]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${part.outerHTML.slice(0, 120)}`)
                """);

            Assert.True(small.Length == 0, $"At {width}: {string.Join('\n', small)}");
        }
    }

    [Theory]
    [InlineData("list")]
    [InlineData("list-filtered")]
    [InlineData("list-older")]
    [InlineData("list-empty")]
    [InlineData("subject")]
    [InlineData("release")]
    [InlineData("release-french")]
    [InlineData("wires")]
    [InlineData("wire")]
    [InlineData("not-found")]
    public async Task Fingers_find_what_they_touch(string name)
    {
        var page = await OpenAsync(await AddressAsync(Sights.Pages[name]), View.Phone);
        if (await page.Locator(".filters summary").CountAsync() > 0)
            await page.Locator(".filters summary").TapAsync();

        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.masthead a, summary, .filters a, .chips a, .day a, .pager a, .ways a, aside a, .facts a, .record a, .wire a, .intro a, .over a')]
              .map(part => [part, part.getBoundingClientRect()])
              .filter(([, box]) => box.width > 0 && (box.height < 43.9 || box.width < 43.9))
              .map(([part, box]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${part.outerHTML.slice(0, 100)}`)
            """);

        Assert.Empty(small);
    }
}
