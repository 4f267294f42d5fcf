using NewsWire.Data;
using NewsWire.Data.Subjects;

namespace NewsWire.Web.Reading;

/// <summary>How often wires filed releases under a subject, in all and in the last seven days.</summary>
public sealed record SubjectCount(string Scheme, string Code, string Name, long Releases, int LastWeek);

/// <summary>A topic of the directory with every name that leads to it.</summary>
/// <param name="Members">Each wire's own subject for it, the one it is named after first; in use or not.</param>
public sealed record TopicRow(SubjectKey Key, string Name, IReadOnlyList<Subject> Members, long Releases, int LastWeek)
{
    public bool IsIndustry => Members.All(member => member.Scheme.EndsWith("-industry", StringComparison.Ordinal) || member.Scheme is SubjectCatalog.Medtop or SubjectCatalog.IptcSubject)
        && Members.Any(member => member.Scheme.EndsWith("-industry", StringComparison.Ordinal));
}

/// <summary>The one directory of subjects.</summary>
public sealed class SubjectReader(Database database, TimeProvider clock)
{
    // Subject by subject: its days stand together, newest last. Read by day, years of all subjects would be passed over.
    private const string Used = """
        select s.scheme, s.code, s.name, s.releases,
            (select coalesce(sum(releases), 0)::int from subject_day where subject_id = s.id and day > @Since) as last_week
        from subject s
        where s.releases > 0
        """;

    /// <summary>The topics of PR Newswire's two lists, and every other that is in use, by name.</summary>
    public async Task<IReadOnlyList<TopicRow>> AllAsync(CancellationToken token)
    {
        var catalog = SubjectCatalog.Shipped;
        var used = (await database.QueryAsync<SubjectCount>(Used, new { Since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-7) }, token))
            .ToLookup(count => catalog.TopicOf(new SubjectKey(count.Scheme, count.Code), count.Name));
        var own = catalog.All.Where(subject => subject.Scheme is SubjectCatalog.PrNewswire or SubjectCatalog.PrNewswireIndustry).Select(subject => subject.Topic);
        return [.. used.Select(counts => counts.Key).Union(own).Select(topic => Row(topic, [.. used[topic]])).OrderBy(topic => topic.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static TopicRow Row(SubjectKey topic, SubjectCount[] counts)
    {
        List<Subject> members = [.. SubjectCatalog.Shipped.MembersOf(topic)];
        // What a wire sends and no list has.
        members.AddRange(counts.Where(count => !members.Exists(member => member.Key == new SubjectKey(count.Scheme, count.Code))).Select(count => new Subject(count.Scheme, count.Code, count.Name)));
        return new TopicRow(topic, members[0].Name, members, counts.Sum(count => count.Releases), counts.Sum(count => count.LastWeek));
    }
}
