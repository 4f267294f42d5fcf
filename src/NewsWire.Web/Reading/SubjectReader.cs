using NewsWire.Data;

namespace NewsWire.Web.Reading;

public sealed record SubjectRow(string Scheme, string Code, string Name, long Releases, int LastWeek)
{
    public SubjectKey Key { get; } = new(Scheme, Code);
}

/// <summary>The directory of subjects.</summary>
public sealed class SubjectReader(Database database, TimeProvider clock)
{
    // Subject by subject: its days stand together, newest last. Read by day, years of all subjects would be passed over.
    private const string All = """
        select s.scheme, s.code, s.name, s.releases,
            (select coalesce(sum(releases), 0)::int from subject_day where subject_id = s.id and day > @Since) as last_week
        from subject s
        order by s.scheme, s.name, s.code
        """;

    /// <summary>Every subject of every list, with its releases in all and of the last seven days.</summary>
    public Task<IReadOnlyList<SubjectRow>> AllAsync(CancellationToken token) =>
        database.QueryAsync<SubjectRow>(All, new { Since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-7) }, token);
}
