using Microsoft.Extensions.Time.Testing;
using NewsWire.Data;
using NewsWire.Ingest;
using NewsWire.Tests.Support;
using Npgsql;
using Xunit;

namespace NewsWire.Tests.Ingest;

public sealed class IngestionOutageTests
{
    private const string Feed = "https://www.prnewswire.example/rss/all.rss";

    private readonly InventedWire _wire = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("53100", DatabaseFailureKind.ReadOnly)]
    [InlineData("25006", DatabaseFailureKind.ReadOnly)]
    [InlineData("57014", DatabaseFailureKind.Slow)]
    [InlineData("53200", DatabaseFailureKind.Away)]
    public async Task What_the_database_cannot_store_is_no_failure_of_the_source_and_is_stored_later(string state, DatabaseFailureKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        const string link = "https://www.prnewswire.example/news-releases/norvale-302900001.html";
        _wire.Publish(Feed, InventedWire.PrNewswireFeed(("Norvale opens a plant", link, "Fri, 20 Nov 2026 13:37:00 +0000", "CXP")));
        await database.Database.ExecuteAsync(
            $"""
            create function refuse() returns trigger language plpgsql as
              $$ begin raise exception 'no space left on device' using errcode = '{state}'; end $$;
            create trigger refuse before insert on release for each row execute function refuse()
            """, null, Token);
        var source = new SourceOptions { Key = "feed", Wire = "prnewswire", Kind = "feed", Address = Feed };
        await using var ingestion = await IngestionHarness.StartAsync(database, [source], Token, _wire, _time);

        var failed = await Assert.ThrowsAsync<PostgresException>(() => ingestion.DrainAsync(Token));

        Assert.Equal(kind, DatabaseFailure.Of(failed)?.Kind);
        const string untouched = "select count(*) from source where key = 'feed' and failures = 0 and answer is null";
        Assert.Equal(1, await database.Database.FindAsync<long>(untouched, null, Token));

        await database.Database.ExecuteAsync("drop trigger refuse on release", null, Token);
        _time.Advance(TimeSpan.FromMinutes(2));
        await ingestion.DrainAsync(Token);

        Assert.Equal(1, await database.Database.FindAsync<long>("select count(*) from release", null, Token));
    }
}
