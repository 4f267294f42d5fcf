namespace NewsWire.Ingest.Fetch;

/// <summary>Resolves every symbolic link in a path, including those of its folders.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The resolved path; null where a link is broken or circular.</summary>
    public static string? Of(string fullPath)
    {
        var root = Path.GetPathRoot(fullPath)!;
        var rest = new Stack<string>(Parts(fullPath[root.Length..]));
        var (path, links) = (root, 0);
        while (rest.TryPop(out var part))
        {
            var next = Path.GetFullPath(Path.Combine(path, part));
            var link = new FileInfo(next).LinkTarget;
            if (link is null)
            {
                path = next;
                continue;
            }
            if (++links > MostLinks)
                return null;
            if (Path.IsPathRooted(link))
                (path, link) = (Path.GetPathRoot(link)!, link[Path.GetPathRoot(link)!.Length..]);
            foreach (var step in Parts(link))
                rest.Push(step);
        }
        return Path.Exists(path) ? path : null;
    }

    /// <summary>True where a path is below a folder, compared by path segments: /news-old is not inside /news.</summary>
    public static bool IsInside(string fullPath, string folder)
    {
        var relative = Path.GetRelativePath(folder, fullPath);
        return relative is not "." and not ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !Path.IsPathRooted(relative);
    }

    // In reverse order, because they are pushed on a stack.
    private static IEnumerable<string> Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse();
}
