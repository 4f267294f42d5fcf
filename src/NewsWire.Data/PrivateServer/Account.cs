namespace NewsWire.Data.PrivateServer;

/// <summary>
/// Who runs PostgreSQL's programs: the user who runs NewsWire, or, as PostgreSQL refuses root, an account without
/// privileges. What that account owns is only ever written as that account: root must not follow a link it laid.
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

    /// <summary>True where NewsWire runs as root and PostgreSQL runs as somebody else.</summary>
    public bool IsSteppedDown => _owner is not null;

    /// <summary>The account for this process: ourselves, or for root "postgres" where it exists, else "nobody".</summary>
    public static Account Choose()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return new Account(Environment.UserName, [], null);

        var setpriv = Tool.Find("setpriv")
            ?? throw new PrivateServerException(
                "PostgreSQL refuses to run as root, and the program that would run it as somebody else (setpriv, of util-linux) is not here. "
                + "Start NewsWire as an ordinary user, install util-linux, or give it a server: ConnectionStrings__NewsWire.");
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(cells => cells.Length >= 4).ToList();
        var chosen = accounts.Find(cells => cells[0] == "postgres") ?? accounts.Find(cells => cells[0] == "nobody")
            ?? throw new PrivateServerException(
                "PostgreSQL refuses to run as root, and this system has neither an account postgres nor nobody to run it as. "
                + "Start NewsWire as an ordinary user, add such an account, or give it a server: ConnectionStrings__NewsWire.");
        var (uid, gid) = (chosen[2], chosen[3]);
        return new Account(chosen[0], [setpriv, "--reuid", uid, "--regid", gid, "--clear-groups", "--"], $"{uid}:{gid}");
    }

    /// <summary>The command as this account runs it.</summary>
    public IReadOnlyList<string> Command(params IEnumerable<string> command) => [.. _prefix, .. command];

    /// <summary>Runs a program as this account; null where there is no such program.</summary>
    public async Task<ToolResult?> RunAsync(string folder, IEnumerable<string> command, CancellationToken token)
    {
        var result = await Tool.RunAsync(Command(command), folder, null, token);
        // setpriv's own word for "no such program".
        return IsSteppedDown && result is { Code: 127 } ? null : result;
    }

    /// <summary>Gives a folder that only we could write so far, with all that is in it, to this account.</summary>
    public async Task OwnAsync(string folder, CancellationToken token)
    {
        if (_owner is null)
            return;
        await MustAsync(["chown", "-R", _owner, "--", folder], "/", null, token);
        var reach = await RunAsync("/", ["test", "-w", folder], token);
        if (reach is not { Code: 0 })
        {
            throw new PrivateServerException(
                $"PostgreSQL runs as the account {Name} here, which cannot reach {folder}. "
                + "Set NEWSWIRE_DATA to a folder that others may pass through (one under /var/lib, not under /root).");
        }
    }

    /// <summary>Takes over a folder that another account had: an account postgres may have come since nobody served.</summary>
    public async Task InheritAsync(string folder, string data, CancellationToken token)
    {
        if (IsSteppedDown && await RunAsync("/", ["test", "-O", data], token) is not { Code: 0 })
            await OwnAsync(folder, token);
    }

    /// <summary>Makes a folder that only this account can enter.</summary>
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

    /// <summary>What a file holds, as far as this account may read it; else null.</summary>
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
            throw new PrivateServerException($"The private server's folder could not be prepared: {result?.LastWords ?? command[0] + " is not here"}");
    }
}
