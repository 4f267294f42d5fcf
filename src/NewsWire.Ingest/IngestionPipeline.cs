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

/// <summary>The stages in order: fetch, parse, normalize, store. Each takes the value of the one before.</summary>
internal sealed partial class IngestionPipeline(
    DocumentFetcher fetcher, DocumentReader reader, ReleaseNormalizer normalizer, ReleaseWriter releases, RelatedWriter related,
    PipelineStores stores, WireCatalog wires, SourceFailureLog failures, TimeProvider time, ILogger<IngestionPipeline> logger)
{
    private const int LongestRemark = 500;
    private const int RenewEvery = 50;
    private const int MostClaims = 20;

    // PostgreSQL ends one of two transactions that deadlock; that one is repeated.
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
            failures.Failed(source, bug);
            await stores.Sources.FailedAsync(source, Internal("source"), token);
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
            FailedDocument(bug, Named(due), due.SourceKey);
            await stores.Documents.RefusedAsync(due, Internal("document"), token);
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
                await stores.Sources.SucceededAsync(source, 304, "Not modified since the last check.", 0, null, null, token);
                failures.Succeeded(source);
                break;
            case FetchResult.Held held:
                HeldSource(source.Key, held.Authority);
                await stores.Sources.HeldAsync(source, held.Wait, token);
                break;
            case FetchResult.Refused refused:
                await RefuseAsync(source, refused, token);
                break;
            case FetchResult.Fetched fetched:
                var document = reader.Read(fetched.Document, source.Wire);
                if (document.Error is not null)
                {
                    var refusal = SourceExpectation.Refuse(source.Kind, wires.Find(document.Wire)!, document, fetched.StatusCode);
                    await RefuseAsync(source, refusal with { Reason = PlainText.Shorten(refusal.Reason, LongestRemark) }, token);
                    break;
                }
                var kept = await KeepAsync(document, new From(source.Id, source.Zone, source.Address, fetched.Document.FetchedAt), () => stores.Sources.RenewAsync(source, token), token);
                var leads = await stores.Documents.AddAsync(source.Id, [.. document.Links.Select(link => new FoundDocument(link.AbsoluteUri, ""))], token);
                await stores.Sources.SucceededAsync(source, fetched.StatusCode, Answer(document, kept, leads), kept.New, fetched.ETag, fetched.LastModified, token);
                failures.Succeeded(source);
                break;
        }
    }

    private async Task TakeDocumentAsync(DueDocument due, CancellationToken token)
    {
        // Claimed many times and never settled: reading it probably ends the process.
        if (due.Attempts > MostClaims)
        {
            await RefuseAsync(due, new FetchResult.Refused(FailureKind.Internal, $"Processing began {MostClaims} times and never finished.", Final: true) { Remedy = Remedies.SeeLog }, token);
            return;
        }
        switch (await fetcher.FetchAsync(due, token))
        {
            case FetchResult.Held held:
                await stores.Documents.HeldAsync(due, held.Wait, token);
                break;
            case FetchResult.Refused refused:
                await RefuseAsync(due, refused, token);
                break;
            case FetchResult.Fetched fetched:
                // The wire of a file is detected from its content; a page belongs to the wire of its source.
                var document = reader.Read(fetched.Document, due.Kind == "folder" ? null : due.Wire);
                var kept = await KeepAsync(document, new From(due.SourceId, due.Zone, due.SourceAddress, fetched.Document.FetchedAt), () => stores.Documents.RenewAsync(due, token), token);
                if (document.Error is { } error && kept.Total == 0)
                    await RefuseAsync(due, new FetchResult.Refused(document.Failure, error, fetched.StatusCode, Final: !document.Passing), token);
                else
                    await stores.Documents.TakenAsync(due, kept.New, Remark(document, kept), token);
                break;
            case FetchResult.NotModified:
                await stores.Documents.TakenAsync(due, 0, null, token);
                break;
        }
    }

    private async Task<Kept> KeepAsync(ParsedDocument document, From from, Func<Task> renew, CancellationToken token)
    {
        var wire = wires.Find(document.Wire) ?? throw new InvalidOperationException($"No wire has the key {document.Wire}.");
        var at = new ReadAt(wire.Key, wire.Name, TimeZoneInfo.FindSystemTimeZoneById(from.Zone), from.FetchedAt);
        var secrets = Secrets.In(from.Address);
        var kept = new Kept();
        foreach (var (number, raw) in document.Releases.Index())
        {
            // A feed of thousands of items takes longer than a lease.
            if (number > 0 && number % RenewEvery == 0)
                await renew();
            var (release, problem) = Patience.Over(() => normalizer.Normalize(SourceSecrets.Strip(raw, secrets), at));
            kept.Remarks.AddRange(release.Remarks);
            if (problem is not null)
            {
                kept.Problems.Add(problem);
                continue;
            }
            var stored = await _again.ExecuteAsync(async cancel => await releases.SaveAsync(release, from.SourceId, cancel), token);
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
            await RefuseAsync(source, problem, token);
            return;
        }
        var added = await stores.Documents.AddAsync(source.Id, files, token);
        var answer = files.Count == 0 ? "The folder is empty." : $"{Count(files.Count, "file")}, {added} new.";
        await stores.Sources.SucceededAsync(source, null, answer, 0, null, null, token);
        failures.Succeeded(source);
    }

    private async Task RefuseAsync(DueSource source, FetchResult.Refused refused, CancellationToken token)
    {
        failures.Failed(source, refused);
        await stores.Sources.FailedAsync(source, refused, token);
        await PostponeAsync(refused, token);
    }

    private async Task RefuseAsync(DueDocument due, FetchResult.Refused refused, CancellationToken token)
    {
        refused = refused with { Reason = PlainText.Shorten(refused.Reason, LongestRemark) };
        RefusedDocument(Named(due), due.SourceKey, refused.Remedy is null ? refused.Reason : $"{refused.Reason} {refused.Remedy}");
        await stores.Documents.RefusedAsync(due, refused, token);
        await PostponeAsync(refused, token);
    }

    // In the store, so that the pause lasts across a restart and for other gatherers.
    private async Task PostponeAsync(FetchResult.Refused refused, CancellationToken token)
    {
        if (refused is { Authority: { } authority, RetryAfter: { } wait })
            await stores.Sources.PostponeAsync(authority, wait, token);
    }

    private static FetchResult.Refused Internal(string thing) => new(FailureKind.Internal, $"Internal error while processing this {thing}.") { Remedy = Remedies.SeeLog };

    /// <summary>inbox/foo.xml, or an address without its secrets.</summary>
    private static string Named(DueDocument due) =>
        Secrets.OnOneLine(due.Kind == "folder" ? $"{due.SourceAddress.TrimEnd('/')}/{due.Address}" : due.Address);

    private static string Count(int count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {thing}{(count == 1 ? "" : "s")}");

    private static string Answer(ParsedDocument document, Kept kept, int leads)
    {
        var parts = new List<string>();
        if (kept.Total > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Count(kept.Total, "release")}, {kept.New} new"));
        if (document.Links.Length > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Count(document.Links.Length, "link")}, {leads} new"));
        var remark = Remark(document, kept);
        return (parts.Count == 0 ? "No releases" : string.Join("; ", parts)) + "." + (remark is null ? "" : " " + remark);
    }

    private static string? Remark(ParsedDocument document, Kept kept)
    {
        var remarks = document.Warnings.Concat(kept.Remarks).Concat(kept.Problems.Select(problem => $"A release was left out: {problem}")).ToList();
        if (document.Error is { } error && kept.Total > 0)
            remarks.Insert(0, error);
        return remarks.Count == 0 ? null : PlainText.Shorten(string.Join(" ", remarks.Distinct(StringComparer.Ordinal)), LongestRemark);
    }

    /// <summary>What storing a document's releases needs to know of its source.</summary>
    private sealed record From(int SourceId, string Zone, string Address, DateTimeOffset FetchedAt);

    private sealed class Kept
    {
        public int Total { get; set; }
        public int New { get; set; }
        public List<string> Problems { get; } = [];
        public List<string> Remarks { get; } = [];
    }

    [LoggerMessage(2006, LogLevel.Debug, "Source {Source} was not checked: {Authority} asked for a pause")]
    private partial void HeldSource(string source, string authority);

    [LoggerMessage(2002, LogLevel.Warning, "Document {Document} of source {Source} was rejected: {Reason}")]
    private partial void RefusedDocument(string document, string source, string reason);

    [LoggerMessage(2004, LogLevel.Error, "Internal error while processing document {Document} of source {Source}")]
    private partial void FailedDocument(Exception bug, string document, string source);
}

/// <summary>The scheduler's state: sources and the documents they led to.</summary>
internal sealed record PipelineStores(SourceStore Sources, DocumentStore Documents);
