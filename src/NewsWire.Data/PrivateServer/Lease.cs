namespace NewsWire.Data.PrivateServer;

/// <summary>
/// One program's claim on the server: a file it holds open in the folder of leases. Whoever removes the last file and
/// then the folder stops the server; so a folder that is gone says that the server is stopped, or is being stopped.
/// </summary>
internal sealed class Lease : IDisposable
{
    private readonly FileStream _file;
    private readonly string _folder;

    private Lease(FileStream file, string folder, bool isFirst)
    {
        _file = file;
        _folder = folder;
        IsFirst = isFirst;
    }

    /// <summary>The file's name in the folder.</summary>
    public string Name => Path.GetFileName(_file.Name);

    /// <summary>True where nobody held the server before: what still runs of it is on its way out, or was left by a crash.</summary>
    public bool IsFirst { get; }

    /// <summary>Takes a lease; only under the start lock.</summary>
    public static async Task<Lease> TakeAsync(ClusterFolder folder, Account account, CancellationToken token)
    {
        var isFirst = false;
        while (true)
        {
            if (!Directory.Exists(folder.Leases))
            {
                isFirst = true;
                await account.MakeFolderAsync(folder.Leases, token);
            }
            try
            {
                var file = Path.Combine(folder.Leases, Guid.NewGuid().ToString("N"));
                var lease = new Lease(new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None), folder.Leases, isFirst);
                lease.DropDead();
                return lease;
            }
            catch (DirectoryNotFoundException)
            {
                // The last holder's watchdog was quicker: once more, now as the first.
            }
        }
    }

    /// <summary>Gives the lease up; true where it was the last one, and the server is now ours to stop. Only under the start lock.</summary>
    public bool GiveUp()
    {
        _file.Dispose();
        try
        {
            File.Delete(_file.Name);
            Directory.Delete(_folder);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Lets the file go without removing it: the watchdog does that.</summary>
    public void Dispose() => _file.Dispose();

    // A file that nobody holds open is of a program that died together with its watchdog.
    private void DropDead()
    {
        foreach (var other in Directory.EnumerateFiles(_folder).Where(file => file != _file.Name))
        {
            try
            {
                if (StartLock.TryTake(other, FileMode.Open) is { } dead)
                {
                    dead.Dispose();
                    File.Delete(other);
                }
            }
            catch (FileNotFoundException)
            {
                // Its watchdog removed it while we looked.
            }
        }
    }
}
