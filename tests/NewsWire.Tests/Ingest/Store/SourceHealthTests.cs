using Microsoft.Extensions.Time.Testing;
using NewsWire.Data;
using NewsWire.Ingest;
using NewsWire.Ingest.Fetch;
using NewsWire.Ingest.Store;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Store;

public sealed class SourceHealthTests : IAsyncLifetime
{
    private static readonly SourceOptions Source = new() { Key = "list", Wire = "lelezard", Kind = "list", Address = "https://lelezard.test/list" };
    private static readonly FetchResult.Refused NotFound = new(FailureKind.Missing, "It answered 404 Not Found.", 404);
    private static readonly FetchResult.Refused Blocked = new(FailureKind.Blocked, "10.1.2.3 is in a private network.") { Remedy = "To allow it, add 10.1.2.3/32 to Ingestion:AllowedNetworks." };

    private readonly FakeTimeProvider _time = new(ReleaseBuilder.Noon);
    private TestDatabase _database = null!;
    private SourceStore _sources = null!;
    private DocumentStore _documents = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, SourceOptions> Changed => new()
    {
        { "address", With(address: "https://lelezard.test/other") },
        { "wire", With(wire: "other") },
        { "kind", With(kind: "feed") },
        { "zone", With(zone: "Europe/Paris") },
        { "every", With(every: TimeSpan.FromMinutes(3)) },
    };

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(Token);
        _sources = new SourceStore(_database.Database, new IngestionOptions(), _time);
        _documents = new DocumentStore(_database.Database, new IngestionOptions(), _time);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [MemberData(nameof(Changed))]
    public async Task A_source_whose_setting_changed_is_asked_at_once_and_begins_without_failures(string setting, SourceOptions changed)
    {
        await FailAsync(NotFound, times: 5);

        await ConfigureAsync(changed);

        Assert.True(0 == await FindAsync<int>("select failures from source where failure is null and answer is null and status_code is null"), setting);
        Assert.Equal(0, (await _sources.ClaimAsync(Token))?.Failures);
    }

    [Fact]
    public async Task A_source_that_is_switched_on_again_is_asked_at_once()
    {
        await FailAsync(NotFound, times: 5);

        await ConfigureAsync(With(enabled: false));
        Assert.Null(await _sources.ClaimAsync(Token));
        await ConfigureAsync(Source);

        Assert.NotNull(await _sources.ClaimAsync(Token));
    }

    [Fact]
    public async Task An_unchanged_source_keeps_its_due_time_and_its_state_across_a_restart()
    {
        await FailAsync(NotFound, times: 5);
        var due = await FindAsync<DateTimeOffset>("select due_at from source");
        _time.Advance(TimeSpan.FromMinutes(1));

        await ConfigureAsync(Source);

        Assert.Equal(due, await FindAsync<DateTimeOffset>("select due_at from source where failures = 5 and failure = 'missing' and status_code = 404"));
        Assert.Null(await _sources.ClaimAsync(Token));
    }

    [Fact]
    public async Task What_was_blocked_by_settings_is_asked_again_after_a_restart()
    {
        await FailAsync(Blocked, times: 5);
        await _documents.AddAsync(await FindAsync<int>("select id from source"), [new FoundDocument("https://10.1.2.3/1", ""), new FoundDocument("https://10.1.2.3/2", "")], Token);
        await _documents.RefusedAsync((await _documents.ClaimAsync(Token))!, Blocked with { Final = true }, Token);
        await _documents.RefusedAsync((await _documents.ClaimAsync(Token))!, NotFound with { Final = true }, Token);
        Assert.Null(await _documents.ClaimAsync(Token));

        await ConfigureAsync(Source);

        Assert.NotNull(await _sources.ClaimAsync(Token));
        Assert.Equal("https://10.1.2.3/1", (await _documents.ClaimAsync(Token))?.Address);
        Assert.Null(await _documents.ClaimAsync(Token));
    }

    [Fact]
    public async Task A_failure_is_kept_with_its_kind_and_what_to_change()
    {
        await FailAsync(Blocked, times: 1);
        Assert.Equal("To allow it, add 10.1.2.3/32 to Ingestion:AllowedNetworks.", await FindAsync<string>("select remedy from source where failure = 'blocked'"));

        await FailAsync(NotFound, times: 1);
        Assert.Equal("Check the source's Address: it may have moved.", await FindAsync<string>("select remedy from source where failure = 'missing'"));

        await DueAsync();
        await _sources.SucceededAsync((await _sources.ClaimAsync(Token))!, 200, "1 release, 1 new.", 1, null, null, Token);
        Assert.Equal(1, await FindAsync<long>("select count(*) from source where failures = 0 and failure is null and remedy is null"));
    }

    [Fact]
    public async Task An_answer_to_an_address_that_changed_meanwhile_is_not_kept()
    {
        await ConfigureAsync(Source);
        var asked = (await _sources.ClaimAsync(Token))!;
        await ConfigureAsync(With(address: "https://lelezard.test/other"));

        await _sources.FailedAsync(asked, NotFound, Token);

        Assert.Equal("https://lelezard.test/other", (await _sources.ClaimAsync(Token))?.Address);
        Assert.Equal(1, await FindAsync<long>("select count(*) from source where failures = 0"));
    }

    [Fact]
    public async Task A_requested_check_is_due_at_once_and_one_under_way_is_followed_by_another()
    {
        await FailAsync(NotFound, times: 5);
        var requests = new SourceRequests(_database.Database, _time);
        Assert.Null(await _sources.ClaimAsync(Token));

        Assert.Null(await requests.CheckAsync((await requests.FindAsync("LIST", Token))!, TimeSpan.Zero, TimeSpan.Zero, Token));
        _time.Advance(TimeSpan.FromSeconds(1));
        var first = (await _sources.ClaimAsync(Token))!;
        await requests.CheckAsync((await requests.FindAsync("list", Token))!, TimeSpan.Zero, TimeSpan.Zero, Token);
        _time.Advance(TimeSpan.FromSeconds(1));
        await _sources.SucceededAsync(first, 200, "No releases.", 0, null, null, Token);

        Assert.NotNull(await _sources.ClaimAsync(Token));
    }

    private static SourceOptions With(string? address = null, string? wire = null, string? kind = null, string? zone = null, TimeSpan? every = null, bool enabled = true) => new()
    {
        Key = Source.Key,
        Wire = wire ?? Source.Wire,
        Kind = kind ?? Source.Kind,
        Address = address ?? Source.Address,
        Zone = zone ?? Source.Zone,
        Every = every ?? Source.Every,
        Enabled = enabled,
    };

    private Task ConfigureAsync(SourceOptions source) => _sources.ConfigureAsync([("lelezard", "Le Lézard", null), ("other", "Other sources", null)], [source], Token);

    private async Task FailAsync(FetchResult.Refused failure, int times)
    {
        await ConfigureAsync(Source);
        for (var time = 0; time < times; time++)
        {
            await DueAsync();
            await _sources.FailedAsync((await _sources.ClaimAsync(Token))!, failure, Token);
        }
    }

    private async Task DueAsync()
    {
        var due = await FindAsync<DateTimeOffset>("select due_at from source");
        if (due > _time.GetUtcNow())
            _time.SetUtcNow(due);
    }

    private Task<T?> FindAsync<T>(string sql) => _database.Database.FindAsync<T>(sql, null, Token);
}
