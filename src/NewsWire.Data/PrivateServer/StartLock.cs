namespace NewsWire.Data.PrivateServer;

/// <summary>A file that one program at a time can hold open; the system lets go of it when the program ends, however it ends.</summary>
internal static class StartLock
{
    // The system's words for "somebody holds it": EWOULDBLOCK on Linux, on macOS, and a sharing violation on Windows.
    private static readonly int[] Busy = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Waits for the turn; null where it did not come within the limit. Disposing gives the turn on.</summary>
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

    /// <summary>Takes a file that nobody holds; null where somebody does.</summary>
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
