using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Store;
using NewsWire.Ingest.Wires;
using Npgsql;

namespace NewsWire.Ingest;

/// <summary>
/// The scheduler: a few workers, each asking the store what is due and handing it to the pipeline. It remembers nothing
/// itself; a second node, a restart or a crash changes nothing.
/// </summary>
internal sealed partial class IngestionService(
    IngestionPipeline pipeline, PipelineStores stores, TermStatistics statistics, SubjectTable subjects, WireCatalog wires, IngestionOptions options,
    TimeProvider time, ILogger<IngestionService> logger, ISampleWire? sample = null) : BackgroundService
{
    private static readonly TimeSpan CutOffPause = TimeSpan.FromSeconds(5);

    private int _cutOff;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<SourceOptions> sources = [.. options.Sources.Values, .. sample?.Sources ?? []];
        foreach (var folder in sources.Where(source => source.Kind == "folder" && !Path.IsPathRooted(source.Address)))
            Directory.CreateDirectory(Path.GetFullPath(folder.Address, Path.GetFullPath(options.FolderRoot ?? ".")));

        await subjects.SynchronizeAsync(stoppingToken);
        await stores.Sources.ConfigureAsync([.. wires.All.Select(wire => (wire.Key, wire.Name, wire.Home))], sources, stoppingToken);
        Configured(string.Join(", ", wires.All.Select(wire => wire.Key)), sources.Count);

        await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => WorkAsync(stoppingToken)));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await statistics.FlushAsync(cancellationToken);
    }

    private async Task WorkAsync(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            try
            {
                var found = await ReadNextAsync(token);
                if (Interlocked.Exchange(ref _cutOff, 0) == 1)
                    Answers();
                if (!found)
                    await Task.Delay(options.Idle, time, token);
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                return;
            }
            // Every worker meets it, every second: one line each time it begins, and a pause.
            catch (NpgsqlException gone) when (gone is not PostgresException || gone.IsTransient)
            {
                if (Interlocked.Exchange(ref _cutOff, 1) == 0)
                    CutOff(gone.Message);
                await Task.Delay(CutOffPause, time, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            // A bug outside the pipeline, which settles its own, must not end the worker.
            catch (Exception bug)
            {
                Unhandled(bug);
                await Task.Delay(options.Idle, time, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> ReadNextAsync(CancellationToken token)
    {
        if (await stores.Sources.ClaimAsync(token) is { } source)
        {
            await pipeline.ReadSourceAsync(source, token);
            return true;
        }
        if (await stores.Documents.ClaimAsync(token) is { } document)
        {
            await pipeline.ReadDocumentAsync(document, token);
            return true;
        }
        await statistics.FlushAsync(token);
        return false;
    }

    [LoggerMessage(1, LogLevel.Information, "Wires: {Wires}. {Sources} sources are configured.")]
    private partial void Configured(string wires, int sources);

    [LoggerMessage(2, LogLevel.Error, "Unhandled exception in an ingestion worker; it continues")]
    private partial void Unhandled(Exception bug);

    [LoggerMessage(3, LogLevel.Error, "The database does not answer; ingestion waits for it: {Reason}")]
    private partial void CutOff(string reason);

    [LoggerMessage(4, LogLevel.Information, "The database answers again; ingestion goes on")]
    private partial void Answers();
}
