using System.Diagnostics;

namespace NewsWire.Data.PrivateServer;

/// <summary>
/// A shell process that outlives this one: it waits on a pipe held open only by this process. When the pipe closes, for whatever reason, it
/// gives up the lease and, if that was the last one, stops the server. There is none on Windows, where the next start takes over a server
/// whose program was killed.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    // The process id is read before the lease is removed, so that a server started later in its place is not stopped.
    private const string Script = """
        exec >/dev/null 2>&1
        trap '' HUP INT TERM QUIT
        while read -r line; do :; done
        pid=
        read -r pid < data/postmaster.pid
        rm -f "leases/$1"
        rmdir leases && [ -n "$pid" ] && kill -INT "$pid"
        """;

    private readonly Process _process;

    private Watchdog(Process process) => _process = process;

    /// <summary>Starts a watchdog for this lease; null where the system has no shell.</summary>
    public static Watchdog? Start(ClusterFolder folder, Lease lease, Account account)
    {
        if (OperatingSystem.IsWindows())
            return null;
        // In a session of its own, so that killing this process group does not kill it; macOS has no setsid.
        string[] apart = Tool.Find("setsid") is { } setsid ? [setsid] : [];
        var process = Tool.Start(account.Command([.. apart, "/bin/sh", "-c", Script, "newswire-watchdog", lease.Name]), folder.Path);
        return process is null ? null : new Watchdog(process);
    }

    /// <summary>Process id, for tests.</summary>
    internal int Pid => _process.Id;

    /// <summary>Closes the pipe and waits until the process has ended.</summary>
    public async Task EndAsync(CancellationToken token)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(token);
    }

    public void Dispose() => _process.Dispose();
}
