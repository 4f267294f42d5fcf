namespace NewsWire.Data.PrivateServer;

/// <summary>The folder of this program's local data.</summary>
public static class DataFolder
{
    /// <summary>
    /// The folder given, or NEWSWIRE_DATA, or the system's folder for application data; for root /var/lib/newswire. It is not created.
    /// </summary>
    public static string Root(string? given) => Folders.Root(given);
}
