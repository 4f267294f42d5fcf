using NewsWire.Data;
using NewsWire.Ingest.Fetch;

namespace NewsWire.Ingest.Store;

/// <summary>A document that is due, with what must be known of its source to read it.</summary>
internal sealed record DueDocument(long Id, int SourceId, string Address, int Attempts, string SourceKey, string Wire, string Kind, string SourceAddress, string Zone);

/// <summary>A document to be remembered: where it is, and the mark by which a later edition of it is told apart.</summary>
internal readonly record struct FoundDocument(string Address, string Mark);

/// <summary>Every document that sources led to, each taken once: what keeps a crash from losing or doubling anything.</summary>
internal sealed class DocumentStore(Database database, IngestionOptions options, TimeProvider time)
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(2);

    private const string Add = """
        insert into document (source_id, address, mark, found_at, due_at)
        select @SourceId, address, mark, @Now, @Now from unnest(@Addresses, @Marks) as found (address, mark)
        on conflict (source_id, address, mark) do nothing
        """;

    private const string Claim = """
        with due as (
          select d.id from document d join source s on s.id = d.source_id and s.enabled and s.configured
          where d.state = 'due' and d.due_at <= @Now and (d.leased_until is null or d.leased_until < @Now)
          order by d.due_at, d.id limit 1 for no key update of d skip locked)
        update document d set leased_until = @Until, attempts = d.attempts + 1
        from due, source s where d.id = due.id and s.id = d.source_id
        returning d.id, d.source_id, d.address, d.attempts, s.key as source_key, s.wire, s.kind, s.address as source_address, s.zone
        """;

    private const string Renew = "update document set leased_until = @Until where id = @Id";

    // The claim that counted as an attempt was none.
    private const string Hold = """
        update document set leased_until = null, attempts = attempts - 1, due_at = @Until + random() * @Spread where id = @Id
        """;

    private const string Settle = """
        with seen as (update source set releases_seen = releases_seen + @Releases where id = @SourceId and @Releases > 0)
        update document set state = @State, settled_at = @Now, leased_until = null, due_at = @DueAt, status_code = @StatusCode, reason = @Reason, failure = @Failure, remedy = @Remedy
        where id = @Id
        """;

    /// <summary>Remembers documents; those already known are left as they are. Answers how many are new.</summary>
    public Task<int> AddAsync(int sourceId, IReadOnlyCollection<FoundDocument> found, CancellationToken token) => found.Count == 0
        ? Task.FromResult(0)
        : database.ExecuteAsync(
            Add,
            new { SourceId = sourceId, Addresses = found.Select(document => document.Address).ToArray(), Marks = found.Select(document => document.Mark).ToArray(), Now = time.GetUtcNow() },
            token);

    /// <summary>The document that has been due longest, or null; no other worker gets it while the lease lasts.</summary>
    public Task<DueDocument?> ClaimAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        return database.FindAsync<DueDocument>(Claim, new { Now = now, Until = now + options.Lease }, token);
    }

    /// <summary>Its releases are stored. What had to be overlooked is kept for the wires page.</summary>
    public Task TakenAsync(DueDocument document, int newReleases, string? remark, CancellationToken token) =>
        SettleAsync(document, "taken", remark, null, TimeSpan.Zero, newReleases, token);

    /// <summary>It could not be fetched or read. Where another try may help there are five in all, each after a longer pause.</summary>
    public Task RefusedAsync(DueDocument document, FetchResult.Refused refused, CancellationToken token)
    {
        if (refused.Final || document.Attempts >= MostAttempts)
            return SettleAsync(document, "refused", refused.Reason, refused, TimeSpan.Zero, 0, token);
        var pause = FirstPause * Math.Pow(3, document.Attempts - 1);
        if (refused.RetryAfter is { } wait && wait > pause)
            pause = wait;
        return SettleAsync(document, "due", refused.Reason, refused, pause, 0, token);
    }

    /// <summary>It was not requested because its host asked for a pause: due again after the pause, with its attempts as they were.</summary>
    public Task HeldAsync(DueDocument document, TimeSpan wait, CancellationToken token) =>
        database.ExecuteAsync(Hold, new { document.Id, Until = time.GetUtcNow() + wait, Spread = SourceStore.Spread(wait) }, token);

    /// <summary>Extends the lease while work goes on, so that no other worker takes the document.</summary>
    public Task RenewAsync(DueDocument document, CancellationToken token) =>
        database.ExecuteAsync(Renew, new { document.Id, Until = time.GetUtcNow() + options.Lease }, token);

    private Task SettleAsync(DueDocument document, string state, string? reason, FetchResult.Refused? refused, TimeSpan pause, int releases, CancellationToken token)
    {
        var now = time.GetUtcNow();
        return database.ExecuteAsync(
            Settle,
            new
            {
                document.Id,
                document.SourceId,
                State = state,
                Now = now,
                DueAt = now + pause,
                refused?.StatusCode,
                Reason = reason,
                Failure = refused?.Kind.ToString().ToLowerInvariant(),
                refused?.Remedy,
                Releases = releases,
            },
            token);
    }
}
