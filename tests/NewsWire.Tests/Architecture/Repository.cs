namespace NewsWire.Tests.Architecture;

/// <summary>The working copy from which the tests were built.</summary>
internal static class Repository
{
    /// <summary>The repository's root folder: the one with the solution file, above the tests.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The text of a file.</summary>
    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    /// <summary>Every C# source file relative to the root folder, with forward slashes.</summary>
    public static IEnumerable<string> SourceFiles() => new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs*", SearchOption.AllDirectories))
        .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/obj/") && !file.Contains("/bin/"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NewsWire.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"NewsWire.sln was not found above {AppContext.BaseDirectory}.");
    }
}
