using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWire.Data.PrivateServer;

/// <summary>A folder with postgres, initdb and pg_ctl of one version.</summary>
internal sealed partial record ServerBinaries(string Folder, int Major, int Minor)
{
    /// <summary>The oldest major version that supports NewsWire's SQL.</summary>
    public const int Oldest = 15;

    private static readonly string[] Needed = ["postgres", "initdb", "pg_ctl"];

    /// <summary>The path of one of its programs.</summary>
    public string Program(string name) => Path.Combine(Folder, FileName(name));

    /// <summary>The folders where PostgreSQL is usually installed: PATH first, then those of packages and installers.</summary>
    public static IReadOnlyList<string> UsualPlaces { get; } = OperatingSystem.IsWindows()
        ? [.. Tool.SearchPath(), Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL", "*", "bin")]
        : [
            .. Tool.SearchPath(),
            "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/libexec/postgresql*", "/usr/local/pgsql/bin",
            "/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin", "/home/linuxbrew/.linuxbrew/opt/postgresql*/bin",
            "/Applications/Postgres.app/Contents/Versions/*/bin",
        ];

    /// <summary>The newest usable programs in these folders, of the given major version if any; null where there are none.</summary>
    public static async Task<ServerBinaries?> FindAsync(IReadOnlyList<string> places, int? major, Account account, CancellationToken token)
    {
        List<ServerBinaries> found = [];
        foreach (var folder in places.SelectMany(Expand).SelectMany(Resolve).Distinct(StringComparer.Ordinal))
        {
            if (await ProbeAsync(folder, account, token) is { } binaries)
                found.Add(binaries);
        }
        return found
            .Where(binaries => major is null ? binaries.Major >= Oldest : binaries.Major == major)
            .OrderByDescending(binaries => (binaries.Major, binaries.Minor))
            .FirstOrDefault();
    }

    /// <summary>
    /// The version in a folder, determined by running postgres as the account that will run it; null where it does not run.
    /// </summary>
    public static async Task<ServerBinaries?> ProbeAsync(string folder, Account account, CancellationToken token)
    {
        if (!Needed.All(name => File.Exists(Path.Combine(folder, FileName(name)))))
            return null;
        var answer = await account.RunAsync(Path.GetPathRoot(folder)!, [Path.Combine(folder, FileName("postgres")), "--version"], token);
        var version = Version().Match(answer?.Output ?? "");
        return version.Success
            ? new ServerBinaries(folder, Number(version.Groups[1]), Number(version.Groups[2]))
            : null;
    }

    // PATH often contains only symbolic links, to one or two of the programs; all of them are in the folder the links point to.
    private static IEnumerable<string> Resolve(string folder) => Needed
        .Select(name => new FileInfo(Path.Combine(folder, FileName(name))))
        .Where(file => file.Exists)
        .Select(file => (file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName)
        .Select(path => Path.GetDirectoryName(path)!)
        .Prepend(folder);

    private static IEnumerable<string> Expand(string place)
    {
        var star = place.IndexOf('*');
        if (star < 0)
            return [place];
        var start = place.LastIndexOfAny(['/', Path.DirectorySeparatorChar], star) + 1;
        var end = place.IndexOfAny(['/', Path.DirectorySeparatorChar], star);
        if (!Directory.Exists(place[..start]))
            return [];
        var (pattern, rest) = end < 0 ? (place[start..], "") : (place[start..end], place[(end + 1)..]);
        return Directory.EnumerateDirectories(place[..start], pattern).SelectMany(folder => Expand(Path.Combine(folder, rest)));
    }

    private static string FileName(string program) => OperatingSystem.IsWindows() ? program + ".exe" : program;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    // Beta versions ("18beta1") do not match and are skipped, because their file format may change until the release.
    [GeneratedRegex(@"\(PostgreSQL\) (\d{1,3})\.(\d{1,4})", RegexOptions.None, 1000)]
    private static partial Regex Version();
}
