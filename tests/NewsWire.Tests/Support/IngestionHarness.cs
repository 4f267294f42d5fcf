using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWire.Data;
using NewsWire.Ingest;
using NewsWire.Ingest.Store;
using NewsWire.Ingest.Wires;

namespace NewsWire.Tests.Support;

/// <summary>Runs the real ingestion on a test's database step by step: each call processes what is due and returns.</summary>
internal sealed class IngestionHarness : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private IngestionHarness(ServiceProvider services) => _services = services;

    public Database Database => _services.GetRequiredService<Database>();

    public static async Task<IngestionHarness> StartAsync(
        TestDatabase database, IReadOnlyList<SourceOptions> sources, CancellationToken token, ISampleWire? sample = null, TimeProvider? time = null, string? folderRoot = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Ingestion:FolderRoot"] = folderRoot, ["Ingestion:Spacing"] = "00:00:00" }).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Critical));
        services.AddSingleton(time ?? TimeProvider.System);
        if (sample is not null)
            services.AddSingleton(sample);
        services.AddDatabase(database.ConnectionString);
        services.AddIngestion(configuration);
        var provider = services.BuildServiceProvider();
        var wires = provider.GetRequiredService<WireCatalog>();
        await provider.GetRequiredService<SourceStore>().ConfigureAsync([.. wires.All.Select(wire => (wire.Key, wire.Name, wire.Home))], sources, token);
        return new IngestionHarness(provider);
    }

    /// <summary>Reads everything that is due now, sources first, as a single worker would; returns the number of documents read.</summary>
    public async Task<int> DrainAsync(CancellationToken token)
    {
        var stores = _services.GetRequiredService<PipelineStores>();
        var pipeline = _services.GetRequiredService<IngestionPipeline>();
        for (var read = 0; ; read++)
        {
            if (await stores.Sources.ClaimAsync(token) is { } source)
                await pipeline.ReadSourceAsync(source, token);
            else if (await stores.Documents.ClaimAsync(token) is { } document)
                await pipeline.ReadDocumentAsync(document, token);
            else
                return read;
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
