using System.Collections.Frozen;
using NewsWire.Data;

namespace NewsWire.Web.Reading;

public sealed record SubjectFacet(int Id, string Scheme, string Code, string Name, long Releases)
{
    public SubjectKey Key { get; } = new(Scheme, Code);
}

public sealed record WireFacet(string Key, string Name, long Releases);

public sealed record LanguageFacet(string Code, long Releases);

/// <summary>What the list can be narrowed by, with the counters that ingestion keeps: one moment's picture.</summary>
public sealed record Facets(
    IReadOnlyList<SubjectFacet> Subjects, IReadOnlyList<WireFacet> Wires, IReadOnlyList<LanguageFacet> Languages, DateTimeOffset ReadAt)
{
    public FrozenDictionary<int, SubjectFacet> SubjectById { get; } = Subjects.ToFrozenDictionary(subject => subject.Id);
    public FrozenDictionary<SubjectKey, SubjectFacet> SubjectByKey { get; } = Subjects.ToFrozenDictionary(subject => subject.Key);
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

    private const string Subjects = "select id, scheme, code, name, releases from subject order by releases desc, name";
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
