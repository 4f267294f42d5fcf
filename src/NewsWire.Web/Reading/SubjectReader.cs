using NewsWire.Data;

namespace NewsWire.Web.Reading;

public sealed record SubjectRow(string Scheme, string Code, string Name, long Releases, int LastWeek)
{
    public SubjectKey Key { get; } = new(Scheme, Code);
}

/// <summary>The directory of subjects.</summary>
public sealed class SubjectReader(Database database, TimeProvider clock)
{
    private const string All = """
        select s.scheme, s.code, s.name, s.releases, coalesce(d.releases, 0)::int as last_week
        from subject s
        left join (select subject_id, sum(releases) as releases from subject_day where day > @Since group by subject_id) d on d.subject_id = s.id
        order by s.scheme, s.name, s.code
        """;

    /// <summary>Every subject of every list, with its releases in all and of the last seven days.</summary>
    public Task<IReadOnlyList<SubjectRow>> AllAsync(CancellationToken token) =>
        database.QueryAsync<SubjectRow>(All, new { Since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-7) }, token);
}
