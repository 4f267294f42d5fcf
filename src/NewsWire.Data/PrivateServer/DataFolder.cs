namespace NewsWire.Data.PrivateServer;

/// <summary>Where this program keeps its own things on this machine.</summary>
public static class DataFolder
{
    /// <summary>NEWSWIRE_DATA, else the system's place for a program's data; for root /var/lib/newswire. Nothing is made.</summary>
    public static string Root => Folders.Root(null);
}
