using System.Diagnostics;
using System.Globalization;

namespace NewsWire.Data.PrivateServer;

/// <summary>What postmaster.pid says of a server, and whether that server is still alive.</summary>
internal sealed record Postmaster(int Pid, string SocketFolder)
{
    private const int SocketLine = 4;

    /// <summary>
    /// The living server of a data directory, or null. A note whose number now belongs to another program (after a
    /// reboot, in a container) or to a dead entry of the process table is removed: postgres would refuse to start because
    /// of it. A note whose process is gone is left: postgres then looks for survivors of that server itself.
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
        // A server's working directory is its data directory, where the same note must lie; a zombie has none. Asked as the
        // server's own account: in a container even root may not look at another's processes.
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

    // Number, folder and start: later lines may still be written while the server starts.
    private static string FirstLines(string note) => string.Join('\n', note.Split('\n').Take(3));
}
