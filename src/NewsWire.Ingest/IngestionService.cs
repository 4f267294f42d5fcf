using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsWire.Data;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Store;
using NewsWire.Ingest.Wires;

namespace NewsWire.Ingest;

/// <summary>
/// The scheduler: a few workers, each of which claims what is due from the store and hands it to the pipeline. All state is in
/// the store, so a second node, a restart or a crash loses nothing.
/// </summary>
internal sealed partial class IngestionService(
    IngestionPipeline pipeline, PipelineStores stores, TermStatistics statistics, SubjectTable subjects, WireCatalog wires,
    IngestionOptions options, DatabaseOutage outage, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<IngestionService> logger,
    ISampleWire? sample = null) : BackgroundService
{
    private static readonly TimeSpan OutagePause = TimeSpan.FromSeconds(5);

    // Of a bug that is met again and again, the log gets one trace per worker and minute.
    private static readonly TimeSpan BugPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CompareEvery = TimeSpan.FromSeconds(30);

    private string _saidChanges = "";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A program that cannot start, because its port is taken, must not replace the sources of the one that runs.
        await StartedAsync(stoppingToken);

        List<SourceOptions> sources = [.. options.Sources.Values, .. sample?.Sources ?? []];
        CreateFolders(sources);
        while (!await ConfigureAsync(sources, stoppingToken))
            await Task.Delay(OutagePause, time, stoppingToken);
        Configured(string.Join(", ", wires.All.Select(wire => wire.Key)), sources.Count);

        var workers = Enumerable.Range(0, options.Workers).Select(_ => RepeatAsync(ReadNextAsync, stoppingToken));
        await Task.WhenAll([.. workers, RepeatAsync(token => CompareAsync(sources, token), stoppingToken)]);
    }

    private async Task StartedAsync(CancellationToken token)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(token);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await statistics.FlushAsync(cancellationToken);
        }
        // A few term counts are lost, as after a crash; the shutdown goes on.
        catch (Exception failed) when (failed is OperationCanceledException || DatabaseFailure.Of(failed) is not null)
        {
            StatisticsLost();
        }
    }

    private void CreateFolders(List<SourceOptions> sources)
    {
        foreach (var source in sources.Where(source => source.Kind == "folder" && !Path.IsPathRooted(source.Address)))
        {
            var folder = Path.GetFullPath(source.Address, Path.GetFullPath(options.FolderRoot ?? "."));
            try
            {
                Directory.CreateDirectory(folder);
            }
            // The other sources can be read; this one fails with its cause at every check.
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                FolderNotCreated(folder, source.Key, problem.Message);
            }
        }
    }

    // False where the database cannot do it now.
    private async Task<bool> ConfigureAsync(List<SourceOptions> sources, CancellationToken token)
    {
        try
        {
            await subjects.SynchronizeAsync(token);
            var retired = await stores.Sources.ConfigureAsync([.. wires.All.Select(wire => (wire.Key, wire.Name, wire.Home))], sources, token);
            outage.Wrote();
            if (retired.Count > 0)
                Retired(string.Join(", ", retired));
            return true;
        }
        catch (Exception failed) when (DatabaseFailure.Of(failed) is { Kind: not (DatabaseFailureKind.Denied or DatabaseFailureKind.Unusable) } failure)
        {
            outage.WorkFailed(failure);
            return false;
        }
    }

    /// <param name="work">Returns how long to wait before it is done again.</param>
    private async Task RepeatAsync(Func<CancellationToken, Task<TimeSpan>> work, CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            try
            {
                var pause = await work(token);
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause, time, token);
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed) when (DatabaseFailure.Of(failed) is { } failure)
            {
                outage.WorkFailed(failure);
                await Task.Delay(OutagePause, time, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            // A bug outside the pipeline, which settles its own, must not end the worker.
            catch (Exception bug)
            {
                Unhandled(bug);
                await Task.Delay(BugPause, time, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Another gatherer may have been started with other settings.
    private async Task<TimeSpan> CompareAsync(List<SourceOptions> sources, CancellationToken token)
    {
        var changed = await stores.Sources.ChangedAsync(sources, token);
        var changes = string.Join("; ", new[] { Named("no longer checked", true), Named("changed", false) }.Where(part => part.Length > 0));
        if (changes.Length > 0 && changes != _saidChanges)
            ChangedElsewhere(changes);
        _saidChanges = changes;
        return CompareEvery;

        string Named(string what, bool removed) =>
            changed.Any(source => source.Removed == removed) ? $"{what}: {string.Join(", ", changed.Where(source => source.Removed == removed).Select(source => source.Key))}" : "";
    }

    private async Task<TimeSpan> ReadNextAsync(CancellationToken token)
    {
        var found = await TakeNextAsync(token);
        outage.Wrote();
        return found ? TimeSpan.Zero : options.Idle;
    }

    private async Task<bool> TakeNextAsync(CancellationToken token)
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

    [LoggerMessage(4, LogLevel.Warning, "The folder {Folder} of source {Source} could not be created: {Reason}")]
    private partial void FolderNotCreated(string folder, string source, string reason);

    [LoggerMessage(2, LogLevel.Error, "Unhandled exception in an ingestion worker; it continues")]
    private partial void Unhandled(Exception bug);

    [LoggerMessage(5, LogLevel.Warning, "No longer checked, because these settings do not have them: {Sources}. If another NewsWire on this database reads them, give both the same sources")]
    private partial void Retired(string sources);

    [LoggerMessage(
        6, LogLevel.Warning,
        "Another NewsWire on this database was started with other sources; {Changes}. To have these settings used again, restart this NewsWire; where both are to run, give both the same sources")]
    private partial void ChangedElsewhere(string changes);

    [LoggerMessage(3, LogLevel.Warning, "The database does not answer: word counts of the last releases are lost")]
    private partial void StatisticsLost();
}
