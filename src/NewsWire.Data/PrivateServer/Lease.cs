namespace NewsWire.Data.PrivateServer;

/// <summary>
/// Registers one program as a user of the server by a file it holds open in the leases folder. The program that removes the last file and
/// then the folder stops the server; a missing folder therefore means that the server is stopped or stopping.
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

    /// <summary>True where no program held a lease before: a server that still runs is stopping, or was left by a crash.</summary>
    public bool IsFirst { get; }

    /// <summary>Takes a lease; requires the start lock.</summary>
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
                // The last holder's watchdog removed the folder; try again, now as the first holder.
            }
        }
    }

    /// <summary>Gives up the lease; true where it was the last one and the caller must stop the server. Requires the start lock.</summary>
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

    /// <summary>Closes the file without removing it; the watchdog removes it.</summary>
    public void Dispose() => _file.Dispose();

    // A file not held open by any process belongs to a program that was killed together with its watchdog.
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
                // Its watchdog removed it in the meantime.
            }
        }
    }
}
