using Microsoft.Extensions.Time.Testing;
using NewsWire.Ingest;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest;

public sealed class IngestionPipelineTests : IAsyncLifetime
{
    private readonly InventedWire _wire = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync(Token);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_list_page_leads_to_release_pages_and_each_is_taken_once()
    {
        PublishLeLezard(3);
        await using var ingestion = await StartAsync(List);

        await ingestion.DrainAsync(Token);
        _time.Advance(TimeSpan.FromHours(1));
        await ingestion.DrainAsync(Token);

        Assert.Equal(3, await CountAsync("select count(*) from release where complete"));
        Assert.Equal(3, await CountAsync("select count(*) from document where state = 'taken' and attempts = 1"));
        Assert.Equal(3, await CountAsync("select count(*) from release where wire = 'prnewswire' and via = 'lelezard'"));
        Assert.Equal("3 links, 0 new.", await TextAsync("select answer from source"));
    }

    [Fact]
    public async Task A_feed_gives_leads_at_once_and_its_pages_the_text()
    {
        const string link = "https://www.prnewswire.example/news-releases/norvale-opens-a-plant-302900001.html";
        _wire.Publish("https://www.prnewswire.example/rss/all.rss", InventedWire.PrNewswireFeed(("Norvale opens a plant", link, "Fri, 20 Nov 2026 13:37:00 +0000", "CXP")));
        await using var ingestion = await StartAsync(Feed);
        await ingestion.DrainAsync(Token);

        Assert.Equal("A lead of Norvale opens a plant that ends...", await TextAsync("select summary from release where not complete"));
        Assert.Contains("404", await TextAsync("select reason from document"), StringComparison.Ordinal);

        _wire.Publish(link, InventedWire.PrNewswirePage("Norvale opens a plant in Ghent", "Norvale today opened a plant. " + ReleaseBuilder.Words(3)));
        await ingestion.Database.ExecuteAsync("update document set state = 'due', due_at = '-infinity'", null, Token);
        await ingestion.DrainAsync(Token);

        Assert.Equal("Norvale opens a plant in Ghent", await TextAsync("select headline from release where complete and native_id = '302900001'"));
        Assert.Equal(new DateTime(2026, 11, 20, 13, 37, 0, DateTimeKind.Utc), await ingestion.Database.FindAsync<DateTime>("select published_at from release", null, Token));
        Assert.Equal("LEEDS, England", await TextAsync("select dateline_place from release_body"));
        Assert.Equal(1, await CountAsync("select count(*) from release"));
    }

    [Fact]
    public async Task A_bad_document_has_its_reason_kept_and_stops_nothing_else()
    {
        PublishLeLezard(6);
        _wire.Publish(Page(1), "<html><body><p>Nothing to see");
        _wire.Publish(Page(2), new byte[17 * 1024 * 1024]);
        _wire.Publish(Page(3), string.Concat(Enumerable.Repeat("<div>", 100_000)));
        _wire.Publish("https://www.prnewswire.example/rss/all.rss", "<!DOCTYPE html><html><body><h1>Please prove that you are human</h1></body></html>");
        _wire.Publish("https://www.prnewswire.example/rss/bomb.rss", """
            <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;"><!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">]>
            <rss version="2.0"><channel><title>&lol3;</title><item><title>&lol3;</title></item></channel></rss>
            """);
        await using var ingestion = await StartAsync(List, Feed, new SourceOptions { Key = "bomb", Wire = "prnewswire", Kind = "feed", Address = "https://www.prnewswire.example/rss/bomb.rss" });

        await ingestion.DrainAsync(Token);

        Assert.Equal(3, await CountAsync("select count(*) from release where via = 'lelezard'"));
        Assert.Equal(3, await CountAsync("select count(*) from document where state = 'refused' and length(reason) > 20"));
        Assert.Equal(1, await CountAsync("select count(*) from source where key = 'feed' and failures = 1 and length(answer) > 20"));
        Assert.Contains("entities that contain markup or other entities were not expanded", await TextAsync("select answer from source where key = 'bomb'"), StringComparison.Ordinal);
        Assert.Equal("&lol3;", await TextAsync("select headline from release where via = 'prnewswire'"));
    }

    [Fact]
    public async Task A_failing_source_is_retried_at_its_interval_then_at_growing_ones_and_reset_by_an_answer()
    {
        await using var ingestion = await StartAsync(List);
        var pauses = new List<double>();
        for (var failure = 0; failure < 3; failure++)
        {
            await ingestion.DrainAsync(Token);
            var due = await ingestion.Database.FindAsync<DateTime>("select due_at from source", null, Token);
            pauses.Add((due - _time.GetUtcNow().UtcDateTime).TotalMinutes);
            _time.SetUtcNow(new DateTimeOffset(due, TimeSpan.Zero));
        }
        Assert.Equal([10, 20, 40], pauses);

        PublishLeLezard(1);
        await ingestion.DrainAsync(Token);
        Assert.Equal(0, await CountAsync("select failures from source"));
    }

