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

    private IngestionHarness(ServiceCollection services)
    {
        services.AddLogging(logging => logging.AddProvider(Log));
        _services = services.BuildServiceProvider();
    }

    public Database Database => _services.GetRequiredService<Database>();

    /// <summary>Every line logged, of level Information and above.</summary>
    public LogLines Log { get; } = new();

    public static async Task<IngestionHarness> StartAsync(
        TestDatabase database, IReadOnlyList<SourceOptions> sources, CancellationToken token, ISampleWire? sample = null, TimeProvider? time = null, string? folderRoot = null,
        params IReadOnlyList<string> allowedNetworks)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Ingestion:FolderRoot"] = folderRoot, ["Ingestion:Spacing"] = "00:00:00" })
            .AddInMemoryCollection(allowedNetworks.Select((network, index) => KeyValuePair.Create($"Ingestion:AllowedNetworks:{index}", (string?)network)))
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        if (sample is not null)
            services.AddSingleton(sample);
        services.AddDatabase(database.ConnectionString);
        services.AddIngestion(configuration);
        var harness = new IngestionHarness(services);
        await harness.ConfigureAsync(sources, token);
        return harness;
    }

    /// <summary>Writes the configured sources, as a start of the program does.</summary>
    public async Task ConfigureAsync(IReadOnlyList<SourceOptions> sources, CancellationToken token)
    {
        var wires = _services.GetRequiredService<WireCatalog>();
        await _services.GetRequiredService<SourceStore>().ConfigureAsync([.. wires.All.Select(wire => (wire.Key, wire.Name, wire.Home))], sources, token);
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
