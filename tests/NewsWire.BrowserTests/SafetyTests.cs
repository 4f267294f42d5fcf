using Microsoft.Playwright;
using NewsWire.BrowserTests.Support;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.BrowserTests;

/// <summary>A stranger's markup does nothing here: it is cleaned when it comes in, and what got through would still not run.</summary>
public sealed class SafetyTests(Site site) : BrowserTest(site)
{
    // Kept in the window before the page's own first line is read.
    private const string Watch = """
        window.ran = []; window.refused = [];
        for (const name of ['alert', 'confirm', 'prompt', 'open']) window[name] = text => window.ran.push(`${name} ${text}`);
        addEventListener('securitypolicyviolation', event => window.refused.push(`${event.violatedDirective} ${event.blockedURI}`));
        """;

    private static readonly DateTimeOffset LongAgo = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Hostile_markup_that_came_in_as_a_release_does_nothing()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        var vector = 0;
        List<long> ids = [];
        foreach (var markup in HostileHtml.All)
        {
            var release = ReleaseBuilder.Build(5000 + vector, $"Hostile {markup}", $"{ReleaseBuilder.Words(vector)}</p>{markup}<p>The end.", at: LongAgo.AddMinutes(vector));
            ids.Add((await Site.Stores.SaveAsync(release, Token)).Id);
            vector++;
        }

        try
        {
            var page = await OpenAsync("/subjects");
            await page.AddInitScriptAsync(Watch);
            foreach (var id in ids)
            {
                await page.GotoAsync($"/releases/{id}");
                await TouchEverythingAsync(page);
                Assert.Empty(await page.EvaluateAsync<string[]>("window.ran.concat(window.refused)"));
                Assert.Equal(1, await page.Locator("h1").CountAsync());
                Assert.Equal(1, await page.Locator("footer").CountAsync());
            }

            // The rows of the list hold the same headlines and the beginnings of the same texts.
            await page.GotoAsync("/subjects/LIC");
            Assert.Empty(await page.EvaluateAsync<string[]>("window.ran.concat(window.refused)"));
        }
        finally
        {
            await Site.Stores.Database.ExecuteAsync("delete from release where id = any(@ids)", new { ids }, CancellationToken.None);
        }
    }

    [Fact]
    public async Task What_would_get_through_is_refused_by_the_browser()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        var stored = await Site.Stores.SaveAsync(ReleaseBuilder.Build(4999, "A release that was tampered with", at: LongAgo.AddMinutes(-1)), Token);
        try
        {
            await Site.Stores.Database.ExecuteAsync(
                """
                update release_body set body_html =
                    '<p id="x" onclick="window.ran.push(1)" style="color:red">x</p><script>window.ran.push(2)</script><img src="/none.png" onerror="window.ran.push(3)">'
                    || '<a id="run" href="javascript:window.ran.push(4)">y</a><iframe src="/"></iframe><base href="https://evil.example/"><img src="https://evil.example/x.png">'
                where release_id = @Id
                """,
                new { stored.Id },
                Token);
            var page = await OpenAsync("/subjects");
            await page.AddInitScriptAsync(Watch);

            await page.GotoAsync($"/releases/{stored.Id}");
            await page.Locator("#x").ClickAsync();
            await page.Locator("#run").ClickAsync();

            Assert.Empty(await page.EvaluateAsync<string[]>("window.ran.map(String)"));
            var refused = string.Join('\n', await page.EvaluateAsync<string[]>("window.refused"));
            foreach (var directive in new[] { "script-src-elem inline", "script-src-attr inline", "style-src-attr inline", "base-uri", "frame-src", "img-src https://evil.example" })
                Assert.Contains(directive, refused, StringComparison.Ordinal);
        }
        finally
        {
            await Site.Stores.Database.ExecuteAsync("delete from release where id = @Id", new { stored.Id }, CancellationToken.None);
        }
    }

    [Fact]
    public async Task No_page_asks_another_host_or_breaks_its_own_rules()
    {
        var page = await OpenAsync("/");
        await page.AddInitScriptAsync(Watch);

        // That nothing left for another host is asked after every test.
        foreach (var (name, named) in Sights.Pages)
        {
            await page.GotoAsync(await AddressAsync(named), new() { WaitUntil = WaitUntilState.NetworkIdle });
            var refused = await page.EvaluateAsync<string[]>("window.refused");
            Assert.True(refused.Length == 0, $"{name}: {string.Join(", ", refused)}");
        }
    }

    private static Task TouchEverythingAsync(IPage page) =>
        page.EvaluateAsync(
            """
            () => {
              for (const part of document.querySelectorAll('.release *'))
                for (const name of ['mouseover', 'focus', 'toggle', 'error', 'load', 'start'])
                  part.dispatchEvent(new Event(name));
              for (const part of document.querySelectorAll('.prose *:not(a)')) part.click();
              for (const link of document.querySelectorAll('.prose a'))
                if (!/^(https?|mailto|tel):$/.test(link.protocol) && link.href) window.ran.push(`leads to ${link.href}`);
            }
            """);
}
