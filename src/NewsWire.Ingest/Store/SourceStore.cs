using NewsWire.Data;
using NewsWire.Ingest.Fetch;

namespace NewsWire.Ingest.Store;

/// <summary>A source that is due, taken by this process until its lease ends.</summary>
internal sealed record DueSource(
    int Id, string Key, string Wire, string Kind, string Address, string Zone, int EverySeconds, string? Etag, string? LastModified, int Failures, DateTimeOffset? PreviouslyAskedAt);

/// <summary>A source that another program has configured differently.</summary>
/// <param name="Removed">True where it is no longer configured at all.</param>
internal sealed record ChangedSource(string Key, bool Removed);

/// <summary>The scheduler's state of each source: when it is due, what the last request gave.</summary>
internal sealed class SourceStore(Database database, IngestionOptions options, TimeProvider time)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    private const string UpsertWires = """
        insert into wire (key, name, home) select * from unnest(@Keys, @Names, @Homes)
        on conflict (key) do update set name = excluded.name, home = excluded.home
        where (wire.name, wire.home) is distinct from (excluded.name, excluded.home)
        """;

    private const string GivenRows = """
        unnest(@Keys, @Wires, @Kinds, @Addresses, @Zones, @Everys, @Enableds) as given (key, wire, kind, address, zone, every_seconds, enabled)
        """;

    private const string UpsertSources = $"""
        insert into source (key, wire, kind, address, zone, every_seconds, enabled, due_at)
        select key, wire, kind, address, zone, every_seconds, enabled, @Now
        from {GivenRows}
        on conflict (key) do update set
          wire = excluded.wire, kind = excluded.kind, address = excluded.address, zone = excluded.zone, every_seconds = excluded.every_seconds, enabled = excluded.enabled,
          configured = true,
          -- a pause that its host asked for lasts, whatever else has changed
          due_at = case when source.address = excluded.address and (source.failure = 'limited'
            or source.failure is null and source.due_at > excluded.due_at + make_interval(secs => source.every_seconds + 60)) then source.due_at else excluded.due_at end,
          leased_until = null, asked_at = null, status_code = null, answer = null, failures = 0, failure = null, remedy = null,
          -- an unchanged document is read again where another reader or zone understands it differently
          etag = case when (source.wire, source.kind, source.address, source.zone) = (excluded.wire, excluded.kind, excluded.address, excluded.zone) then source.etag end,
          last_modified = case when (source.wire, source.kind, source.address, source.zone) = (excluded.wire, excluded.kind, excluded.address, excluded.zone) then source.last_modified end
        where (source.wire, source.kind, source.address, source.zone, source.every_seconds, source.enabled, source.configured)
          is distinct from (excluded.wire, excluded.kind, excluded.address, excluded.zone, excluded.every_seconds, excluded.enabled, true)
        """;

    // Settings outside the sources, such as AllowedNetworks, may have changed since they were blocked.
    private const string RetryBlocked = """
        update source set due_at = @Now where failure = 'blocked' and due_at > @Now;
        update document set state = 'due', due_at = @Now, attempts = 0 where failure = 'blocked' and state = 'refused'
        """;

    private const string RetireSources = "update source set configured = false where configured and not key = any(@Keys) returning key";

    // The documents of a source that is off get no due time, or each claim of a document would have to pass over all of them.
    private const string RetireDocuments = """
        update document d set due_at = case when s.enabled and s.configured then @Now else 'infinity' end
        from source s where s.id = d.source_id and d.state = 'due' and (d.due_at = 'infinity') = (s.enabled and s.configured)
        """;

    private const string Changed = $"""
        select given.key, source.configured is not true as removed
        from {GivenRows}
        left join source using (key)
        where (source.wire, source.kind, source.address, source.zone, source.every_seconds, source.enabled, source.configured)
          is distinct from (given.wire, given.kind, given.address, given.zone, given.every_seconds, given.enabled, true)
        order by given.key
        """;

    private const string Claim = """
        with due as (
          select id, asked_at from source
          where enabled and configured and due_at <= @Now and (leased_until is null or leased_until < @Now)
          order by due_at, id limit 1 for no key update skip locked)
        update source s set leased_until = @Until, asked_at = @Now
        from due where s.id = due.id
        returning s.id, s.key, s.wire, s.kind, s.address, s.zone, s.every_seconds, s.etag, s.last_modified, s.failures, due.asked_at as previously_asked_at
        """;

    private const string Renew = "update source set leased_until = @Until where id = @Id";

    private const string Settle = """
        update source set leased_until = null, answered_at = case when @Failures = 0 then @Now else answered_at end,
          -- what was made due while it was being asked stays due
          due_at = case when due_at > asked_at then due_at else @DueAt end,
          status_code = @StatusCode, answer = @Answer, failures = @Failures, failure = @Failure, remedy = @Remedy,
          etag = coalesce(@Etag, etag), last_modified = coalesce(@LastModified, last_modified), releases_seen = releases_seen + @Releases
        -- an answer to settings that have changed meanwhile says nothing
        where id = @Id and (wire, kind, address, zone) = (@Wire, @Kind, @Address, @Zone)
        """;

    private const string Hold = """
        update source set leased_until = null, asked_at = @PreviouslyAskedAt, due_at = @Until + random() * @Spread
        where id = @Id and (wire, kind, address, zone) = (@Wire, @Kind, @Address, @Zone)
        """;

    private const string Earlier = "select id, address from source where enabled and configured and kind <> 'folder' and due_at < @Until";

    private const string Postpone = "update source set due_at = @Until + random() * @Spread where id = any(@Ids) and due_at < @Until";

    /// <summary>
    /// Writes the catalog of wires and the configured sources. A source whose settings changed is due at once and begins without
    /// failures, and so is one that was blocked by settings; all others keep their due time. Sources no longer configured are kept and not asked.
    /// </summary>
    /// <returns>The keys of the sources that were configured until now and are not any more.</returns>
    public async Task<IReadOnlyList<string>> ConfigureAsync(IReadOnlyCollection<(string Key, string Name, Uri? Home)> wires, IReadOnlyCollection<SourceOptions> sources, CancellationToken token)
    {
        await database.ExecuteAsync(
            UpsertWires,
            new { Keys = wires.Select(wire => wire.Key).ToArray(), Names = wires.Select(wire => wire.Name).ToArray(), Homes = wires.Select(wire => wire.Home?.AbsoluteUri).ToArray() },
            token);
        await database.ExecuteAsync(UpsertSources, Given(sources), token);
        await database.ExecuteAsync(RetryBlocked, new { Now = time.GetUtcNow() }, token);
        return await database.InTransactionAsync(
            async transaction =>
            {
                var retired = await transaction.QueryAsync<string>(RetireSources, new { Keys = sources.Select(source => source.Key).ToArray() });
                await transaction.ExecuteAsync(RetireDocuments, new { Now = time.GetUtcNow() });
                return retired;
            },
            token);
    }

    /// <summary>The sources whose settings here are no longer those in the store, because another program has configured it since.</summary>
    public Task<IReadOnlyList<ChangedSource>> ChangedAsync(IReadOnlyCollection<SourceOptions> sources, CancellationToken token) =>
        database.QueryAsync<ChangedSource>(Changed, Given(sources), token);

    /// <summary>The source that has been due longest, or null; no other worker gets it while the lease lasts.</summary>
    public Task<DueSource?> ClaimAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        return database.FindAsync<DueSource>(Claim, new { Now = now, Until = now + options.Lease }, token);
    }

    /// <summary>The source was read, or had nothing new: asked again at its usual pace.</summary>
    public Task SucceededAsync(DueSource source, int? statusCode, string answer, int releases, string? etag, string? lastModified, CancellationToken token) =>
        SettleAsync(source, new Settled(statusCode, answer, 0, TimeSpan.FromSeconds(source.EverySeconds), releases, etag, lastModified), token);

    /// <summary>The source failed: asked again at its usual interval, after further failures at twice the interval before, or when it says.</summary>
    public Task FailedAsync(DueSource source, FetchResult.Refused refused, CancellationToken token)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, source.EverySeconds * Math.Pow(2, Math.Min(source.Failures, 12))));
        if (source.Kind == "folder")
            pause = TimeSpan.FromSeconds(Math.Min(pause.TotalSeconds, 60));
        if (refused.RetryAfter is { } wait && wait > pause)
            pause = wait;
        var settled = new Settled(refused.StatusCode, refused.Reason, source.Failures + 1, pause, 0, null, null)
        {
            Failure = refused.Kind.ToString().ToLowerInvariant(),
            Remedy = refused.Remedy ?? Remedies.OfSource(refused.Kind),
        };
        return SettleAsync(source, settled, token);
    }

    /// <summary>The source was not asked because its host asked for a pause: due after the pause, and otherwise as it was before the claim.</summary>
    public Task HeldAsync(DueSource source, TimeSpan wait, CancellationToken token) => database.ExecuteAsync(
        Hold,
        new { source.Id, source.Wire, source.Kind, source.Address, source.Zone, source.PreviouslyAskedAt, Until = time.GetUtcNow() + wait, Spread = Spread(wait) },
        token);

    /// <summary>No source of a host and port is due before the pause that it asked for is over.</summary>
    /// <param name="authority">As <see cref="OpenableAddress.Authority"/>.</param>
    public async Task PostponeAsync(string authority, TimeSpan wait, CancellationToken token)
    {
        var until = time.GetUtcNow() + wait;
        var sources = await database.QueryAsync<(int Id, string Address)>(Earlier, new { Until = until }, token);
        var ids = sources.Where(source => Uri.TryCreate(source.Address, UriKind.Absolute, out var address) && OpenableAddress.Authority(address) == authority).Select(source => source.Id).ToArray();
        if (ids.Length > 0)
            await database.ExecuteAsync(Postpone, new { Ids = ids, Until = until, Spread = Spread(wait) }, token);
    }

    /// <summary>The time over which requests are spread after a pause, so that they do not all come in the moment it ends.</summary>
    internal static TimeSpan Spread(TimeSpan wait) => TimeSpan.FromSeconds(Math.Min(30, wait.TotalSeconds / 10));

    /// <summary>Extends the lease while work goes on, so that no other worker takes the source.</summary>
    public Task RenewAsync(DueSource source, CancellationToken token) =>
        database.ExecuteAsync(Renew, new { source.Id, Until = time.GetUtcNow() + options.Lease }, token);

    private object Given(IReadOnlyCollection<SourceOptions> sources) => new
    {
        Keys = sources.Select(source => source.Key).ToArray(),
        Wires = sources.Select(source => source.Wire).ToArray(),
        Kinds = sources.Select(source => source.Kind).ToArray(),
        Addresses = sources.Select(source => source.Address).ToArray(),
        Zones = sources.Select(source => source.Zone).ToArray(),
        Everys = sources.Select(source => Math.Max(1, (int)source.Every.TotalSeconds)).ToArray(),
        Enableds = sources.Select(source => source.Enabled).ToArray(),
        Now = time.GetUtcNow(),
    };

    private Task SettleAsync(DueSource source, Settled settled, CancellationToken token)
    {
        var now = time.GetUtcNow();
        return database.ExecuteAsync(
            Settle,
            new
            {
                source.Id,
                source.Wire,
                source.Kind,
                source.Address,
                source.Zone,
                Now = now,
                DueAt = now + settled.Pause,
                settled.StatusCode,
                settled.Answer,
                settled.Failures,
                settled.Failure,
                settled.Remedy,
                settled.Etag,
                settled.LastModified,
                settled.Releases,
            },
            token);
    }

    private sealed record Settled(int? StatusCode, string Answer, int Failures, TimeSpan Pause, int Releases, string? Etag, string? LastModified)
    {
        public string? Failure { get; init; }
        public string? Remedy { get; init; }
    }
}
