using NewsWire.Data.Subjects;

namespace NewsWire.Web.Reading;

/// <summary>Finds the canonical spelling of what an address names by another code or by its name: lang=French, wire=PR Newswire.</summary>
internal static class FilterNames
{
    public static ReleaseFilter Canonical(ReleaseFilter filter, Facets facets) => filter with
    {
        Subjects = [.. filter.Subjects.Select(clause => Named(clause, key => Subject(key, facets)))],
        Wires = [.. filter.Wires.Select(clause => Named(clause, name => Wire(name, facets)))],
        Languages = [.. filter.Languages.Select(clause => Named(clause, name => Language(name, facets)))],
    };

    private static FilterClause<T> Named<T>(FilterClause<T> clause, Func<T, T> name)
        where T : IEquatable<T> => clause with { Values = [.. clause.Values.Select(name).Distinct()] };

    // A name without a scheme is looked for in PR Newswire's list first, which the address already did, and then in all others.
    private static SubjectKey Subject(SubjectKey key, Facets facets)
    {
        if (KnownFilter.IsKnown(key, facets))
            return facets.SubjectByKey.TryGetValue(key, out var used) ? used.Topic : key;
        if (!key.IsPrNewswire)
            return key;
        var named = SubjectCatalog.Shipped.Named(key.Code)
            .Concat(facets.Subjects.Where(subject => Languages.IsSame(subject.Name, key.Code)).Select(subject => subject.Topic))
            .Distinct().Take(2).ToList();
        return named is [var only] ? only : key;
    }

    private static string Wire(string name, Facets facets)
    {
        if (facets.WireByKey.ContainsKey(name))
            return name;
        var named = facets.Wires.Where(wire => Languages.IsSame(wire.Key, name) || Languages.IsSame(wire.Name, name)).Take(2).ToList();
        return named is [var only] ? only.Key : name;
    }

    private static string Language(string name, Facets facets) =>
        facets.LanguageByCode.ContainsKey(name)
            ? name
            : facets.Languages.FirstOrDefault(language => language.Codes.Contains(name, StringComparer.OrdinalIgnoreCase))?.Code
                ?? Languages.Find(name) ?? name;
}
