namespace NewsWire.Data.PrivateServer;

/// <summary>
/// The account that runs PostgreSQL: the user who runs NewsWire or, because PostgreSQL refuses to run as root, an unprivileged account.
/// Files of that account are only written as that account, so that root never follows a symbolic link it created.
/// </summary>
internal sealed class Account
{
    private readonly string[] _prefix;
    private readonly string? _owner;

    private Account(string name, string[] prefix, string? owner)
    {
        Name = name;
        _prefix = prefix;
        _owner = owner;
    }

    /// <summary>The account's name, for messages.</summary>
    public string Name { get; }

    /// <summary>True where NewsWire runs as root and PostgreSQL as another account.</summary>
    public bool IsSteppedDown => _owner is not null;

    /// <summary>The account for this process: its own user; for root, "postgres" if it exists, otherwise "nobody".</summary>
    public static Account Choose()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return new Account(Environment.UserName, [], null);

        var setpriv = Tool.Find("setpriv")
            ?? throw new PrivateServerException(
                "PostgreSQL does not run as root, and setpriv (package util-linux), which would run it as another account, is not installed. "
                + "Start NewsWire as an ordinary user, install util-linux, or set ConnectionStrings__NewsWire to a PostgreSQL server.");
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(cells => cells.Length >= 4).ToList();
        var chosen = accounts.Find(cells => cells[0] == "postgres") ?? accounts.Find(cells => cells[0] == "nobody")
            ?? throw new PrivateServerException(
                "PostgreSQL does not run as root, and this system has no account named postgres or nobody. "
                + "Start NewsWire as an ordinary user, add such an account, or set ConnectionStrings__NewsWire to a PostgreSQL server.");
        var (uid, gid) = (chosen[2], chosen[3]);
        return new Account(chosen[0], [setpriv, "--reuid", uid, "--regid", gid, "--clear-groups", "--"], $"{uid}:{gid}");
    }

    /// <summary>The command line that runs a command as this account.</summary>
    public IReadOnlyList<string> Command(params IEnumerable<string> command) => [.. _prefix, .. command];

    /// <summary>Runs a program as this account; null where the program does not exist.</summary>
    public async Task<ToolResult?> RunAsync(string folder, IEnumerable<string> command, CancellationToken token)
    {
        var result = await Tool.RunAsync(Command(command), folder, null, token);
        // setpriv exits with 127 where the program does not exist.
        return IsSteppedDown && result is { Code: 127 } ? null : result;
    }

    /// <summary>
    /// Transfers ownership of a folder with its content to this account; until now only this process's user could write to it.
    /// </summary>
    public async Task OwnAsync(string folder, CancellationToken token)
    {
        if (_owner is null)
            return;
        await MustAsync(["chown", "-R", _owner, "--", folder], "/", null, token);
        var reach = await RunAsync("/", ["test", "-w", folder], token);
        if (reach is not { Code: 0 })
        {
            throw new PrivateServerException(
                $"PostgreSQL runs as the account {Name}, which cannot access {folder}. "
                + "Set NEWSWIRE_DATA to a folder this account can reach, for example under /var/lib and not under /root.");
        }
    }

    /// <summary>
    /// Takes over a folder owned by another account, for example if the account postgres was added after "nobody" was used.
    /// </summary>
    public async Task InheritAsync(string folder, string data, CancellationToken token)
    {
        if (IsSteppedDown && await RunAsync("/", ["test", "-O", data], token) is not { Code: 0 })
            await OwnAsync(folder, token);
    }

    /// <summary>Creates a folder that only this account can access.</summary>
    public async Task MakeFolderAsync(string folder, CancellationToken token)
    {
        if (IsSteppedDown)
            await MustAsync(Command("mkdir", "-p", "-m", "700", "--", folder), "/", null, token);
        else
            Folders.MakePrivate(folder);
    }

    /// <summary>Writes a file in a folder of this account.</summary>
    public async Task WriteAsync(string file, string text, CancellationToken token)
    {
        if (IsSteppedDown)
            await MustAsync(Command("tee", "--", file), "/", text, token);
        else
            await File.WriteAllTextAsync(file, text, token);
    }

    /// <summary>The content of a file, or null where this account cannot read it.</summary>
    public async Task<string?> ReadAsync(string file, CancellationToken token)
    {
        if (IsSteppedDown)
            return await RunAsync("/", ["cat", "--", file], token) is { Code: 0 } result ? result.Output : null;
        try
        {
            return await File.ReadAllTextAsync(file, token);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task MustAsync(IReadOnlyList<string> command, string folder, string? input, CancellationToken token)
    {
        var result = await Tool.RunAsync(command, folder, input, token);
        if (result is not { Code: 0 })
            throw new PrivateServerException($"The private server's folder could not be prepared: {result?.LastWords ?? command[0] + " is not installed"}");
    }
}
