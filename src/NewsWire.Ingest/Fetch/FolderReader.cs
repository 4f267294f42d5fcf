using NewsWire.Data;

namespace NewsWire.Ingest.Fetch;

/// <summary>A file of a folder source. Mark changes when the file's size or time changes.</summary>
/// <param name="RelativePath">Path relative to the folder, with forward slashes on every system.</param>
internal sealed record FolderFile(string RelativePath, string Mark);

/// <summary>The files of a folder, oldest first; or why it could not be listed.</summary>
internal sealed record FolderListing(IReadOnlyList<FolderFile> Files, FetchResult.Refused? Trouble = null);

/// <summary>Reads folders into which wires or users drop documents. Nothing outside the folder is read, by any path or link.</summary>
internal sealed class FolderReader(FetchOptions options, TimeProvider time)
{
    /// <summary>Endings of files that programs are still writing.</summary>
    private static readonly string[] Unfinished = [".tmp", ".part", ".filepart", ".crdownload", "~"];

    private const string Permit = "Give the user that NewsWire runs as permission to read it.";

    private static readonly EnumerationOptions Here = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };

    public static FolderListing List(string folder, CancellationToken token)
    {
        try
        {
            var root = new DirectoryInfo(Path.GetFullPath(folder));
            if (!root.Exists)
                return Failed($"The folder {folder} does not exist.", "Create it, or correct the source's Address.");
            var home = RealPath.Of(root.FullName);
            if (home is null)
                return Failed($"The folder {folder} is a link whose target does not exist.", "Correct the link, or the source's Address.");
            // Enumerating once distinguishes a folder without read permission from an empty one.
            _ = root.EnumerateFileSystemInfos().Any();
            var found = new List<(string Path, FileInfo Content)>();
            Gather(root, home, found, token);
            return new([.. found
                .OrderBy(file => file.Content.LastWriteTimeUtc)
                .ThenBy(file => file.Path, StringComparer.Ordinal)
                .Select(file => new FolderFile(Relative(root, file.Path), Mark(file.Content)))]);
        }
        catch (UnauthorizedAccessException)
        {
            return Failed($"NewsWire is not permitted to read the folder {folder}.", Permit);
        }
        catch (IOException)
        {
            return Failed($"The folder {folder} could not be read.", "Check that it is a folder and that its disk is mounted.");
        }
    }

    public async Task<FetchResult> ReadAsync(string folder, string relativePath, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var root = Path.GetFullPath(folder);
        if (relativePath.Contains('\0') || Path.IsPathRooted(relativePath) || !RealPath.IsInside(Path.GetFullPath(Path.Combine(root, relativePath)), root))
            return new FetchResult.Refused(FailureKind.Folder, "The path leads out of the folder.", Final: true);
        var file = new FileInfo(Path.Combine(root, relativePath));
        try
        {
            if (!file.Exists || RealPath.Of(file.FullName) is not { } real || RealPath.Of(root) is not { } home)
                return Missing(relativePath);
            if (!RealPath.IsInside(real, home))
                return new FetchResult.Refused(FailureKind.Folder, "The path leads out of the folder.", Final: true);
            return await ReadAsync(new FileInfo(real), token);
        }
        catch (Exception trouble) when (trouble is FileNotFoundException or DirectoryNotFoundException)
        {
            return Missing(relativePath);
        }
        catch (UnauthorizedAccessException)
        {
            return new FetchResult.Refused(FailureKind.Folder, $"NewsWire is not permitted to read {relativePath}.") { Remedy = Permit };
        }
        catch (IOException)
        {
            return new FetchResult.Refused(FailureKind.Folder, $"{relativePath} could not be read: it may be in use.");
        }
    }

    private async Task<FetchResult> ReadAsync(FileInfo file, CancellationToken token)
    {
        if (file.Length > options.MaximumBytes)
            return Refusals.TooLarge(LimitedBody.TooLarge(file.Length, options.MaximumBytes)) with { Final = true };
        // A named pipe also has length 0, and opening one would block until it has a writer.
        ReadOnlyMemory<byte>? bytes = ReadOnlyMemory<byte>.Empty;
        if (file.Length > 0)
        {
            await using var stream = new FileStream(file.FullName, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.ReadWrite | FileShare.Delete });
            bytes = await LimitedBody.ReadAsync(stream, options.MaximumBytes, token);
        }
        return bytes is { } all
            ? new FetchResult.Fetched(new SourceDocument(all, null, file.Name, null, time.GetUtcNow()), 200, null, null)
            : Refusals.TooLarge(LimitedBody.TooLarge(options.MaximumBytes)) with { Final = true };
    }

    private static void Gather(DirectoryInfo folder, string home, List<(string Path, FileInfo Content)> found, CancellationToken token)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", Here))
        {
            token.ThrowIfCancellationRequested();
            if (entry.Name.StartsWith('.'))
                continue;
            // Linked folders are not followed: a target inside is visited anyway, one outside is off limits, and cycles become impossible.
            if (entry is DirectoryInfo sub && sub.LinkTarget is null)
                Gather(sub, home, found, token);
            else if (entry is FileInfo file && !IsUnfinished(file.Name) && Content(file, home) is { Exists: true } content)
                found.Add((file.FullName, content));
        }
    }

    /// <summary>The file, or the target of a link that stays inside the folder; size and time are those of the target.</summary>
    private static FileInfo? Content(FileInfo file, string home) =>
        file.LinkTarget is null ? file
        : RealPath.Of(file.FullName) is { } real && RealPath.IsInside(real, home) ? new FileInfo(real)
        : null;

    private static bool IsUnfinished(string name) => Array.Exists(Unfinished, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static string Relative(DirectoryInfo root, string path) =>
        Path.GetRelativePath(root.FullName, path).Replace(Path.DirectorySeparatorChar, '/');

    private static string Mark(FileInfo file) => FormattableString.Invariant($"{file.Length}-{file.LastWriteTimeUtc.Ticks}");

    private static FolderListing Failed(string reason, string remedy) => new([], new FetchResult.Refused(FailureKind.Folder, reason) { Remedy = remedy });

    private static FetchResult.Refused Missing(string relativePath) => new(FailureKind.Missing, $"The file {relativePath} does not exist.", Final: true);
}