    [Fact]
    public async Task Files_dropped_into_a_folder_are_taken_once_each_and_a_changed_file_again()
    {
        var folder = Directory.CreateTempSubdirectory("newswire-inbox-");
        try
        {
            var file = Path.Combine(folder.FullName, "news-a-plant-22400001.html");
            await File.WriteAllTextAsync(file, InventedWire.LeLezardPage("Norvale opens a plant", "It is large. " + ReleaseBuilder.Words(1)), Token);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "half.html.part"), "not yet", Token);
            await using var ingestion = await StartAsync(new SourceOptions { Key = "inbox", Wire = "other", Kind = "folder", Address = folder.FullName, Every = TimeSpan.FromSeconds(2) });

            await DrainLaterAsync(ingestion);
            await DrainLaterAsync(ingestion);
            Assert.Equal(1, await CountAsync("select count(*) from document"));
            Assert.Equal("22400001", await TextAsync("select native_id from release where via = 'lelezard'"));

            await File.WriteAllTextAsync(file, InventedWire.LeLezardPage("Norvale opens a plant", "It is small. " + ReleaseBuilder.Words(1)), Token);
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 11, 20, 15, 30, 0, DateTimeKind.Utc));
            await DrainLaterAsync(ingestion);
            Assert.Equal("corrected", await TextAsync("select status from release"));
            Assert.Equal(1, await CountAsync("select count(*) from release_version"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_lease_that_ends_frees_the_document_and_nothing_is_doubled()
    {
        PublishLeLezard(1);
        await using var ingestion = await StartAsync(List);
        await ingestion.DrainAsync(Token);
        // The state after a crash: the release is stored, the document is not settled.
        await ingestion.Database.ExecuteAsync("update document set state = 'due', leased_until = @Until", new { Until = _time.GetUtcNow().AddSeconds(60) }, Token);

        Assert.Equal(0, await ingestion.DrainAsync(Token));
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(1, await ingestion.DrainAsync(Token));
        Assert.Equal(1, await CountAsync("select count(*) from release"));
        Assert.Equal(1, await CountAsync("select releases from wire where key = 'prnewswire'"));
    }

    [Fact]
    public async Task A_document_that_meets_an_internal_error_is_settled_with_that_reason_and_the_others_are_read()
    {
        PublishLeLezard(3);
        await using var ingestion = await StartAsync(List);
        await ingestion.Database.ExecuteAsync("alter table release add check (headline <> 'Release number 2 of today')", null, Token);
        for (var round = 0; round < 12; round++)
        {
            await ingestion.DrainAsync(Token);
            _time.Advance(TimeSpan.FromHours(4));
        }

        Assert.Equal(2, await CountAsync("select count(*) from release"));
        Assert.Equal(5, await CountAsync("select attempts from document where state = 'refused' and failure = 'internal' and reason = 'Internal error while processing this document.' and remedy = 'See the server log.'"));
    }

    [Fact]
    public async Task A_document_that_ends_the_program_each_time_is_left_alone_at_last()
    {
        PublishLeLezard(1);
        await using var ingestion = await StartAsync(List);
        await ingestion.DrainAsync(Token);
        await ingestion.Database.ExecuteAsync("update document set state = 'due', attempts = 20, leased_until = null", null, Token);

        await ingestion.DrainAsync(Token);

        Assert.Equal("Processing began 20 times and never finished.", await TextAsync("select reason from document where state = 'refused'"));
    }

    private static SourceOptions List => new() { Key = "list", Wire = "lelezard", Kind = "list", Address = "https://www.lelezard.example/en/", Zone = "America/Toronto" };

    private static SourceOptions Feed => new() { Key = "feed", Wire = "prnewswire", Kind = "feed", Address = "https://www.prnewswire.example/rss/all.rss" };

    private static string Page(int number) => $"https://www.lelezard.example/en/news-a-release-{22_400_000 + number}.html";

    private void PublishLeLezard(int releases)
    {
        for (var number = 1; number <= releases; number++)
            _wire.Publish(Page(number), InventedWire.LeLezardPage($"Release number {number} of today", ReleaseBuilder.Words(number)));
        _wire.Publish("https://www.lelezard.example/en/", "<html><body>" + string.Concat(Enumerable.Range(1, releases).Select(number => $"<p><a href=\"{Page(number)}\">Release {number}</a></p>")) + "</body></html>");
    }

    private Task<IngestionHarness> StartAsync(params SourceOptions[] sources) => IngestionHarness.StartAsync(_database, sources, Token, _wire, _time);

    private async Task DrainLaterAsync(IngestionHarness ingestion)
    {
        _time.Advance(TimeSpan.FromSeconds(5));
        await ingestion.DrainAsync(Token);
    }

    private Task<long> CountAsync(string sql) => _database.Database.FindAsync<long>(sql, null, Token)!;

    private Task<string?> TextAsync(string sql) => _database.Database.FindAsync<string>(sql, null, Token);
}
