using NewsWire.Data;
using NewsWire.Ingest;
using NewsWire.Ingest.Normalize;
using NewsWire.Ingest.Store;

namespace NewsWire.Tests.Support;

/// <summary>The Store stage on a test's own database, set up as in the pipeline.</summary>
internal sealed class Stores
{
    private readonly RelatedWriter _related;
    private readonly ReleaseWriter _releases;

    public Stores(Database database, TimeProvider? time = null)
    {
        Database = database;
        _releases = new ReleaseWriter(database, new ReleaseNames(database), time ?? TimeProvider.System);
        _related = new RelatedWriter(database, new TermStatistics(database));
    }

    public Database Database { get; }

    public static async Task<Stores> OverAsync(Database database, CancellationToken token, TimeProvider? time = null)
    {
        var stores = new Stores(database, time);
        await new SourceStore(database, new IngestionOptions(), TimeProvider.System).ConfigureAsync(
            [("lelezard", "Le Lézard", null), ("prnewswire", "PR Newswire", null), ("other", "Other sources", null)], [], token);
        return stores;
    }

    public async Task<Stored> SaveAsync(Release release, CancellationToken token)
    {
        var stored = await _releases.SaveAsync(release, null, token);
        if (stored.NeedsRelating)
            await _related.RelateAsync(stored, release, token);
        return stored;
    }

    public async Task<T?> OneAsync<T>(string sql, CancellationToken token, object? parameters = null) => await Database.FindAsync<T>(sql, parameters, token);
}
