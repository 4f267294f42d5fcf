using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsWire.Data;
using NewsWire.Ingest.Fetch;
using NewsWire.Ingest.Normalize;
using NewsWire.Ingest.Store;
using NewsWire.Ingest.Wires;
using Npgsql;
using Polly;
using Polly.Retry;

namespace NewsWire.Ingest;

/// <summary>The story of ingestion: fetch, parse, normalize, store. Each stage takes the value of the one before.</summary>
internal sealed partial class IngestionPipeline(
    DocumentFetcher fetcher, DocumentReader reader, ReleaseNormalizer normalizer, ReleaseWriter releases, RelatedWriter related,
    PipelineStores stores, WireCatalog wires, TimeProvider time, ILogger<IngestionPipeline> logger)
{
    private const int LongestRemark = 500;
    private const int RenewEvery = 50;
    private const int MostClaims = 20;
    private const string Stumbled = "NewsWire stumbled over it: that is our fault, and the log tells where.";

    // Two writers may meet in the database; whoever is sent away simply does it again.
    private readonly ResiliencePipeline _again = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<PostgresException>(trouble => trouble.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure),
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromMilliseconds(20),
            UseJitter = true,
        })
        .Build();

    /// <summary>Asks a source: keeps the releases it sends, remembers the documents it leads to, and when to ask again.</summary>
    public async Task ReadSourceAsync(DueSource source, CancellationToken token)
    {
        try
        {
            await AskSourceAsync(source, token);
        }
        catch (Exception bug) when (bug is not OperationCanceledException && DatabaseFailure.Of(bug) is null)
        {
            await stores.Sources.FailedAsync(source, new FetchResult.Refused(Stumbled), token);
            throw;
        }
    }

    /// <summary>Reads one document that a source led to, and settles it: taken, refused, or to be tried again.</summary>
    public async Task ReadDocumentAsync(DueDocument due, CancellationToken token)
    {
        try
        {
            await TakeDocumentAsync(due, token);
        }
        catch (Exception bug) when (bug is not OperationCanceledException && DatabaseFailure.Of(bug) is null)
        {
            await stores.Documents.RefusedAsync(due, new FetchResult.Refused(Stumbled), token);
            throw;
        }
    }

    private async Task AskSourceAsync(DueSource source, CancellationToken token)
    {
        if (source.Kind == "folder")
        {
            await ListFolderAsync(source, token);
            return;
        }
        switch (await fetcher.FetchAsync(source, token))
        {
            case FetchResult.NotModified:
                await stores.Sources.SucceededAsync(source, 304, "Nothing new since the last answer.", 0, null, null, token);
                break;
            case FetchResult.Refused refused:
                RefusedSource(source.Key, refused.Reason);
                await stores.Sources.FailedAsync(source, refused, token);
                break;
            case FetchResult.Fetched fetched:
                var document = reader.Read(fetched.Document, source.Wire);
                if (document.Error is { } error)
                {
                    var reason = PlainText.Shorten(error, LongestRemark);
                    RefusedSource(source.Key, reason);
                    await stores.Sources.FailedAsync(source, new FetchResult.Refused(reason, fetched.StatusCode), token);
                    break;
                }
                var kept = await KeepAsync(document, source.Id, source.Zone, fetched.Document.FetchedAt, () => stores.Sources.RenewAsync(source, token), token);
                var leads = await stores.Documents.AddAsync(source.Id, [.. document.Links.Select(link => new FoundDocument(link.AbsoluteUri, ""))], token);
                await stores.Sources.SucceededAsync(source, fetched.StatusCode, Answer(document, kept, leads), kept.New, fetched.ETag, fetched.LastModified, token);
                break;
        }
    }

    private async Task TakeDocumentAsync(DueDocument due, CancellationToken token)
    {
        // Claimed again and again and never settled: it must be what ends the program.
        if (due.Attempts > MostClaims)
        {
            await RefuseAsync(due, new FetchResult.Refused($"It was begun {MostClaims} times and never finished.", Final: true), token);
            return;
        }
        switch (await fetcher.FetchAsync(due, token))
        {
            case FetchResult.Refused refused:
                await RefuseAsync(due, refused, token);
                break;
            case FetchResult.Fetched fetched:
                // A file tells itself which wire it is from; a page is its source's.
                var document = reader.Read(fetched.Document, due.Kind == "folder" ? null : due.Wire);
                var kept = await KeepAsync(document, due.SourceId, due.Zone, fetched.Document.FetchedAt, () => stores.Documents.RenewAsync(due, token), token);
                if (document.Error is { } error && kept.Total == 0)
                    await RefuseAsync(due, new FetchResult.Refused(error, fetched.StatusCode, Final: !document.Passing), token);
                else
                    await stores.Documents.TakenAsync(due, kept.New, Remark(document, kept), token);
                break;
            case FetchResult.NotModified:
                await stores.Documents.TakenAsync(due, 0, null, token);
                break;
        }
    }

    private async Task<Kept> KeepAsync(ParsedDocument document, int sourceId, string zone, DateTimeOffset fetchedAt, Func<Task> renew, CancellationToken token)
    {
        var wire = wires.Find(document.Wire) ?? throw new InvalidOperationException($"No wire has the key {document.Wire}.");
        var at = new ReadAt(wire.Key, wire.Name, TimeZoneInfo.FindSystemTimeZoneById(zone), fetchedAt);
        var kept = new Kept();
        foreach (var (number, raw) in document.Releases.Index())
        {
            // A feed of thousands takes longer than a lease.
            if (number > 0 && number % RenewEvery == 0)
                await renew();
            var (release, problem) = Patience.Over(() => normalizer.Normalize(raw, at));
            kept.Remarks.AddRange(release.Remarks);
            if (problem is not null)
            {
                kept.Problems.Add(problem);
                continue;
            }
            var stored = await _again.ExecuteAsync(async cancel => await releases.SaveAsync(release, sourceId, cancel), token);
            if (stored.NeedsRelating)
                await _again.ExecuteAsync(async cancel => await related.RelateAsync(stored, release, cancel), token);
            kept.Total++;
            kept.New += stored.IsNew ? 1 : 0;
        }
        return kept;
    }

    private async Task ListFolderAsync(DueSource source, CancellationToken token)
    {
        var (files, problem) = fetcher.List(source, token);
        if (problem is not null)
        {
            await stores.Sources.FailedAsync(source, new FetchResult.Refused(problem), token);
            return;
        }
        var added = await stores.Documents.AddAsync(source.Id, files, token);
        var answer = files.Count == 0 ? "The folder is empty." : $"{files.Count} files in the folder, {added} of them new.";
        await stores.Sources.SucceededAsync(source, null, answer, 0, null, null, token);
    }

    private Task RefuseAsync(DueDocument due, FetchResult.Refused refused, CancellationToken token)
    {
        refused = refused with { Reason = PlainText.Shorten(refused.Reason, LongestRemark) };
        RefusedDocument(due.Id, due.Kind, refused.Reason);
        return stores.Documents.RefusedAsync(due, refused, token);
    }

    private static string Answer(ParsedDocument document, Kept kept, int leads)
    {
        var parts = new List<string>();
        if (kept.Total > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{kept.Total} releases, {kept.New} of them new"));
        if (document.Links.Length > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{document.Links.Length} links, {leads} to pages not read before"));
        var remark = Remark(document, kept);
        return (parts.Count == 0 ? "It holds no releases" : string.Join("; ", parts)) + "." + (remark is null ? "" : " " + remark);
    }

    private static string? Remark(ParsedDocument document, Kept kept)
    {
        var remarks = document.Warnings.Concat(kept.Remarks).Concat(kept.Problems.Select(problem => $"A release was left out: {problem}")).ToList();
        if (document.Error is { } error && kept.Total > 0)
            remarks.Insert(0, error);
        return remarks.Count == 0 ? null : PlainText.Shorten(string.Join(" ", remarks.Distinct(StringComparer.Ordinal)), LongestRemark);
    }

    private sealed class Kept
    {
        public int Total { get; set; }
        public int New { get; set; }
        public List<string> Problems { get; } = [];
        public List<string> Remarks { get; } = [];
    }

    [LoggerMessage(2001, LogLevel.Warning, "Source {Source} gave nothing: {Reason}")]
    private partial void RefusedSource(string source, string reason);

    [LoggerMessage(2002, LogLevel.Warning, "Document {Document} of a {Kind} was refused: {Reason}")]
    private partial void RefusedDocument(long document, string kind, string reason);
}

/// <summary>The scheduler's memory, both halves of it.</summary>
internal sealed record PipelineStores(SourceStore Sources, DocumentStore Documents);
