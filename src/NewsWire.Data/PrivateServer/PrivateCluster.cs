using Microsoft.Extensions.Logging;

namespace NewsWire.Data.PrivateServer;

/// <summary>
/// The default database: a PostgreSQL cluster in the user's data folder, started by the first program that needs it and stopped by the
/// last, reachable only through a socket that only this user can open.
/// </summary>
public sealed partial class PrivateCluster : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly string _lockFile;
    private readonly ServerControl _server;
    private readonly TimeProvider _time;
    private readonly Lease _lease;
    private readonly CancellationTokenSource _caring = new();
    private Watchdog? _watchdog;
    private Task _care = Task.CompletedTask;
    private string? _whyGone;
    private bool _disposed;

    private PrivateCluster(string lockFile, ServerControl server, TimeProvider time, Lease lease, string description)
    {
        _lockFile = lockFile;
        _server = server;
        _time = time;
        _lease = lease;
        Description = description;
    }

    /// <summary>The Npgsql connection string, including the password; must not be logged.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>The server's version and folder, on one line for the log.</summary>
    public string Description { get; }

    /// <summary>For tests: process id of the watchdog, which stops the server if this process is killed.</summary>
    internal int? WatchdogPid => _watchdog?.Pid;

    /// <summary>Creates, starts or shares the server and waits until it answers. Disposing the last user stops it.</summary>
    /// <exception cref="PrivateServerException">The server is not available; the message says why and what to do.</exception>
    public static async Task<PrivateCluster> StartAsync(PrivateServerOptions options, ILogger logger, TimeProvider time, CancellationToken token)
    {
        var began = time.GetTimestamp();
        var account = Account.Choose();
        var root = Folders.Root(options.DataFolder);
        Starting(logger, root);
        Folders.MakePassable(root);
        var lockFile = Path.Combine(root, "start.lock");
        await using var turn = await TakeTurnAsync(lockFile, time, token);

        var existing = ClusterFolder.ExistingMajor(root);
        var binaries = await new BinariesStore(root, options, account).GetAsync(existing, package => Fetching(logger, package), token);
        var folder = new ClusterFolder(root, binaries.Major);
        await folder.EnsureAsync(binaries, account, options.Durable, token);

        var server = new ServerControl(folder, binaries, account, options, time);
        var description = $"PostgreSQL {binaries.Major}.{binaries.Minor} in {folder.Path}";
        var lease = await Lease.TakeAsync(folder, account, token);
        var cluster = new PrivateCluster(lockFile, server, time, lease, description);
        try
        {
            // Started before the server, so that the server is stopped even if this process is killed during the start.
            cluster._watchdog = Watchdog.Start(folder, lease, account);
            var socketFolder = await server.EnsureRunningAsync(adopt: !lease.IsFirst, token);
            cluster.ConnectionString = await server.EnsureDatabaseAsync(socketFolder, token);
        }
        catch
        {
            await cluster.LeaveAsync(CancellationToken.None);
            throw;
        }
        Started(logger, description, time.GetElapsedTime(began).TotalSeconds);
        cluster._care = cluster.CareAsync(options.CareEvery, logger, cluster._caring.Token);
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await _caring.CancelAsync();
        await _care;
        _caring.Dispose();
        await using var turn = await StartLock.TakeAsync(_lockFile, StopLimit, _time, CancellationToken.None);
        if (turn is not null)
        {
            await LeaveAsync(CancellationToken.None);
            return;
        }
        // Starting may take long, with a download even; the watchdog then does the same without the lock, a moment later.
        _lease.Dispose();
        if (_watchdog is not null)
            await _watchdog.EndAsync(CancellationToken.None);
        _watchdog?.Dispose();
    }

    // The server may be killed while this program runs (out of memory, by mistake); any program with a lease restarts it.
    private async Task CareAsync(TimeSpan every, ILogger logger, CancellationToken token)
    {
        using var timer = new PeriodicTimer(every, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(token))
            {
                if (!await ServerControl.IsThereAsync(ConnectionString, token))
                    await ReviveAsync(logger, token);
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // Shutting down.
        }
    }

    private async Task ReviveAsync(ILogger logger, CancellationToken token)
    {
        try
        {
            await using var turn = await StartLock.TakeAsync(_lockFile, StopLimit, _time, token);
            if (turn is null)
                return;
            await _server.EnsureRunningAsync(adopt: true, token);
            Revived(logger, Description);
            _whyGone = null;
        }
        catch (Exception trouble) when (trouble is PrivateServerException or IOException or UnauthorizedAccessException)
        {
            // Tried again every few seconds: said once.
            if (trouble.Message != _whyGone)
                NotRevived(logger, trouble.Message);
            _whyGone = trouble.Message;
        }
    }

    private async Task LeaveAsync(CancellationToken token)
    {
        if (_lease.GiveUp())
            await _server.StopAsync(token);
        if (_watchdog is not null)
            await _watchdog.EndAsync(token);
        _watchdog?.Dispose();
        _watchdog = null;
    }

    private static async Task<FileStream> TakeTurnAsync(string lockFile, TimeProvider time, CancellationToken token)
    {
        try
        {
            return await StartLock.TakeAsync(lockFile, StartLimit, time, token)
                ?? throw new PrivateServerException($"Another NewsWire process has held {lockFile} for {StartLimit.TotalMinutes:0} minutes while starting. End it and start again.");
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new PrivateServerException(
                $"{lockFile} cannot be written ({problem.Message}) Set NEWSWIRE_DATA to a folder of your own, or set ConnectionStrings__NewsWire to a PostgreSQL server.", problem);
        }
    }

    [LoggerMessage(9100, LogLevel.Information, "Starting the private PostgreSQL server in {Folder}")]
    private static partial void Starting(ILogger logger, string folder);

    [LoggerMessage(9101, LogLevel.Information, "PostgreSQL is not installed; fetching {Package}")]
    private static partial void Fetching(ILogger logger, string package);

    [LoggerMessage(9102, LogLevel.Information, "{Server} answered after {Seconds:0.00} s")]
    private static partial void Started(ILogger logger, string server, double seconds);

    [LoggerMessage(9103, LogLevel.Warning, "{Server} was not running and was restarted")]
    private static partial void Revived(ILogger logger, string server);

    [LoggerMessage(9104, LogLevel.Error, "The private server has stopped and could not be restarted; NewsWire keeps trying: {Reason}")]
    private static partial void NotRevived(ILogger logger, string reason);
}
