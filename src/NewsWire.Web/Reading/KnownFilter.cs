using NewsWire.Data.Subjects;

namespace NewsWire.Web.Reading;

public sealed record CompanyFacet(long Id, string Key, string Name, long Releases);

/// <summary>A filter whose words were looked up: ids and counts for the query, names for the chips.</summary>
public sealed record KnownFilter(ReleaseFilter Filter, Facets Facets, CompanyFacet? Company)
{
    /// <summary>For each clause that asks for topics, all subjects in use that are of them: every wire's own.</summary>
    public IReadOnlyList<SubjectFacet[]> Wanted { get; } =
        [.. Filter.Subjects.Where(clause => !clause.Not).Select(clause => Known(clause, Facets))];

    /// <summary>The subjects that must be absent; an unknown one always is.</summary>
    public int[] Unwanted { get; } =
        [.. Filter.Subjects.Where(clause => clause.Not).SelectMany(clause => Known(clause, Facets)).Select(subject => subject.Id).Distinct()];

    /// <summary>What was asked for by a name that stands nowhere, as the address wrote it.</summary>
    public IReadOnlyList<string> Unknown =>
    [
        .. Filter.Subjects.Where(clause => !clause.Not).SelectMany(clause => clause.Keys)
            .Where(key => Facets.Under(key) is [] && SubjectCatalog.Shipped.Find(key.Scheme, key.Code) is null).Select(key => key.ToString()),
        .. new[]
        {
            Filter.Wire is { } wire && !Facets.WireByKey.ContainsKey(wire) ? wire : null,
            Filter.Language is { } language && !Facets.LanguageByCode.ContainsKey(language) ? language : null,
            Company is null ? Filter.Company : null,
        }.OfType<string>(),
    ];

    /// <summary>True where no release can match, so none is looked for: a clause is left without anything that exists.</summary>
    public bool MatchesNothing =>
        Wanted.Any(subjects => subjects.Length == 0)
        || (Filter.Wire is not null && !Facets.WireByKey.ContainsKey(Filter.Wire))
        || (Filter.Language is not null && !Facets.LanguageByCode.ContainsKey(Filter.Language))
        || (Filter.Company is not null && Company is null);

    private static SubjectFacet[] Known(SubjectClause clause, Facets facets) =>
        [.. clause.Keys.SelectMany(facets.Under).DistinctBy(subject => subject.Id)];
}
