using System.Globalization;
using System.Security.Cryptography;

namespace NewsWire.Data.PrivateServer;

/// <summary>The folder of one database cluster: its paths (data, password, socket, leases, log) and its creation.</summary>
internal sealed class ClusterFolder(string root, int major)
{
    /// <summary>The role that owns everything in the cluster.</summary>
    public const string User = "newswire";

    /// <summary>The folder itself.</summary>
    public string Path { get; } = System.IO.Path.Combine(Clusters(root), major.ToString(CultureInfo.InvariantCulture));

    /// <summary>PostgreSQL's data directory.</summary>
    public string Data => In("data");

    /// <summary>The socket's folder, unless the path is unsuitable for a socket.</summary>
    public string Run => In("run");

    /// <summary>Holds one file for each program that uses the server; the last program removes the folder.</summary>
    public string Leases => In("leases");

    /// <summary>The server's log file.</summary>
    public string Log => In("server.log");

    /// <summary>A file with the socket's folder where that is not <see cref="Run"/>.</summary>
    public string SocketNote => In("socket");

    private string PasswordFile => In("password");

    private string Complete => In("complete");

    // A server that ever ran here had a complete cluster; only the marker file was lost then, not the data.
    private bool IsComplete => File.Exists(Complete) || File.Exists(System.IO.Path.Combine(Data, "postmaster.opts"));

    /// <summary>The major version of the existing cluster, the newest of several; null where there is none.</summary>
    public static int? ExistingMajor(string root) => !Directory.Exists(Clusters(root)) ? null : Directory
        .EnumerateDirectories(Clusters(root))
        .Select(folder => int.TryParse(System.IO.Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)
        .Where(number => number is not null && new ClusterFolder(root, number.Value).IsComplete)
        .Max();

    /// <summary>Creates the cluster where it is missing or incomplete.</summary>
    public async Task EnsureAsync(ServerBinaries binaries, Account account, bool durable, CancellationToken token)
    {
        if (IsComplete)
        {
            await account.InheritAsync(Path, Data, token);
            return;
        }
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
        Folders.MakePassable(Clusters(root));
        Folders.MakePrivate(Path);
        Folders.WriteSecret(PasswordFile, RandomNumberGenerator.GetHexString(40, lowercase: true));
        await account.OwnAsync(Path, token);

        // Paths are relative to the folder because the tools put them into shell commands, where a quotation mark would break them.
        string[] sorting = binaries.Major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : [];
        string[] speed = durable ? [] : ["--no-sync"];
        var made = await account.RunAsync(
            Path,
            [
                binaries.Program("initdb"), "-D", "data", "-U", User, "--pwfile=password", "--auth=scram-sha-256",
                "--encoding=UTF8", "--locale=C", .. sorting, .. speed,
            ],
            token);
        if (made is not { Code: 0 })
            throw new PrivateServerException($"The private server's cluster in {Path} could not be created: {made?.LastWords ?? "initdb was not found"}");
        await account.WriteAsync(Complete, "", token);
    }

    /// <summary>The password of <see cref="User"/>, for the connection string only.</summary>
    public string ReadPassword() => File.ReadAllText(PasswordFile);

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private static string Clusters(string root) => System.IO.Path.Combine(root, "clusters");
}
