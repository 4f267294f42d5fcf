using System.Net.Sockets;
using System.Text;

namespace NewsWire.Data.PrivateServer;

/// <summary>
/// Where the server's socket lies: in the cluster's folder, or, where its path does not do for a socket or its file
/// system has none, in a private folder under the system's temporary one.
/// </summary>
internal static class SocketFolder
{
    // 104 bytes on macOS, 108 on Linux, with the closing zero.
    private const int LongestPath = 100;

    /// <summary>A folder for a server that is about to start; what an earlier one left is cleared away.</summary>
    public static async Task<string> PrepareAsync(ClusterFolder folder, Account account, CancellationToken token)
    {
        Clear(folder);
        await account.MakeFolderAsync(folder.Run, token);
        // A killed server's note beside its socket: postgres would heed it if another program, or a zombie, has the number now.
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

    /// <summary>Removes the folder elsewhere, if there is one: no server runs.</summary>
    public static void Clear(ClusterFolder folder)
    {
        if (!File.Exists(folder.SocketNote))
            return;
        var elsewhere = File.ReadAllText(folder.SocketNote);
        File.Delete(folder.SocketNote);
        // Only what has the shape of ours, and only if nothing but a left-over socket is in it.
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
        // In a connection string a comma begins the next host, and a colon its port.
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
