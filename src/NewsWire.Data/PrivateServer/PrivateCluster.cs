using Microsoft.Extensions.Logging;

namespace NewsWire.Data.PrivateServer;

/// <summary>
/// The embedded default: a PostgreSQL cluster in the user's own data folder, started by the first program that needs it
/// and stopped by the last, reachable only through a socket that only this user can open.
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
    private bool _disposed;

    private PrivateCluster(string lockFile, ServerControl server, TimeProvider time, Lease lease, string description)
    {
        _lockFile = lockFile;
        _server = server;
        _time = time;
        _lease = lease;
        Description = description;
    }

    /// <summary>A complete Npgsql connection string, with its password: not for any log.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>One line for the log: the server's version and its folder.</summary>
    public string Description { get; }

    /// <summary>For tests: the process that ends the server when this one is killed.</summary>
    internal int? WatchdogPid => _watchdog?.Pid;

    /// <summary>A running server that answers: made, started or shared, as need be. Disposing leaves it, and stops it after the last.</summary>
    /// <exception cref="PrivateServerException">It cannot be had; the message says what can be done.</exception>
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
            // Before the server: from its first moment on there is somebody to stop it.
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
        // A start takes long, perhaps it fetches: the watchdog does the same without the lock, a moment later.
        _lease.Dispose();
        if (_watchdog is not null)
            await _watchdog.EndAsync(CancellationToken.None);
        _watchdog?.Dispose();
    }

    // The server may be killed while we live (memory runs out, somebody's mistake): whoever holds a lease starts it again.
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
            // We are leaving.
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
        }
        catch (Exception trouble) when (trouble is PrivateServerException or IOException or UnauthorizedAccessException)
        {
            NotRevived(logger, trouble.Message);
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
                ?? throw new PrivateServerException($"Another start of NewsWire has been busy with {lockFile} for {StartLimit.TotalMinutes:0} minutes. End it, and start again.");
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new PrivateServerException(
                $"{lockFile} cannot be written ({problem.Message}) Set NEWSWIRE_DATA to a folder of your own, or give NewsWire a server: ConnectionStrings__NewsWire.", problem);
        }
    }

    [LoggerMessage(9100, LogLevel.Information, "Starting the private PostgreSQL server in {Folder}")]
    private static partial void Starting(ILogger logger, string folder);

    [LoggerMessage(9101, LogLevel.Information, "No PostgreSQL is installed here: fetching {Package}")]
    private static partial void Fetching(ILogger logger, string package);

    [LoggerMessage(9102, LogLevel.Information, "{Server} answered after {Seconds:0.00} s")]
    private static partial void Started(ILogger logger, string server, double seconds);

    [LoggerMessage(9103, LogLevel.Warning, "{Server} had gone and was started again")]
    private static partial void Revived(ILogger logger, string server);

    [LoggerMessage(9104, LogLevel.Error, "The private server has gone and does not come back: {Reason}")]
    private static partial void NotRevived(ILogger logger, string reason);
}
