using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsWire.Ingest;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest;

/// <summary>What a pause that one feed's host asks for (429 or 503 with Retry-After) means for the other sources of that host.</summary>
public sealed class HeldSourceTests : IAsyncLifetime
{
    private static readonly string Feed =
        InventedWire.PrNewswireFeed(("Norvale opens a plant", "https://norvale.invalid/1", "Fri, 20 Nov 2026 11:37:00 +0000", "CXP"));

    private readonly FakeTimeProvider _time = new(ReleaseBuilder.Noon);
    private TestDatabase _database = null!;
    private StubWireServer _server = null!;
    private StubWireServer _otherPort = null!;
    private int _status = 429;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(Token);
        _server = await StubWireServer.StartAsync(Token);
        _otherPort = await StubWireServer.StartAsync(Token);
        _server.Answers("/busy", () => _status == 200 ? Document() : new StubAnswer { Status = _status, Headers = { ["Retry-After"] = "3600" } });
        _server.Answers("/calm", Document);
        _otherPort.Answers("/calm", Document);
    }

    public async ValueTask DisposeAsync()
    {
        await _otherPort.DisposeAsync();
        await _server.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData(429), InlineData(503)]
    public async Task Only_the_source_that_was_answered_so_has_failed_and_the_others_of_its_host_are_asked_after_the_pause(int status)
    {
        _status = status;
        await using var ingestion = await StartAsync();
        await ingestion.DrainAsync(Token);

        Assert.Equal(
            ["busy: 1, asked at 12:00, due at 13:00", "calm: 0, never asked, due after 13:00", "port: 0, asked at 12:00, due at 12:10"],
            await StatesAsync());
        Assert.Equal(["/busy"], _server.Requests.Select(request => request.Path));
        Assert.Single(ingestion.Log.From(LogLevel.Warning), line => line.Text.StartsWith("Source ", StringComparison.Ordinal));

        // Polled again within the pause, nothing changes; the document that the other port's feed led to is settled meanwhile.
        _time.Advance(TimeSpan.FromMinutes(9));
        await ingestion.DrainAsync(Token);
        Assert.Single(_server.Requests);

        _status = 200;
        _time.SetUtcNow(ReleaseBuilder.Noon.AddMinutes(61));
        await ingestion.DrainAsync(Token);
        Assert.Equal(["/busy", "/busy", "/calm"], _server.Requests.Select(request => request.Path).Order(StringComparer.Ordinal));
        Assert.Equal(3, await CountAsync("select count(*) from source where failures = 0 and status_code = 200"));
    }

    [Fact]
    public async Task A_source_that_is_held_keeps_its_last_answer_and_its_failures()
    {
        _status = 200;
        _server.Answers("/calm", () => new StubAnswer { Status = 404 });
        await using var ingestion = await StartAsync();
        await ingestion.DrainAsync(Token);
        _time.Advance(TimeSpan.FromMinutes(10));
        _status = 429;
        // Asked for by a person, it is claimed within the pause.
        await ingestion.DrainAsync(Token);
        await _database.Database.ExecuteAsync("update source set due_at = @Now where key = 'calm'", new { Now = _time.GetUtcNow() }, Token);
        var warnings = ingestion.Log.From(LogLevel.Warning).Count;
        await ingestion.DrainAsync(Token);

        Assert.Equal(1, await CountAsync("select count(*) from source where key = 'calm' and failures between 1 and 2 and failure = 'missing' and status_code = 404 and answer = 'It answered 404 Not Found.'"));
        Assert.Equal(1, await CountAsync("select count(*) from source where key = 'calm' and leased_until is null and due_at >= '2026-11-20T13:10Z'"));
        Assert.Equal(warnings, ingestion.Log.From(LogLevel.Warning).Count);
    }

    [Theory]
    [InlineData(10), InlineData(20)]
    public async Task The_pause_lasts_across_a_restart_also_with_another_interval(int minutes)
    {
        await using (var first = await StartAsync())
            await first.DrainAsync(Token);
        _time.Advance(TimeSpan.FromMinutes(30));

        await using var second = await StartAsync(minutes);
        await second.DrainAsync(Token);

        Assert.Single(_server.Requests);
        Assert.Equal(2, _otherPort.Requests.Count(request => request.Path == "/calm"));
    }

    [Fact]
    public async Task A_document_that_is_held_does_not_count_the_attempt()
    {
        _server.Answers("/list", $"""<html><body><p><a href="{_server.Address("/news-a-release-22400001.html")}">Release</a></p></body></html>""");
        await using var ingestion = await IngestionHarness.StartAsync(
            _database, [new SourceOptions { Key = "list", Wire = "lelezard", Kind = "list", Address = _server.Address("/list").AbsoluteUri }, Source("busy", _server, "/busy")],
            Token, time: _time, allowedNetworks: "127.0.0.1/32");
        await ingestion.DrainAsync(Token);

        Assert.Equal(["/busy", "/list"], _server.Requests.Select(request => request.Path).Order(StringComparer.Ordinal));
        Assert.Equal(1, await CountAsync("select count(*) from document where state = 'due' and attempts = 0 and failure is null and leased_until is null and due_at >= '2026-11-20T13:00Z'"));
    }

    private static StubAnswer Document() => new() { Body = System.Text.Encoding.UTF8.GetBytes(Feed), ContentType = "application/rss+xml" };

    private static SourceOptions Source(string key, StubWireServer server, string path, int minutes = 10) =>
        new() { Key = key, Wire = "prnewswire", Kind = "feed", Address = server.Address(path).AbsoluteUri, Every = TimeSpan.FromMinutes(minutes) };

    private Task<IngestionHarness> StartAsync(int minutes = 10) => IngestionHarness.StartAsync(
        _database,
        [Source("busy", _server, "/busy", minutes), Source("calm", _server, "/calm", minutes), Source("port", _otherPort, "/calm", minutes)],
        Token, time: _time, allowedNetworks: "127.0.0.1/32");

    private async Task<IReadOnlyList<string>> StatesAsync() => await _database.Database.QueryAsync<string>(
        """
        select key || ': ' || failures || ', '
            || coalesce('asked at ' || to_char(asked_at at time zone 'UTC', 'HH24:MI'), 'never asked')
            || case when due_at > '2026-11-20T13:00Z' then ', due after 13:00' else ', due at ' || to_char(due_at at time zone 'UTC', 'HH24:MI') end
        from source order by key
        """, null, Token);

    private Task<long> CountAsync(string sql) => _database.Database.FindAsync<long>(sql, null, Token);
}
