using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace NewsWire.Data.PrivateServer;

/// <summary>Verifies and unpacks a fetched package.</summary>
internal static class PackageArchive
{
    private const string Top = "package/";

    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Runnable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>True where the content has the pinned hash; the stream is rewound.</summary>
    public static async Task<bool> IsGenuineAsync(Stream archive, string integrity, CancellationToken token)
    {
        archive.Position = 0;
        var hash = await SHA512.HashDataAsync(archive, token);
        archive.Position = 0;
        return integrity == "sha512-" + Convert.ToBase64String(hash);
    }

    /// <summary>Unpacks into an empty folder and creates the symbolic links the package lists.</summary>
    /// <exception cref="InvalidDataException">An entry has a path outside the folder, or is neither a file nor a folder.</exception>
    public static async Task UnpackAsync(Stream archive, string folder, CancellationToken token)
    {
        await using var plain = new GZipStream(archive, CompressionMode.Decompress, leaveOpen: true);
        await using var reader = new TarReader(plain);
        while (await reader.GetNextEntryAsync(copyData: false, token) is { } entry)
        {
            if (entry.EntryType is TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes)
                continue;
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || !entry.Name.StartsWith(Top, StringComparison.Ordinal))
                throw new InvalidDataException($"The package contains an unexpected entry: {entry.Name}");
            var path = Inside(folder, entry.Name[Top.Length..]);
            MakeFolder(folder, Path.GetDirectoryName(path)!);
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            if (entry.DataStream is { } content)
                await content.CopyToAsync(file, token);
            // Sets permissions regardless of the umask, because another account may run the files.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, entry.Mode.HasFlag(UnixFileMode.UserExecute) ? Readable | Runnable : Readable);
        }
        await LinkAsync(folder, token);
    }

    // npm packages cannot contain links; this one lists them for a script that npm would run after installation.
    private static async Task LinkAsync(string folder, CancellationToken token)
    {
        var list = Path.Combine(folder, "native", "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        await using var file = File.OpenRead(list);
        var links = await JsonSerializer.DeserializeAsync<Link[]>(file, JsonSerializerOptions.Web, token) ?? [];
        foreach (var (source, target) in links)
        {
            var (from, to) = (Inside(folder, source), Inside(folder, target));
            MakeFolder(folder, Path.GetDirectoryName(to)!);
            if (OperatingSystem.IsWindows())
                File.Copy(from, to);
            else
                File.CreateSymbolicLink(to, Path.GetRelativePath(Path.GetDirectoryName(to)!, from));
        }
    }

    private static string Inside(string folder, string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new InvalidDataException($"The package contains an entry outside its folder: {name}");
    }

    private static void MakeFolder(string top, string folder)
    {
        if (folder.Length <= top.Length || Directory.Exists(folder))
            return;
        MakeFolder(top, Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, Readable | Runnable);
    }

    private sealed record Link(string Source, string Target);
}
