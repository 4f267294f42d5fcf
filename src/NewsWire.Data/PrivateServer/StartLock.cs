namespace NewsWire.Data.PrivateServer;

/// <summary>A file that only one process at a time can hold open; the system releases it when the process ends, even by a crash.</summary>
internal static class StartLock
{
    // Error codes for a lock held by another process: EWOULDBLOCK on Linux and macOS, and a sharing violation on Windows.
    private static readonly int[] Busy = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Waits for the lock; null where it was not released within the limit. Dispose the result to release it.</summary>
    public static async Task<FileStream?> TakeAsync(string file, TimeSpan limit, TimeProvider time, CancellationToken token)
    {
        for (var began = time.GetTimestamp(); ;)
        {
            if (TryTake(file, FileMode.OpenOrCreate) is { } turn)
                return turn;
            if (time.GetElapsedTime(began) > limit)
                return null;
            await Task.Delay(TimeSpan.FromMilliseconds(50), time, token);
        }
    }

    /// <summary>Takes the lock if it is free; null where another process holds it.</summary>
    public static FileStream? TryTake(string file, FileMode mode)
    {
        try
        {
            return new FileStream(file, mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy) when (Busy.Contains(busy.HResult))
        {
            return null;
        }
    }
}
