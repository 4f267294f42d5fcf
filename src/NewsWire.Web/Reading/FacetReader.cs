using System.Collections.Frozen;
using NewsWire.Data;
using NewsWire.Data.Subjects;

namespace NewsWire.Web.Reading;

/// <summary>A subject as its wire names it, in use.</summary>
public sealed record SubjectFacet(int Id, string Scheme, string Code, string Name, long Releases)
{
    public SubjectKey Key { get; } = new(Scheme, Code);

    /// <summary>What the directory keeps it under.</summary>
    public SubjectKey Topic { get; } = SubjectCatalog.Shipped.TopicOf(new(Scheme, Code), Name);

    /// <summary>True where it says whom a release concerns and not what it is about.</summary>
    public bool IsIndustry => Scheme.EndsWith("-industry", StringComparison.Ordinal);
}

/// <summary>Equivalent subjects of all wires, in use.</summary>
public sealed record TopicFacet(SubjectKey Key, string Name, IReadOnlyList<SubjectFacet> Subjects)
{
    public bool IsIndustry => Subjects.All(subject => subject.IsIndustry);

    public static TopicFacet Of(SubjectKey key, IEnumerable<SubjectFacet> subjects)
    {
        List<SubjectFacet> used = [.. subjects];
        return new TopicFacet(key, SubjectCatalog.Shipped.Find(key.Scheme, key.Code)?.Name ?? used[0].Name, used);
    }
}

public sealed record WireFacet(string Key, string Name, long Releases);

/// <param name="Codes">The codes that releases carry: one, or two where a language has two.</param>
public sealed record LanguageFacet(string Code, long Releases, string[] Codes);

/// <summary>
/// The subjects, wires and languages in use. Their numbers are counters of rows that ingestion keeps: good for choosing how to
/// run a query, and not shown, because a list holds each story once.
/// </summary>
public sealed record Facets(
    IReadOnlyList<SubjectFacet> Subjects, IReadOnlyList<WireFacet> Wires, IReadOnlyList<LanguageFacet> Languages, DateTimeOffset ReadAt)
{
    public FrozenDictionary<int, SubjectFacet> SubjectById { get; } = Subjects.ToFrozenDictionary(subject => subject.Id);
    public FrozenDictionary<SubjectKey, SubjectFacet> SubjectByKey { get; } = Subjects.ToFrozenDictionary(subject => subject.Key);

    /// <summary>The topics in use, by name.</summary>
    public IReadOnlyList<TopicFacet> Topics { get; } =
        [.. Subjects.GroupBy(subject => subject.Topic, TopicFacet.Of).OrderBy(topic => topic.Name, StringComparer.Ordinal)];

    private readonly FrozenDictionary<int, SubjectKey[]> _topicsOf =
        Subjects.ToFrozenDictionary(subject => subject.Id, subject => SubjectCatalog.Shipped.Within(subject.Topic).ToArray());

    // A filter asks the database for ids, whatever the directory of subjects looks like.
    private readonly FrozenDictionary<SubjectKey, SubjectFacet[]> _under = Subjects
        .SelectMany(subject => SubjectCatalog.Shipped.Within(subject.Topic), (subject, topic) => (subject, topic))
        .GroupBy(tie => tie.topic, tie => tie.subject)
        .ToFrozenDictionary(topic => topic.Key, topic => topic.ToArray());

    /// <summary>The topics whose lists hold the releases of a subject: its own and broader ones. None for an unknown id.</summary>
    public SubjectKey[] TopicsOf(int subjectId) => _topicsOf.GetValueOrDefault(subjectId) ?? [];

    /// <summary>The subjects in use of a topic and of its narrower topics. None for an unknown topic.</summary>
    public SubjectFacet[] Under(SubjectKey topic) =>
        _under.GetValueOrDefault(topic) ?? (SubjectByKey.TryGetValue(topic, out var named) ? Under(named.Topic) : []);

    public FrozenDictionary<string, WireFacet> WireByKey { get; } = Wires.ToFrozenDictionary(wire => wire.Key);
    public FrozenDictionary<string, LanguageFacet> LanguageByCode { get; } = Languages.ToFrozenDictionary(language => language.Code);
}

/// <summary>
/// Keeps the small tables of names and counters in memory for some seconds, so that the rows of a page need no lookup of
/// their subjects' names. A missing name is looked up at once.
/// </summary>
public sealed class FacetReader(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private const string Subjects = "select id, scheme, code, name, releases from subject where releases > 0 order by releases desc, name";
    private const string Wires = "select key, name, releases from wire order by releases desc, name";
    private const string LanguageCodes = "select code, releases from language where releases > 0 order by releases desc, code";

    private volatile Facets? _latest;

    /// <summary>The facets, at most some seconds old.</summary>
    public async Task<Facets> CurrentAsync(CancellationToken token) =>
        _latest is { } latest && clock.GetUtcNow() - latest.ReadAt < Fresh ? latest : await RefreshAsync(token);

    /// <summary>Facets that include these subjects, if they exist.</summary>
    public async Task<Facets> CurrentAsync(IEnumerable<int> subjectIds, CancellationToken token)
    {
        var facets = await CurrentAsync(token);
        return subjectIds.All(facets.SubjectById.ContainsKey) ? facets : await RefreshAsync(token);
    }

    // Two readers may refresh at once: the result is the same, and a lock would add to the load of a slow database.
    public async Task<Facets> RefreshAsync(CancellationToken token)
    {
        var at = clock.GetUtcNow();
        var subjects = await database.QueryAsync<SubjectFacet>(Subjects, null, token);
        var wires = await database.QueryAsync<WireFacet>(Wires, null, token);
        var languages = (await database.QueryAsync<LanguageRow>(LanguageCodes, null, token))
            .GroupBy(row => Languages.Canonical(row.Code), (code, rows) => (code, rows: rows.ToList()))
            .Select(language => new LanguageFacet(
                language.code, language.rows.Sum(row => row.Releases), [.. language.rows.Select(row => row.Code)]));
        return _latest = new Facets(subjects, wires, [.. languages], at);
    }

    private sealed record LanguageRow(string Code, long Releases);
}
