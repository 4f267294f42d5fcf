using System.Net.Sockets;
using System.Text;

namespace NewsWire.Data.PrivateServer;

/// <summary>
/// Chooses the folder of the server's socket: in the cluster's folder or, where that path is unsuitable or its file system does not support
/// sockets, a private folder under the system's temporary folder.
/// </summary>
internal static class SocketFolder
{
    // In bytes. The system's limit is 104 on macOS and 108 on Linux, including the terminating zero.
    private const int LongestPath = 100;

    /// <summary>Prepares a folder for a server about to start; remains of an earlier one are removed.</summary>
    public static async Task<string> PrepareAsync(ClusterFolder folder, Account account, CancellationToken token)
    {
        Clear(folder);
        await account.MakeFolderAsync(folder.Run, token);
        // Removes the lock file of a killed server: postgres would respect it if another process, or a zombie, now has that process id.
        RemoveSockets(folder.Run);
        if (CanHoldSocket(folder.Run))
            return folder.Run;

        var elsewhere = Directory.CreateTempSubdirectory("newswire-").FullName;
        if (!CanHoldSocket(elsewhere))
        {
            Directory.Delete(elsewhere);
            throw new PrivateServerException(
                $"Neither {folder.Run} nor {elsewhere} can hold the private server's socket. Set NEWSWIRE_DATA to a folder with a short name on a local disk.");
        }
        await account.OwnAsync(elsewhere, token);
        await account.WriteAsync(folder.SocketNote, elsewhere, token);
        return elsewhere;
    }

    /// <summary>Removes the temporary folder, if there is one; requires that no server runs.</summary>
    public static void Clear(ClusterFolder folder)
    {
        if (!File.Exists(folder.SocketNote))
            return;
        var elsewhere = File.ReadAllText(folder.SocketNote);
        File.Delete(folder.SocketNote);
        // Only a folder with our naming pattern, and only if it contains nothing but a leftover socket.
        if (!Path.GetFileName(elsewhere).StartsWith("newswire-", StringComparison.Ordinal) || !Directory.Exists(elsewhere))
            return;
        RemoveSockets(elsewhere);
        if (!Directory.EnumerateFileSystemEntries(elsewhere).Any())
            Directory.Delete(elsewhere);
    }

    private static void RemoveSockets(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, ".s.PGSQL.*"))
            File.Delete(file);
    }

    private static bool CanHoldSocket(string folder)
    {
        var path = Path.Combine(folder, ".s.PGSQL.trial");
        // In a connection string a comma separates hosts and a colon begins the port.
        if (Encoding.UTF8.GetByteCount(path) > LongestPath || folder.Contains(',') || (folder.Contains(':') && !OperatingSystem.IsWindows()))
            return false;
        try
        {
            using var trial = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            trial.Bind(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
