using Microsoft.Extensions.DependencyInjection;
using NewsWire.Data;
using NewsWire.Ingest.Fetch;
using NewsWire.Ingest.Normalize;
using NewsWire.Ingest.Wires;

namespace NewsWire.Ingest;

/// <summary>What one check of a source gave.</summary>
/// <param name="Checked">Its address or folder, without secrets.</param>
/// <param name="Lines">What was found; of a failure what happened, and what to change.</param>
/// <param name="Failure">Null where the source could be read.</param>
public sealed record SourceCheck(string Checked, IReadOnlyList<string> Lines, FailureKind? Failure = null, int? StatusCode = null);

/// <summary>Checks a source once, with the settings of the program and without storing anything: for the person who configures it.</summary>
public static class SourceInspection
{
    private const int HeadlinesShown = 5;

    /// <summary>Checks the settings of the outgoing client, where sources are read.</summary>
    /// <exception cref="FormatException">A setting of the outgoing client is not valid.</exception>
    public static void Validate(IServiceProvider services) => services.GetService<WebFetcher>();

    /// <param name="services">Of <see cref="IngestionRegistration"/>.</param>
    /// <param name="source">Its Wire may be empty: the document then tells which wire it is from.</param>
    public static async Task<SourceCheck> CheckAsync(IServiceProvider services, SourceOptions source, CancellationToken token)
    {
        if (source.Kind == "folder")
            return List(Path.GetFullPath(source.Address, Path.GetFullPath(services.GetRequiredService<IngestionOptions>().FolderRoot ?? ".")), token);
        var shown = Secrets.OnOneLine(source.Address);
        return await services.GetRequiredService<WebFetcher>().FetchAsync(new FetchRequest(new Uri(source.Address)), token) switch
        {
            FetchResult.Refused refused => Failed(shown, refused),
            FetchResult.Held held => new SourceCheck(shown, [$"It redirects to {held.Authority}, which asked this machine to wait."], FailureKind.Limited),
            FetchResult.Fetched fetched => Read(services, source, shown, fetched),
            _ => new SourceCheck(shown, ["Not modified since the last check."]),
        };
    }

    private static SourceCheck List(string folder, CancellationToken token)
    {
        var listing = FolderReader.List(folder, token);
        return listing.Trouble is { } refused ? Failed(folder, refused) : new SourceCheck(folder, [$"{Count(listing.Files.Count, "file")} in the folder."]);
    }

    private static SourceCheck Read(IServiceProvider services, SourceOptions source, string shown, FetchResult.Fetched fetched)
    {
        var document = services.GetRequiredService<DocumentReader>().Read(fetched.Document, source.Wire);
        var wire = services.GetRequiredService<WireCatalog>().Find(document.Wire)!;
        if (document.Error is not null)
        {
            // Of an address that is no configured source nothing else is expected than a document.
            return Failed(shown, source.Wire.Length == 0
                ? new FetchResult.Refused(document.Failure, document.Error, fetched.StatusCode)
                : SourceExpectation.Refuse(source.Kind, wire, document, fetched.StatusCode));
        }
        var at = new ReadAt(wire.Key, wire.Name, TimeZoneInfo.FindSystemTimeZoneById(source.Zone), fetched.Document.FetchedAt);
        List<string> lines =
        [
            $"Answer {fetched.StatusCode}, {Count(fetched.Document.Bytes.Length, "byte")}, read as {document.Format} of {wire.Name}.",
            .. document.Warnings,
            $"{Count(document.Releases.Length, "release")}, {Count(document.Links.Length, "link")} to further documents.",
        ];
        var (normalizer, secrets) = (services.GetRequiredService<ReleaseNormalizer>(), Secrets.In(source.Address));
        foreach (var raw in document.Releases.Take(HeadlinesShown))
        {
            var (release, problem) = Patience.Over(() => normalizer.Normalize(SourceSecrets.Strip(raw, secrets), at));
            lines.Add($"  {release.Published.Instant:yyyy-MM-dd HH:mm} UTC  {release.Headline}{(problem is null ? "" : $" (left out: {problem})")}");
        }
        return new SourceCheck(shown, lines);
    }

    private static SourceCheck Failed(string shown, FetchResult.Refused refused) =>
        new(shown, [refused.Reason, refused.Remedy ?? Remedies.OfSource(refused.Kind)], refused.Kind, refused.StatusCode);

    private static string Count(int count, string thing) => FormattableString.Invariant($"{count:N0} {thing}{(count == 1 ? "" : "s")}");
}
