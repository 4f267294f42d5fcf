namespace NewsWire.Data.PrivateServer;

/// <summary>Where the data lives, and folders with the rights they need whatever the umask says.</summary>
internal static class Folders
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Passable = Private
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>The folder all of it lives in: the one given, NEWSWIRE_DATA, or the system's place for a program's data.</summary>
    public static string Root(string? given)
    {
        var named = string.IsNullOrWhiteSpace(given) ? Environment.GetEnvironmentVariable("NEWSWIRE_DATA") : given;
        if (!string.IsNullOrWhiteSpace(named))
            return Path.GetFullPath(named);
        // Not root's own home: the account that runs PostgreSQL for root cannot enter it.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            return "/var/lib/newswire";
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length > 0
            ? Path.Combine(home, "newswire")
            : throw new PrivateServerException("This user has no home folder to keep the data in. Set NEWSWIRE_DATA to a folder.");
    }

    /// <summary>Makes a folder, where it is missing, that only we can enter.</summary>
    public static void MakePrivate(string folder) => Make(folder, Private);

    /// <summary>Makes a folder, where it is missing, that the account which runs PostgreSQL can pass: for root all may, else only we.</summary>
    public static void MakePassable(string folder) => Make(folder, Environment.IsPrivilegedProcess ? Passable : Private);

    /// <summary>Makes a file private as it is written: there is no moment at which others could read it.</summary>
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
                $"The folder {folder} cannot be made ({problem.Message}) Set NEWSWIRE_DATA to a folder that can be written, "
                + "or give NewsWire a server: ConnectionStrings__NewsWire.", problem);
        }
    }
}
