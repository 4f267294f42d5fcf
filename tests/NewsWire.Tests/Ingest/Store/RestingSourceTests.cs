using Microsoft.Extensions.Time.Testing;
using NewsWire.Ingest;
using NewsWire.Ingest.Store;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Store;

public sealed class RestingSourceTests
{
    [Fact]
    public async Task Documents_of_a_paused_source_are_not_due_until_it_resumes()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync(token);
        var time = new FakeTimeProvider(ReleaseBuilder.Noon);
        var (sources, documents) = (new SourceStore(database.Database, new IngestionOptions(), time), new DocumentStore(database.Database, new IngestionOptions(), time));
        var source = new SourceOptions { Key = "list", Wire = "lelezard", Kind = "list", Address = "https://lelezard.test/list" };
        Task ConfigureAsync(params SourceOptions[] configured) => sources.ConfigureAsync([("lelezard", "Le Lézard", null)], configured, token);

        await ConfigureAsync(source);
        var id = await database.Database.FindAsync<int>("select id from source", null, token);
        await documents.AddAsync(id, [new FoundDocument("https://lelezard.test/1", "")], token);
        await ConfigureAsync();
        Assert.Null(await documents.ClaimAsync(token));
        Assert.True(await database.Database.FindAsync<bool>("select due_at = 'infinity' from document", null, token));

        await ConfigureAsync(source);
        Assert.Equal("https://lelezard.test/1", (await documents.ClaimAsync(token))?.Address);
    }
}
