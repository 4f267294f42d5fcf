using AngleSharp.Dom;
using NewsWire.Ingest;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>The wires pages over sources in every state, written by the real ingestion or, where a network would be needed, as it writes them.</summary>
public sealed class WiresPageTests : IAsyncLifetime
{
    private WebApp _app = null!;
    private StubWireServer _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await WebApp.StartAsync(hoursAfterNoon: 1, Token);
        _server = await StubWireServer.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_source_in_a_private_network_says_which_setting_allows_it()
    {
        await DrainAsync([], Feed("intranet", "http://10.1.2.3/feed"));

        var source = Source(await _app.PageAsync("/wires"), "intranet");

        Assert.Equal("Blocked by settings", Text(source, ".state"));
        Assert.Contains("10.1.2.3 is in a private network. To allow it, add 10.1.2.3/32 to Ingestion:AllowedNetworks.", Text(source), StringComparison.Ordinal);
        Assert.EndsWith("Last success: never", Text(source, ".checked"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_failure_has_its_state_and_what_to_change()
    {
        _server.Answers("/500", () => new StubAnswer { Status = 500 });
        _server.Answers("/401", () => new StubAnswer { Status = 401 });
        _server.Answers("/text", "Nothing of a release.", "text/plain");
        _server.Answers("/check", "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1></body></html>");
        await DrainAsync(
            ["127.0.0.1/32"],
            Local("gone", "/404"), Local("broken", "/500"), Local("closed", "/401"), Local("odd", "/text"), Local("robots", "/check"),
            Feed("nowhere", "http://127.0.0.1:1/feed"), Feed("invalid", "http://feed.invalid/"),
            new SourceOptions { Key = "drop", Wire = "other", Kind = "folder", Address = "/nowhere/inbox" });

        var page = await _app.PageAsync("/wires");

        string[] states = [.. page.QuerySelectorAll(".attention .source").Select(source => $"{Text(source, "h3")}: {Text(source, ".state")}").Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "broken: Server error (500)", "closed: Access denied (401)", "drop: Folder not readable", "gone: Not found (404)", "invalid: Invalid address",
                "nowhere: Unreachable", "odd: Not understood", "robots: Access denied (200)",
            ],
            states);
        Assert.All(page.QuerySelectorAll(".attention .source"), source => Assert.NotEqual("", Text(source, ".remedy")));
        Assert.DoesNotContain("It has not answered yet", Text(page.Body!), StringComparison.Ordinal);
        Assert.Equal("8 sources", Text(page.QuerySelector(".attention")!, ".total"));
    }

    [Fact]
    public async Task A_rate_limit_states_its_end_in_the_readers_zone()
    {
        _server.Answers("/feed", () => new StubAnswer { Status = 429, Headers = { ["Retry-After"] = "3600" } });
        await DrainAsync(["127.0.0.1/32"], Local("busy", "/feed"));
        await _app.Database.ExecuteAsync("update source set asked_at = @Asked, due_at = @Due", new { Asked = ReleaseBuilder.Noon, Due = ReleaseBuilder.Noon.AddMinutes(68) }, Token);

        var source = Source(await _app.PageAsync("/wires", zone: "America/New_York"), "busy");

        Assert.Equal("Rate limited (429); next try 08:08", Text(source, ".state"));
        Assert.Contains("It answered 429 Too Many Requests. Nothing needs to be done.", Text(source), StringComparison.Ordinal);
        Assert.Equal("Failed 07:00. Last success: never", Text(source, ".checked"));
    }

    [Fact]
    public async Task A_source_that_waits_because_of_another_of_its_host_is_not_failing_and_states_its_next_check()
    {
        _server.Answers("/busy", () => new StubAnswer { Status = 429, Headers = { ["Retry-After"] = "3600" } });
        _server.Answers("/feed", InventedWire.PrNewswireFeed(("Norvale opens a plant", "https://norvale.test/1", "Fri, 20 Nov 2026 11:37:00 +0000", "CXP")), "application/rss+xml");
        await DrainAsync(["127.0.0.1/32"], Local("calm", "/feed"));
        await DrainAsync(["127.0.0.1/32"], Local("busy", "/busy"), Local("calm", "/feed"), Local("new", "/feed"));
        await _app.Database.ExecuteAsync("update source set asked_at = @Noon where key = 'calm'", new { ReleaseBuilder.Noon }, Token);
        await _app.Database.ExecuteAsync("update source set due_at = @Due where key <> 'busy'", new { Due = ReleaseBuilder.Noon.AddMinutes(68) }, Token);

        var page = await _app.PageAsync("/wires");

        Assert.Equal("Rate limited (429)", Text(Source(page, "busy"), ".state").Split(';')[0]);
        Assert.Equal("OK", Text(Source(page, "calm"), ".state"));
        Assert.Equal("Checked every 10 min, last 12:00, next 13:08: its host asked for a pause", Text(Source(page, "calm"), ".checked"));
        Assert.Equal("Not checked yet", Text(Source(page, "new"), ".state"));
        Assert.Equal("Next check: 13:08", Text(Source(page, "new"), ".checked"));
    }

    [Fact]
    public async Task Failing_sources_stand_first_then_the_healthy_then_those_that_are_off()
    {
        _server.Answers("/feed", InventedWire.PrNewswireFeed(("Norvale opens a plant", "https://norvale.test/1", "Fri, 20 Nov 2026 11:37:00 +0000", "CXP")), "application/rss+xml");
        SourceOptions[] sources = [Local("z-gone", "/404", "prnewswire"), Local("a-fine", "/feed", "prnewswire"), Local("b-off", "/feed", "prnewswire", enabled: false), Local("c-removed", "/feed", "cnw")];
        await DrainAsync(["127.0.0.1/32"], sources);
        await DrainAsync(["127.0.0.1/32"], sources[..3]);

        var page = await _app.PageAsync("/wires");
        Assert.Equal(["z-gone", "a-fine", "b-off", "c-removed"], page.QuerySelectorAll(".source h3").Select(heading => heading.TextContent));
        Assert.Equal("OK", Text(Source(page, "a-fine"), ".state"));
        Assert.StartsWith("1 release, 1 new; 1 link, 1 new.", Text(Source(page, "a-fine"), "div + div"), StringComparison.Ordinal);
        Assert.StartsWith("Checked every 10 min, last ", Text(Source(page, "a-fine"), ".checked"), StringComparison.Ordinal);
        Assert.Equal("Switched off", Text(Source(page, "b-off"), ".state"));
        Assert.Equal("Removed from the settings", Text(Source(page, "c-removed"), ".state"));

        var wire = await _app.PageAsync("/wires/prnewswire");
        Assert.Equal(["z-gone", "a-fine", "b-off"], wire.QuerySelectorAll(".source h3").Select(heading => heading.TextContent));
        Assert.Equal("3 sources, 1 needs attention", Text(wire.Body!, "details.sources summary"));
        // Its releases stand first: what its sources say is folded.
        Assert.False(wire.QuerySelector("details.sources")!.HasAttribute("open"));
        Assert.NotEmpty(wire.QuerySelectorAll("article"));
        Assert.Equal("No direct source; received via other wires.", Text((await _app.PageAsync("/wires/newsfile")).Body!, ".source-none"));
    }

    [Fact]
    public async Task A_source_that_no_gatherer_checks_any_more_needs_attention()
    {
        _server.Answers("/feed", InventedWire.PrNewswireFeed(("Norvale opens a plant", "https://norvale.test/1", "Fri, 20 Nov 2026 11:37:00 +0000", "CXP")), "application/rss+xml");
        await DrainAsync(["127.0.0.1/32"], Local("idle", "/feed"));
        await _app.Database.ExecuteAsync("update source set asked_at = @Noon, due_at = @Due", new { ReleaseBuilder.Noon, Due = ReleaseBuilder.Noon.AddMinutes(10) }, Token);

        var page = await _app.PageAsync("/wires");

        Assert.Equal("Not checked since 12:00", Text(Source(page, "idle"), ".state"));
        Assert.Contains("No running NewsWire checks this source.", Text(Source(page, "idle"), ".remedy"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".attention #source-idle"));
    }

    [Fact]
    public async Task No_page_shows_a_key_or_password_of_a_source()
    {
        const string key = "s3cretKey42";
        _server.Answers("/feed", $"""
            <?xml version="1.0"?><rss version="2.0"><channel><title>Releases</title>
            <item><title>Norvale opens a plant in Ghent</title><link>{_server.Address("/1")}?id=1&amp;apikey={key}</link><guid>{_server.Address("/1")}?apikey={key}</guid>
            <pubDate>Fri, 20 Nov 2026 11:37:00 +0000</pubDate><description>Norvale today opened a plant. See {_server.Address("/more")}?apikey={key} for what it will make there and...</description></item>
            </channel></rss>
            """, "application/rss+xml");
        await DrainAsync(["127.0.0.1/32"], Local("keyed", $"/feed?apikey={key}", "prnewswire"), Feed("userinfo", $"https://reader:{key}@wire.com/feed"), Feed("gone", $"{_server.Address("/gone")}?token={key}"));

        var list = await _app.PageAsync("/");
        var release = await _app.PageAsync(list.QuerySelector("article h3 a")!.GetAttribute("href")!);
        foreach (var page in new[] { list, release, await _app.PageAsync("/wires"), await _app.PageAsync("/wires/other"), await _app.PageAsync("/wires/prnewswire") })
            Assert.DoesNotContain(key, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("apikey=***", Text((await _app.PageAsync("/wires")).Body!), StringComparison.Ordinal);
        Assert.Equal($"{_server.Address("/1")}?id=1", await _app.Database.FindAsync<string>("select url from release", null, Token));
        // What is fetched needs its key.
        Assert.Contains(key, Assert.Single(_server.Requests, request => request.Path == "/1").Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_needs_the_secret_of_its_source_is_stored_as_its_text()
    {
        const string key = "9f86d081884c7d659a2feaa0c55ad015";
        _server.Answers($"/{key}/feed", $"""
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Releases</title>
            <item><title>Norvale opens a plant in Ghent</title><link>{_server.Address($"/{key}/1")}</link>
            <pubDate>Fri, 20 Nov 2026 11:37:00 +0000</pubDate><content:encoded><![CDATA[<p>Norvale today opened a plant. See <a href="{_server.Address($"/{key}/more")}">what it makes</a> and <a href="https://norvale.com/">Norvale</a>.</p>
            <p>{ReleaseBuilder.Words(1)}</p>]]></content:encoded></item>
            </channel></rss>
            """, "application/rss+xml");
        await DrainAsync(["127.0.0.1/32"], Local("keyed", $"/{key}/feed"));

        var body = await _app.Database.FindAsync<string>("select body_html from release_body", null, Token);
        Assert.Contains("See what it makes and <a href=\"https://norvale.com/\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("***", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_that_were_taken_with_a_remark_are_not_among_the_rejected()
    {
        await DrainAsync([], Feed("intranet", "http://10.1.2.3/feed"));
        await _app.Database.ExecuteAsync(
            """
            insert into document (source_id, address, found_at, due_at, state, settled_at, reason, failure)
            select id, 'https://wire.test/' || given.state, now(), now(), given.state, now(), 'About ' || given.state, given.failure
            from source, (values ('taken', null), ('refused', 'unreadable')) as given (state, failure)
            """, null, Token);

        var source = Source(await _app.PageAsync("/wires"), "intranet");

        Assert.Equal(["Recently rejected documents", "Recently received with remarks"], source.QuerySelectorAll("h4").Select(heading => heading.TextContent));
        Assert.Contains("About refused.", Text(source.QuerySelectorAll(".documents")[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("About taken.", Text(source.QuerySelectorAll(".documents")[0]), StringComparison.Ordinal);
    }

    private static SourceOptions Feed(string key, string address, string wire = "other", bool enabled = true) => new() { Key = key, Wire = wire, Kind = "feed", Address = address, Enabled = enabled };

    private SourceOptions Local(string key, string path, string wire = "other", bool enabled = true) => Feed(key, _server.Root.AbsoluteUri.TrimEnd('/') + path, wire, enabled);

    private async Task DrainAsync(IReadOnlyList<string> allowed, params SourceOptions[] sources)
    {
        await using var ingestion = await IngestionHarness.StartAsync(_app.Store, sources, Token, allowedNetworks: allowed);
        await ingestion.DrainAsync(Token);
    }

    private static IElement Source(IParentNode page, string key) => page.QuerySelector($"#source-{key}") ?? throw new InvalidOperationException($"No source {key}.");

    private static string Text(IParentNode parent, string selector) => parent.QuerySelector(selector) is { } element ? Text(element) : "";

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
