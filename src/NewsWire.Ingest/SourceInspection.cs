using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Fetch;
using NewsWire.Ingest.Normalize;
using NewsWire.Ingest.Wires;

namespace NewsWire.Ingest;

/// <summary>Asks a source once and says in lines what came back: for the person who configures it. Nothing is stored.</summary>
public static class SourceInspection
{
    private const int HeadlinesShown = 5;

    /// <returns>The lines to show, and whether the source gave something that can be read.</returns>
    public static async Task<(IReadOnlyList<string> Lines, bool Succeeded)> TestAsync(
        SourceOptions source, IConfiguration configuration, ISampleWire? sample, TimeProvider time, CancellationToken token)
    {
        var wires = new WireCatalog();
        var settings = configuration.GetSection(FetchOptions.Section);
        var fetch = settings.Get<FetchOptions>() ?? new FetchOptions();
        using var web = new WebFetcher(fetch, time, sample, NullLogger<WebFetcher>.Instance);
        if (source.Kind == "folder")
        {
            var folder = Path.GetFullPath(source.Address, Path.GetFullPath(settings.Get<IngestionOptions>()?.FolderRoot ?? "."));
            var listing = FolderReader.List(folder, token);
            return listing.Trouble is null ? ([$"{listing.Files.Count} files are in {folder}."], true) : ([listing.Trouble.Reason], false);
        }
        var answer = await web.FetchAsync(new FetchRequest(new Uri(source.Address)), token);
        if (answer is FetchResult.Refused refused)
            return ([$"Asked {source.Address}.", refused.Reason], false);
        if (answer is not FetchResult.Fetched fetched)
            return ([$"Asked {source.Address}.", "Nothing new since the last answer."], true);

        var document = new DocumentReader(wires).Read(fetched.Document, source.Wire);
        List<string> lines =
        [
            $"Asked {source.Address}.",
            $"It answered {fetched.StatusCode} with {fetched.Document.Bytes.Length:N0} bytes, read as {document.Format}.",
            .. document.Warnings,
        ];
        if (document.Error is { } error)
            return ([.. lines, error], false);
        lines.Add($"It holds {document.Releases.Length} releases and leads to {document.Links.Length} pages.");
        var wire = wires.Find(document.Wire)!;
        var at = new ReadAt(wire.Key, wire.Name, TimeZoneInfo.FindSystemTimeZoneById(source.Zone), fetched.Document.FetchedAt);
        var normalizer = new ReleaseNormalizer(SubjectCatalog.Shipped);
        foreach (var raw in document.Releases.Take(HeadlinesShown))
        {
            var (release, problem) = normalizer.Normalize(raw, at);
            lines.Add($"  {release.Published.Instant:yyyy-MM-dd HH:mm}  {release.Headline}{(problem is null ? "" : $" (left out: {problem})")}");
        }
        return (lines, true);
    }
}
