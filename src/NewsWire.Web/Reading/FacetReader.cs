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

/// <summary>The subjects of all wires that mean the same, in use.</summary>
/// <param name="Releases">How often wires filed releases under it: one that a wire filed under two of its own words for it counts twice.</param>
public sealed record TopicFacet(SubjectKey Key, string Name, long Releases, IReadOnlyList<SubjectFacet> Subjects)
{
    public bool IsIndustry => Subjects.All(subject => subject.IsIndustry);

    public static TopicFacet Of(SubjectKey key, IEnumerable<SubjectFacet> subjects)
    {
        List<SubjectFacet> used = [.. subjects];
        return new TopicFacet(key, SubjectCatalog.Shipped.Find(key.Scheme, key.Code)?.Name ?? used[0].Name, used.Sum(subject => subject.Releases), used);
    }
}

public sealed record WireFacet(string Key, string Name, long Releases);

public sealed record LanguageFacet(string Code, long Releases);

/// <summary>What the list can be narrowed by, with the counters that ingestion keeps: one moment's picture.</summary>
public sealed record Facets(
    IReadOnlyList<SubjectFacet> Subjects, IReadOnlyList<WireFacet> Wires, IReadOnlyList<LanguageFacet> Languages, DateTimeOffset ReadAt)
{
    public FrozenDictionary<int, SubjectFacet> SubjectById { get; } = Subjects.ToFrozenDictionary(subject => subject.Id);
    public FrozenDictionary<SubjectKey, SubjectFacet> SubjectByKey { get; } = Subjects.ToFrozenDictionary(subject => subject.Key);

    /// <summary>The topics in use, commonest first.</summary>
    public IReadOnlyList<TopicFacet> Topics { get; } =
        [.. Subjects.GroupBy(subject => subject.Topic, TopicFacet.Of).OrderByDescending(topic => topic.Releases).ThenBy(topic => topic.Name, StringComparer.Ordinal)];

    // Every topic leads to the subjects of all that it takes in: a page asks for ids, whatever the directory looks like.
    private readonly FrozenDictionary<SubjectKey, SubjectFacet[]> _under = Subjects
        .SelectMany(subject => SubjectCatalog.Shipped.Within(subject.Topic), (subject, topic) => (subject, topic))
        .GroupBy(tie => tie.topic, tie => tie.subject)
        .ToFrozenDictionary(topic => topic.Key, topic => topic.ToArray());

    /// <summary>The subjects in use that a topic takes in: its own, and those of narrower topics. None for one that stands nowhere.</summary>
    public SubjectFacet[] Under(SubjectKey topic) =>
        _under.GetValueOrDefault(topic) ?? (SubjectByKey.TryGetValue(topic, out var named) ? Under(named.Topic) : []);

    public FrozenDictionary<string, WireFacet> WireByKey { get; } = Wires.ToFrozenDictionary(wire => wire.Key);
    public FrozenDictionary<string, LanguageFacet> LanguageByCode { get; } = Languages.ToFrozenDictionary(language => language.Code);
}

/// <summary>
/// Keeps the small tables of names and counters in memory, so that fifty rows need no lookup of their subjects'
/// names. A few seconds old is fresh enough for a counter; a name that is missing is looked for at once.
/// </summary>
public sealed class FacetReader(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private const string Subjects = "select id, scheme, code, name, releases from subject where releases > 0 order by releases desc, name";
    private const string Wires = "select key, name, releases from wire order by releases desc, name";
    private const string Languages = "select code, releases from language where releases > 0 order by releases desc, code";

    private volatile Facets? _latest;

    /// <summary>The latest picture; read anew where it has aged.</summary>
    public async Task<Facets> CurrentAsync(CancellationToken token) =>
        _latest is { } latest && clock.GetUtcNow() - latest.ReadAt < Fresh ? latest : await RefreshAsync(token);

    /// <summary>A picture in which these subjects stand, if they stand anywhere.</summary>
    public async Task<Facets> CurrentAsync(IEnumerable<int> subjectIds, CancellationToken token)
    {
        var facets = await CurrentAsync(token);
        return subjectIds.All(facets.SubjectById.ContainsKey) ? facets : await RefreshAsync(token);
    }

    // Two readers may refresh at once: they write the same picture, and a lock would make a slow database slower.
    public async Task<Facets> RefreshAsync(CancellationToken token)
    {
        var at = clock.GetUtcNow();
        var subjects = await database.QueryAsync<SubjectFacet>(Subjects, null, token);
        var wires = await database.QueryAsync<WireFacet>(Wires, null, token);
        var languages = await database.QueryAsync<LanguageFacet>(Languages, null, token);
        return _latest = new Facets(subjects, wires, languages, at);
    }
}
