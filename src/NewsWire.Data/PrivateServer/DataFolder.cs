namespace NewsWire.Data.PrivateServer;

/// <summary>Where this program keeps its own things on this machine.</summary>
public static class DataFolder
{
    /// <summary>The folder given, else NEWSWIRE_DATA, else the system's place for a program's data; for root /var/lib/newswire. Nothing is made.</summary>
    public static string Root(string? given) => Folders.Root(given);
}
