using NewsWire.Data;

namespace NewsWire.Web.Reading;

public sealed record WireRow(string Key, string Name, string? Home, long Releases);

/// <summary>A place a wire is read at, with all the scheduler remembers of it.</summary>
public sealed record SourceRow
{
    // What a check may wait for free workers.
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(5);

    public required int Id { get; init; }
    public required string Key { get; init; }
    public required string Wire { get; init; }
    public required string Kind { get; init; }
    public required string Address { get; init; }
    public required bool Configured { get; init; }
    public required bool Enabled { get; init; }
    public required int EverySeconds { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public DateTimeOffset? AskedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public int? StatusCode { get; init; }
    public string? Answer { get; init; }
    public required int Failures { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public FailureKind? Failure { get; init; }

    /// <summary>What to change about the failure, in one sentence.</summary>
    public string? Remedy { get; init; }

    public required long ReleasesSeen { get; init; }

    /// <summary>True where it should have been checked long ago: no running gatherer has it.</summary>
    public bool IsOverdue(DateTimeOffset now) =>
        Configured && Enabled && now - DueAt > (EverySeconds > Overdue.TotalSeconds ? TimeSpan.FromSeconds(EverySeconds) : Overdue);

    /// <summary>True for a source of invented releases: they live under host names that cannot exist.</summary>
    public bool IsSample => Uri.TryCreate(Address, UriKind.Absolute, out var address) && address.Host.EndsWith(".example", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A document that could not be read, or, where Failure is null, one that was read with a remark.</summary>
/// <param name="Reason">What happened or what the remark is, in sentences.</param>
public sealed record DocumentRow(int SourceId, string Address, DateTimeOffset? SettledAt, string Reason, FailureKind? Failure, string? Remedy);

/// <summary>The wires, their sources, and the state of each.</summary>
public sealed class WireReader(Database database, FacetReader facets, ReleaseCountReader counts)
{
    private const string All = "select key, name, home, releases from wire order by name";

    private const string Sources = """
        select id, key, wire, kind, address, configured, enabled, every_seconds, due_at, asked_at, answered_at, status_code, answer,
            failures, failure, remedy, releases_seen
        from source
        where @Wire::text is null or wire = @Wire
        order by wire, configured desc, enabled desc, key
        """;

    private const string Documents = """
        select d.source_id, d.address, d.settled_at, d.reason, d.failure, d.remedy
        from source s
        cross join lateral (
            (select source_id, address, settled_at, reason, failure, remedy from document
            where source_id = s.id and failure is not null
            order by settled_at desc limit @Most)
            union all
            (select source_id, address, settled_at, reason, failure, remedy from document
            where source_id = s.id and reason is not null and failure is null
            order by settled_at desc limit @Most)) d
        where @Wire::text is null or s.wire = @Wire
        order by d.source_id, d.settled_at desc
        """;

    /// <summary>
    /// The wires by name, each with the number of releases that its list holds; in a store too large to count, with the number of
    /// its rows, copies included.
    /// </summary>
    public async Task<IReadOnlyList<WireRow>> AllAsync(CancellationToken token)
    {
        var wires = await database.QueryAsync<WireRow>(All, null, token);
        var held = await counts.ReadAsync(new KnownFilter(ReleaseFilter.None, await facets.CurrentAsync(token)), token);
        return held.Complete ? [.. wires.Select(wire => wire with { Releases = held.Wires.GetValueOrDefault(wire.Key).Stories })] : wires;
    }

    /// <summary>The sources of one wire, or of all where none is named.</summary>
    public Task<IReadOnlyList<SourceRow>> SourcesAsync(string? wire, CancellationToken token) =>
        database.QueryAsync<SourceRow>(Sources, new { Wire = wire }, token);

    /// <summary>The last rejected documents of each source of one wire, or of all where none is named, and the last with a remark; newest first.</summary>
    /// <param name="most">How many of each sort for one source.</param>
    public Task<IReadOnlyList<DocumentRow>> DocumentsAsync(string? wire, int most, CancellationToken token) =>
        database.QueryAsync<DocumentRow>(Documents, new { Wire = wire, Most = most }, token);
}
