using NewsWire.Data.Subjects;

namespace NewsWire.Web.Reading;

/// <summary>A topic of the directory with every name that leads to it.</summary>
/// <param name="Members">Each wire's own subject for it, the one it is named after first; in use or not.</param>
/// <param name="InUse">False where its list is empty.</param>
/// <param name="Releases">How many releases its list holds; null where there are too many to count.</param>
/// <param name="LastWeek">The same of the last seven days.</param>
public sealed record TopicRow(SubjectKey Key, string Name, IReadOnlyList<Subject> Members, bool InUse, long? Releases, int? LastWeek)
{
    public bool IsIndustry => Members.Any(IsOfIndustries)
        && Members.All(member => IsOfIndustries(member) || member.Scheme is SubjectCatalog.Medtop or SubjectCatalog.IptcSubject);

    private static bool IsOfIndustries(Subject member) => member.Scheme.EndsWith("-industry", StringComparison.Ordinal);
}

/// <summary>The one directory of subjects.</summary>
public sealed class SubjectReader(FacetReader facets, ReleaseCountReader counts)
{
    private const int DaysOfWeek = 7;

    /// <summary>The topics of PR Newswire's two lists, and every other that is in use, by name.</summary>
    /// <param name="today">The last of the seven days that are counted, in the zone.</param>
    public async Task<IReadOnlyList<TopicRow>> AllAsync(DateOnly today, TimeZoneInfo zone, CancellationToken token)
    {
        var current = await facets.CurrentAsync(token);
        var week = ReleaseFilter.None with { From = today.AddDays(1 - DaysOfWeek), To = today };
        var total = await counts.ReadAsync(new KnownFilter(ReleaseFilter.None, current), token);
        var lastWeek = await counts.ReadAsync(new KnownFilter(week, current, Range: TimeRange.Of(week.From, week.To, zone)), token);
        var used = current.Topics.ToDictionary(topic => topic.Key, topic => topic.Subjects);
        var listed = SubjectCatalog.Shipped.All
            .Where(subject => subject.Scheme is SubjectCatalog.PrNewswire or SubjectCatalog.PrNewswireIndustry)
            .Select(subject => subject.Topic);
        return [.. used.Keys.Union(listed).Select(Row).OrderBy(topic => topic.Name, StringComparer.OrdinalIgnoreCase)];

        TopicRow Row(SubjectKey topic)
        {
            List<Subject> members = [.. SubjectCatalog.Shipped.MembersOf(topic)];
            // Subjects that a wire sends and no vocabulary has.
            members.AddRange(used.GetValueOrDefault(topic, [])
                .Where(subject => !members.Exists(member => member.Key == subject.Key))
                .Select(subject => new Subject(subject.Scheme, subject.Code, subject.Name)));
            return new TopicRow(
                topic, members[0].Name, members, current.Under(topic) is not [],
                total.Complete ? total.Topics.GetValueOrDefault(topic).Stories : null,
                lastWeek.Complete ? lastWeek.Topics.GetValueOrDefault(topic).Stories : null);
        }
    }
}
