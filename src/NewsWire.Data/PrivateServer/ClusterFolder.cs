using System.Globalization;
using System.Security.Cryptography;

namespace NewsWire.Data.PrivateServer;

/// <summary>One cluster's folder: its data, its password, its socket, its leases, its log. The paths, and how it comes to be.</summary>
internal sealed class ClusterFolder(string root, int major)
{
    /// <summary>The role that owns everything in the cluster.</summary>
    public const string User = "newswire";

    /// <summary>The folder itself.</summary>
    public string Path { get; } = System.IO.Path.Combine(Clusters(root), major.ToString(CultureInfo.InvariantCulture));

    /// <summary>PostgreSQL's data directory.</summary>
    public string Data => In("data");

    /// <summary>The folder of the socket, where the system can use it.</summary>
    public string Run => In("run");

    /// <summary>One file for each program that uses the server; the folder is gone when the last one has left.</summary>
    public string Leases => In("leases");

    /// <summary>What the server wrote to its log.</summary>
    public string Log => In("server.log");

    /// <summary>Names the socket's folder where that is not <see cref="Run"/>.</summary>
    public string SocketNote => In("socket");

    private string PasswordFile => In("password");

    private string Complete => In("complete");

    // A server that ever ran here had a whole cluster to run on: then the mark was lost, not the rows.
    private bool IsComplete => File.Exists(Complete) || File.Exists(System.IO.Path.Combine(Data, "postmaster.opts"));

    /// <summary>The major version of the cluster that is already there, the newest of several; null where there is none.</summary>
    public static int? ExistingMajor(string root) => !Directory.Exists(Clusters(root)) ? null : Directory
        .EnumerateDirectories(Clusters(root))
        .Select(folder => int.TryParse(System.IO.Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)
        .Where(number => number is not null && new ClusterFolder(root, number.Value).IsComplete)
        .Max();

    /// <summary>Makes the cluster where it is missing or was only half made.</summary>
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

        // Relative paths, from within the folder: the tools put theirs into a shell's words, where a quote would hurt.
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
            throw new PrivateServerException($"The private server's cluster in {Path} could not be made: {made?.LastWords ?? "initdb is gone"}");
        await account.WriteAsync(Complete, "", token);
    }

    /// <summary>The password of <see cref="User"/>; it is for the connection string and nowhere else.</summary>
    public string ReadPassword() => File.ReadAllText(PasswordFile);

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private static string Clusters(string root) => System.IO.Path.Combine(root, "clusters");
}
