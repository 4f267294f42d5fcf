namespace NewsWire.Data.PrivateServer;

/// <summary>The data folder, and folders created with fixed permissions regardless of the umask.</summary>
internal static class Folders
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Passable = Private
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>The data folder: the one given, or NEWSWIRE_DATA, or the system's folder for application data.</summary>
    public static string Root(string? given)
    {
        var named = string.IsNullOrWhiteSpace(given) ? Environment.GetEnvironmentVariable("NEWSWIRE_DATA") : given;
        if (!string.IsNullOrWhiteSpace(named))
            return Path.GetFullPath(named);
        // Not root's home, because the account that runs PostgreSQL for root cannot enter it.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            return "/var/lib/newswire";
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length > 0
            ? Path.Combine(home, "newswire")
            : throw new PrivateServerException("This user has no home folder for the data. Set NEWSWIRE_DATA to a folder.");
    }

    /// <summary>Creates a folder, if missing, that only this user can access.</summary>
    public static void MakePrivate(string folder) => Make(folder, Private);

    /// <summary>
    /// Creates a folder, if missing, that the account running PostgreSQL can traverse: for root anyone may, otherwise only this user.
    /// </summary>
    public static void MakePassable(string folder) => Make(folder, Environment.IsPrivilegedProcess ? Passable : Private);

    /// <summary>Creates a file with private permissions from the start, so that others cannot read it at any time.</summary>
    public static void WriteSecret(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(text);
    }

    private static void Make(string folder, UnixFileMode mode)
    {
        if (Directory.Exists(folder))
            return;
        try
        {
            Directory.CreateDirectory(folder);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folder, mode);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new PrivateServerException(
                $"The folder {folder} cannot be created ({problem.Message}) Set NEWSWIRE_DATA to a writable folder, "
                + "or set ConnectionStrings__NewsWire to a PostgreSQL server.", problem);
        }
    }
}
