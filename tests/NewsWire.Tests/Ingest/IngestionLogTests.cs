using Microsoft.Extensions.Time.Testing;
using NewsWire.Ingest;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest;

/// <summary>What an operator reads in the log: which file or address it was, of which source, and no key or password.</summary>
public sealed class IngestionLogTests : IAsyncLifetime
{
    private readonly InventedWire _wire = new();
    private readonly FakeTimeProvider _time = new(ReleaseBuilder.Noon);
    private TestDatabase _database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync(Token);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_rejected_file_is_named_with_its_folder_and_its_source()
    {
        var root = Directory.CreateTempSubdirectory("newswire-log-");
        try
        {
            root.CreateSubdirectory("inbox");
            await File.WriteAllTextAsync(Path.Combine(root.FullName, "inbox", "foo.xml"), "<nothing/>", Token);
            await using var ingestion = await IngestionHarness.StartAsync(
                _database, [new SourceOptions { Key = "drop", Wire = "other", Kind = "folder", Address = "inbox" }], Token, time: _time, folderRoot: root.FullName);

            await ingestion.DrainAsync(Token);

            Assert.Contains(ingestion.Log.Lines, line => line.StartsWith("Warning: Document inbox/foo.xml of source drop was rejected: ", StringComparison.Ordinal));
            Assert.Equal("1 file, 1 new.", await _database.Database.FindAsync<string>("select answer from source", null, Token));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Sources_and_documents_are_logged_without_keys_and_passwords()
    {
        _wire.Publish("https://www.prnewswire.example/rss/all.rss?apikey=s3cret", InventedWire.PrNewswireFeed(
            ("Norvale opens a plant", "https://www.norvale.example/news/1?token=s3cret", "Fri, 20 Nov 2026 13:37:00 +0000", "CXP")));
        await using var ingestion = await IngestionHarness.StartAsync(
            _database,
            [
                new SourceOptions { Key = "feed", Wire = "prnewswire", Kind = "feed", Address = "https://www.prnewswire.example/rss/all.rss?apikey=s3cret" },
                new SourceOptions { Key = "gone", Wire = "prnewswire", Kind = "feed", Address = "https://www.prnewswire.example/rss/gone.rss?password=s3cret" },
                new SourceOptions { Key = "userinfo", Wire = "prnewswire", Kind = "feed", Address = "https://reader:s3cret@www.prnewswire.test/rss/" },
            ],
            Token, _wire, _time);

        await ingestion.DrainAsync(Token);

        Assert.True(ingestion.Log.Lines.Any(line => line.Contains("of source feed was rejected", StringComparison.Ordinal) && line.Contains("www.norvale.example/news/1?token=***", StringComparison.Ordinal)), string.Join('\n', ingestion.Log.Lines));
        Assert.Contains(ingestion.Log.Lines, line => line.Contains("Source gone (https://www.prnewswire.example/rss/gone.rss?password=***) failed: It answered 404 Not Found.", StringComparison.Ordinal));
        Assert.Contains(ingestion.Log.Lines, line => line.Contains("https://***@www.prnewswire.test/rss/", StringComparison.Ordinal));
        Assert.DoesNotContain(ingestion.Log.Lines, line => line.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_that_persists_is_logged_when_it_begins_changes_and_once_an_hour()
    {
        const string feed = "https://www.prnewswire.example/rss/all.rss";
        await using var ingestion = await IngestionHarness.StartAsync(
            _database, [new SourceOptions { Key = "feed", Wire = "prnewswire", Kind = "feed", Address = feed }], Token, _wire, _time);

        await DrainForAsync(ingestion, TimeSpan.FromMinutes(50));
        Assert.Equal(["Warning: Source feed (https://www.prnewswire.example/rss/all.rss) failed: It answered 404 Not Found. Check the source's Address: it may have moved."], Lines(ingestion));

        await DrainForAsync(ingestion, TimeSpan.FromHours(24));
        Assert.InRange(Lines(ingestion).Count, 2, 25);

        var before = Lines(ingestion).Count;
        _wire.Publish(feed, "<html><body><p>Moved</p></body></html>");
        await DrainForAsync(ingestion, TimeSpan.FromHours(24));
        Assert.Contains("A feed was expected; an HTML page came.", Lines(ingestion)[before], StringComparison.Ordinal);

        _wire.Publish(feed, InventedWire.PrNewswireFeed(("Norvale opens a plant", "https://norvale.test/1", "Fri, 20 Nov 2026 11:37:00 +0000", "CXP")));
        await DrainForAsync(ingestion, TimeSpan.FromHours(24));
        Assert.Contains("Information: Source feed can be read again", ingestion.Log.Lines);
    }

    private async Task DrainForAsync(IngestionHarness ingestion, TimeSpan span)
    {
        for (var end = _time.GetUtcNow() + span; _time.GetUtcNow() < end; _time.Advance(TimeSpan.FromMinutes(5)))
            await ingestion.DrainAsync(Token);
    }

    private static List<string> Lines(IngestionHarness ingestion) =>
        [.. ingestion.Log.Lines.Where(line => line.StartsWith("Warning: Source feed", StringComparison.Ordinal))];

    [Theory]
    [InlineData("prnewswire", "feed", "<html><body><p>Hello</p></body></html>", "A feed was expected; an HTML page came. ", "set Kind to list")]
    [InlineData("prnewswire", "feed", "<root/>", "A feed was expected. Unsupported XML format with the root element <root>.", "that of a feed")]
    [InlineData("prnewswire", "list", "<html><body><p>Hello</p></body></html>", "A page of links to releases of PR Newswire was expected; this page has none.", "Wire is right")]
    [InlineData("prnewswire", "list", "{\"a\": 1}", "A page of links to releases of PR Newswire was expected. Unsupported JSON format.", "such a page")]
    [InlineData("other", "list", "<html><body><p>Hello</p></body></html>", "A page of links to releases was expected, and none is known for the wire other.", "Kind to feed")]
    [InlineData("lelezard", "list", "hello", "A page of links to releases of Le Lézard was expected. ", "such a page")]
    public async Task A_source_that_leads_to_something_else_says_what_was_expected(string wire, string kind, string came, string reason, string remedy)
    {
        _wire.Publish("https://www.prnewswire.example/news", came);
        await using var ingestion = await IngestionHarness.StartAsync(
            _database, [new SourceOptions { Key = "mine", Wire = wire, Kind = kind, Address = "https://www.prnewswire.example/news" }], Token, _wire, _time);

        await ingestion.DrainAsync(Token);

        var line = Assert.Single(ingestion.Log.Lines, line => line.StartsWith("Warning: Source mine", StringComparison.Ordinal));
        Assert.Contains($"failed: {reason}", line, StringComparison.Ordinal);
        Assert.EndsWith(".", line, StringComparison.Ordinal);
        Assert.Contains(remedy, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_internal_error_is_logged_once_with_the_document_it_happened_with()
    {
        const string page = "https://www.lelezard.example/en/news-a-release-22400001.html";
        _wire.Publish(page, InventedWire.LeLezardPage("Release number 1 of today", ReleaseBuilder.Words(1)));
        _wire.Publish("https://www.lelezard.example/en/", $"<html><body><p><a href=\"{page}\">Release 1</a></p></body></html>");
        await using var ingestion = await IngestionHarness.StartAsync(
            _database, [new SourceOptions { Key = "list", Wire = "lelezard", Kind = "list", Address = "https://www.lelezard.example/en/" }], Token, _wire, _time);
        await _database.Database.ExecuteAsync("alter table release add check (headline = '')", null, Token);

        await ingestion.DrainAsync(Token);

        var line = Assert.Single(ingestion.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.StartsWith($"Error: Internal error while processing document {page} of source list", line, StringComparison.Ordinal);
        Assert.Contains("PostgresException", line, StringComparison.Ordinal);
        Assert.Equal("See the server log.", await _database.Database.FindAsync<string>("select remedy from document where failure = 'internal'", null, Token));
    }
}
