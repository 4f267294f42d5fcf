using NewsWire.Data;
using NewsWire.Ingest.Fetch;

namespace NewsWire.Ingest.Store;

/// <summary>A source that is due, taken by this process until its lease ends.</summary>
internal sealed record DueSource(
    int Id, string Key, string Wire, string Kind, string Address, string Zone, int EverySeconds, string? Etag, string? LastModified, int Failures);

/// <summary>The scheduler's memory of sources: what is due, what was answered, when to ask again.</summary>
internal sealed class SourceStore(Database database, IngestionOptions options, TimeProvider time)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    private const string UpsertWires = """
        insert into wire (key, name, home) select * from unnest(@Keys, @Names, @Homes)
        on conflict (key) do update set name = excluded.name, home = excluded.home
        where (wire.name, wire.home) is distinct from (excluded.name, excluded.home)
        """;

    private const string UpsertSources = """
        insert into source (key, wire, kind, address, zone, every_seconds, enabled, due_at)
        select key, wire, kind, address, zone, every_seconds, enabled, @Now
        from unnest(@Keys, @Wires, @Kinds, @Addresses, @Zones, @Everys, @Enableds) as given (key, wire, kind, address, zone, every_seconds, enabled)
        on conflict (key) do update set
          wire = excluded.wire, kind = excluded.kind, zone = excluded.zone, every_seconds = excluded.every_seconds, enabled = excluded.enabled,
          configured = true,
          -- a changed address is a new thing to ask
          etag = case when source.address = excluded.address then source.etag end,
          last_modified = case when source.address = excluded.address then source.last_modified end,
          due_at = case when source.address = excluded.address then source.due_at else excluded.due_at end,
          address = excluded.address
        """;

    // The documents of a source that rests are put out of reach of Claim, which else would pass over all of them each time.
    private const string RetireSources = """
        update source set configured = false where configured and not key = any(@Keys);
        update document d set due_at = case when s.enabled and s.configured then @Now else 'infinity' end
        from source s where s.id = d.source_id and d.state = 'due' and (d.due_at = 'infinity') = (s.enabled and s.configured)
        """;

    private const string Claim = """
        update source set leased_until = @Until, asked_at = @Now
        where id = (
          select id from source
          where enabled and configured and due_at <= @Now and (leased_until is null or leased_until < @Now)
          order by due_at limit 1 for no key update skip locked)
        returning id, key, wire, kind, address, zone, every_seconds, etag, last_modified, failures
        """;

    private const string Renew = "update source set leased_until = @Until where id = @Id";

    private const string Settle = """
        update source set leased_until = null, answered_at = case when @Failures = 0 then @Now else answered_at end, due_at = @DueAt, status_code = @StatusCode, answer = @Answer, failures = @Failures,
          etag = coalesce(@Etag, etag), last_modified = coalesce(@LastModified, last_modified), releases_seen = releases_seen + @Releases
        where id = @Id
        """;

    /// <summary>Writes the catalog of wires and the configured sources; sources no longer configured rest, with all that is known of them.</summary>
    public async Task ConfigureAsync(IReadOnlyCollection<(string Key, string Name, Uri? Home)> wires, IReadOnlyCollection<SourceOptions> sources, CancellationToken token)
    {
        await database.ExecuteAsync(
            UpsertWires,
            new { Keys = wires.Select(wire => wire.Key).ToArray(), Names = wires.Select(wire => wire.Name).ToArray(), Homes = wires.Select(wire => wire.Home?.AbsoluteUri).ToArray() },
            token);
        var keys = sources.Select(source => source.Key).ToArray();
        await database.ExecuteAsync(
            UpsertSources,
            new
            {
                Keys = keys,
                Wires = sources.Select(source => source.Wire).ToArray(),
                Kinds = sources.Select(source => source.Kind).ToArray(),
                Addresses = sources.Select(source => source.Address).ToArray(),
                Zones = sources.Select(source => source.Zone).ToArray(),
                Everys = sources.Select(source => Math.Max(1, (int)source.Every.TotalSeconds)).ToArray(),
                Enableds = sources.Select(source => source.Enabled).ToArray(),
                Now = time.GetUtcNow(),
            },
            token);
        await database.ExecuteAsync(RetireSources, new { Keys = keys, Now = time.GetUtcNow() }, token);
    }

    /// <summary>The source that has been due longest, or null; nobody else gets it while the lease lasts.</summary>
    public Task<DueSource?> ClaimAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        return database.FindAsync<DueSource>(Claim, new { Now = now, Until = now + options.Lease }, token);
    }

    /// <summary>The source was read, or had nothing new: asked again at its usual pace.</summary>
    public Task SucceededAsync(DueSource source, int? statusCode, string answer, int releases, string? etag, string? lastModified, CancellationToken token) =>
        SettleAsync(source, statusCode, answer, 0, TimeSpan.FromSeconds(source.EverySeconds), releases, etag, lastModified, token);

    /// <summary>The source did not answer or sent nothing readable: asked again ever more slowly, or when it says.</summary>
    public Task FailedAsync(DueSource source, FetchResult.Refused refused, CancellationToken token)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, source.EverySeconds * Math.Pow(2, Math.Min(source.Failures + 1, 12))));
        if (source.Kind == "folder")
            pause = TimeSpan.FromSeconds(Math.Min(pause.TotalSeconds, 60));
        if (refused.RetryAfter is { } wait && wait > pause)
            pause = wait;
        return SettleAsync(source, refused.StatusCode, refused.Reason, source.Failures + 1, pause, 0, null, null, token);
    }

    /// <summary>Still at it: nobody else shall take it for abandoned.</summary>
    public Task RenewAsync(DueSource source, CancellationToken token) =>
        database.ExecuteAsync(Renew, new { source.Id, Until = time.GetUtcNow() + options.Lease }, token);

    private Task SettleAsync(
        DueSource source, int? statusCode, string answer, int failures, TimeSpan pause, int releases, string? etag, string? lastModified, CancellationToken token)
    {
        var now = time.GetUtcNow();
        return database.ExecuteAsync(
            Settle,
            new { source.Id, Now = now, DueAt = now + pause, StatusCode = statusCode, Answer = answer, Failures = failures, Etag = etag, LastModified = lastModified, Releases = releases },
            token);
    }
}
