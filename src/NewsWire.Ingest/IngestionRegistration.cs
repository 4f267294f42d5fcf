using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsWire.Ingest.Fetch;
using NewsWire.Ingest.Normalize;
using NewsWire.Ingest.Store;
using NewsWire.Ingest.Wires;

namespace NewsWire.Ingest;

/// <summary>Registers ingestion. Everything else in this project is internal.</summary>
public static class IngestionRegistration
{
    /// <summary>Each section of settings with the class it is bound to; “*” stands for the name of a source.</summary>
    public static IReadOnlyList<(string Section, Type Options)> Sections { get; } =
    [
        ("Ingestion", typeof(IngestionOptions)),
        (FetchOptions.Section, typeof(FetchOptions)),
        ("Ingestion:Sources:*", typeof(SourceOptions)),
    ];

    public static IServiceCollection AddIngestion(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IngestionOptions>().Bind(configuration.GetSection("Ingestion"))
            .PostConfigure(SourceRules.NameSources)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<IngestionOptions>, SourceRules>();
        services.AddOptions<FetchOptions>().Bind(configuration.GetSection(FetchOptions.Section));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<IngestionOptions>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<FetchOptions>>().Value);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new WebFetcher(
            provider.GetRequiredService<FetchOptions>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<ISampleWire>(), provider.GetRequiredService<ILogger<WebFetcher>>()));
        services.AddSingleton<FolderReader>();
        services.AddSingleton<DocumentFetcher>();
        services.AddSingleton<WireCatalog>();
        services.AddSingleton<DocumentReader>();
        services.AddSingleton<ReleaseNormalizer>();
        services.AddSingleton<ReleaseNames>();
        services.AddSingleton<ReleaseWriter>();
        services.AddSingleton<TermStatistics>();
        services.AddSingleton<RelatedWriter>();
        services.AddSingleton<SourceStore>();
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<PipelineStores>();
        services.AddSingleton<SourceFailureLog>();
        services.AddSingleton<IngestionPipeline>();
        services.AddHostedService<IngestionService>();
        return services;
    }
}
