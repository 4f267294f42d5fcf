using System.Diagnostics;
using System.Globalization;

namespace NewsWire.Data.PrivateServer;

/// <summary>The content of postmaster.pid, and whether that server is running.</summary>
internal sealed record Postmaster(int Pid, string SocketFolder)
{
    private const int SocketLine = 4;

    /// <summary>
    /// The running server of a data directory, or null. A pid file whose process id now belongs to another program (after a reboot, or in a
    /// container) or to a zombie is removed, because postgres would refuse to start. One whose process no longer exists is kept: postgres
    /// then checks for remaining processes of that server itself.
    /// </summary>
    public static async Task<Postmaster?> FindLivingAsync(string data, Account account, CancellationToken token)
    {
        var note = Path.Combine(data, "postmaster.pid");
        if (await account.ReadAsync(note, token) is not { } text)
            return null;
        var lines = text.Split('\n');
        if (!int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var pid) || !Exists(pid))
            return null;
        if (await IsServerOfAsync(pid, text, account, token))
            return new Postmaster(pid, lines.Length > SocketLine ? lines[SocketLine] : "");
        File.Delete(note);
        return null;
    }

    private static bool Exists(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task<bool> IsServerOfAsync(int pid, string note, Account account, CancellationToken token)
    {
        // A server's working directory is its data directory and must contain the same pid file; a zombie has none. Read as the server's
        // own account, because in a container even root may not inspect another account's processes.
        if (OperatingSystem.IsLinux())
            return await account.ReadAsync($"/proc/{pid}/cwd/postmaster.pid", token) is { } its && FirstLines(its) == FirstLines(note);
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName is "postgres";
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    // Process id, data directory and start time; later lines may still change while the server starts.
    private static string FirstLines(string note) => string.Join('\n', note.Split('\n').Take(3));
}
