using System.Diagnostics;

namespace NewsWire.Data.PrivateServer;

/// <summary>
/// A shell that outlives us by a moment: it waits on a pipe that only this process holds open, and when that closes,
/// however we ended, gives up our lease and, if it was the last, stops the server. Windows has none: there a server
/// whose program was killed is adopted by the next start.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    // The number is read before the lease goes: a server that a later start has put in its place is not ours to stop.
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

    /// <summary>Sets a watchdog for this lease; null where the system has no shell.</summary>
    public static Watchdog? Start(ClusterFolder folder, Lease lease, Account account)
    {
        if (OperatingSystem.IsWindows())
            return null;
        // Its own session, so that killing our process group does not kill it; macOS has no such program.
        string[] apart = Tool.Find("setsid") is { } setsid ? [setsid] : [];
        var process = Tool.Start(account.Command([.. apart, "/bin/sh", "-c", Script, "newswire-watchdog", lease.Name]), folder.Path);
        return process is null ? null : new Watchdog(process);
    }

    /// <summary>The process, for tests.</summary>
    internal int Pid => _process.Id;

    /// <summary>Closes the pipe and waits until it has gone.</summary>
    public async Task EndAsync(CancellationToken token)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(token);
    }

    public void Dispose() => _process.Dispose();
}
