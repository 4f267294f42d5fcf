using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWire.Data.PrivateServer;
using Npgsql;
using Xunit;

namespace NewsWire.Tests.Data.PrivateServer;

/// <summary>A temporary data folder with helpers for the clusters started in it.</summary>
internal sealed class ClusterUnderTest : IAsyncDisposable
{
    private readonly List<PrivateCluster> _started = [];
    private readonly string _top = Path.Combine(Path.GetTempPath(), $"newswire_tests_{Guid.NewGuid():N}"[..28]);

    public ClusterUnderTest(string? name = null) => Root = name is null ? _top : Path.Combine(_top, name);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public string Root { get; }

    /// <summary>The folder of its only cluster.</summary>
    public string Folder => Directory.GetDirectories(Path.Combine(Root, "clusters")).Single();

    public bool IsRunning => ServerPid is { } pid && Exists(pid);

    public int? ServerPid => File.Exists(Path.Combine(Folder, "data", "postmaster.pid"))
        && int.TryParse(File.ReadLines(Path.Combine(Folder, "data", "postmaster.pid")).FirstOrDefault(), out var pid) ? pid : null;

    public async Task<PrivateCluster> StartAsync(PrivateServerOptions? options = null)
    {
        options = (options ?? new PrivateServerOptions { Durable = false }) with { DataFolder = Root };
        var cluster = await PrivateCluster.StartAsync(options, NullLogger.Instance, TimeProvider.System, Token);
        lock (_started)
            _started.Add(cluster);
        return cluster;
    }

    public static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Token);
    }

    public static async Task EventuallyAsync(Func<bool> holds)
    {
        for (var began = Stopwatch.StartNew(); !holds(); await Task.Delay(20, Token))
            Assert.True(began.Elapsed < TimeSpan.FromSeconds(20), "The condition was not met within 20 seconds.");
    }

    /// <summary>
    /// Waits until a process has ended: the server removes its pid file before that, which takes a moment on a busy machine.
    /// </summary>
    public static Task GoneAsync(int pid) => EventuallyAsync(() => !Exists(pid));

    /// <summary>Ends one process with SIGKILL.</summary>
    public static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }

    public static bool Exists(int pid)
    {
        // A zombie still has an entry in the process table; whether it is reaped depends on the system the tests run on.
        if (OperatingSystem.IsLinux())
        {
            try
            {
                return !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
            }
            catch (IOException)
            {
                return false;
            }
        }
        return Process.GetProcesses().Any(process => process.Id == pid);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var cluster in _started)
            await cluster.DisposeAsync();
        if (Directory.Exists(Path.Combine(Root, "clusters")))
            await EventuallyAsync(() => Directory.GetDirectories(Path.Combine(Root, "clusters")).All(folder => !File.Exists(Path.Combine(folder, "data", "postmaster.pid"))));
        if (Directory.Exists(_top))
            Directory.Delete(_top, recursive: true);
    }
}
