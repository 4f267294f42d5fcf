using NewsWire.Data;

namespace NewsWire.Ingest.Store;

/// <summary>A source's state as a request for a check meets it.</summary>
/// <param name="AskedAt">When a gatherer last began to check it; null where none has.</param>
/// <param name="Checking">True while a gatherer has it.</param>
public sealed record RequestedSource(
    string Key, bool Enabled, bool Configured, DateTimeOffset? AskedAt, DateTimeOffset DueAt, bool Checking, string? Answer, FailureKind? Failure, int? StatusCode, string? Remedy)
{
    /// <summary>True where the requested check was put off to <see cref="DueAt"/>, because the source's host asked for a pause.</summary>
    public bool Held { get; init; }
}

/// <summary>Has running gatherers check a source at once: the database is the only thing that is shared with them.</summary>
public sealed class SourceRequests(Database database, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    // Later than asked_at, so that a check which is under way is followed by another.
    private const string Request = """
        update source set due_at = greatest(@Now, asked_at + interval '1 microsecond') where key = @Key and enabled and configured
        returning due_at
        """;

    private const string Find = """
        select key, enabled, configured, asked_at, due_at, leased_until is not null as checking, answer, failure, status_code, remedy
        from source where lower(key) = lower(@Key)
        """;

    private const string Keys = "select key from source where configured order by key";

    /// <summary>The source with this key in whatever case, or null.</summary>
    public Task<RequestedSource?> FindAsync(string key, CancellationToken token) => database.FindAsync<RequestedSource>(Find, new { Key = key }, token);

    /// <summary>The keys of all configured sources.</summary>
    public Task<IReadOnlyList<string>> KeysAsync(CancellationToken token) => database.QueryAsync<string>(Keys, null, token);

    /// <summary>Makes the source due and waits for a gatherer to check it; answers null where none took it in time.</summary>
    /// <param name="taken">How long to wait for a gatherer to take it.</param>
    /// <param name="answered">How long to wait for the result from then on; <see cref="RequestedSource.Checking"/> is still true where it did not come.</param>
    public async Task<RequestedSource?> CheckAsync(RequestedSource source, TimeSpan taken, TimeSpan answered, CancellationToken token)
    {
        if (await database.FindAsync<DateTimeOffset?>(Request, new { source.Key, Now = time.GetUtcNow() }, token) is not { } requested)
            return null;
        // A gatherer takes what is due by its own clock: what it asks from then on is asked later than requested.
        var begun = await UntilAsync(source.Key, state => state.AskedAt >= requested || state.DueAt > requested, taken, token);
        if (begun is null || (!(begun.AskedAt >= requested) && begun.DueAt <= requested))
            return null;
        var ended = await UntilAsync(source.Key, state => !state.Checking, answered, token);
        return ended is null ? null : ended with { Held = !(ended.AskedAt >= requested) && ended.DueAt > time.GetUtcNow() };
    }

    private async Task<RequestedSource?> UntilAsync(string key, Func<RequestedSource, bool> holds, TimeSpan limit, CancellationToken token)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            var state = await FindAsync(key, token);
            if (state is null || holds(state) || time.GetElapsedTime(start) >= limit)
                return state;
            await Task.Delay(Interval, time, token);
        }
    }
}
