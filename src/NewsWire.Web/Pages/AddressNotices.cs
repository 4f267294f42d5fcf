using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>What the query of an address asks and the page does not do, in sentences for the reader.</summary>
internal static class AddressNotices
{
    /// <summary>For a list that can be filtered.</summary>
    public static IEnumerable<string> OfList(IQueryCollection query)
    {
        if (FilterQuery.UnknownNames(query) is { Count: > 0 } names)
        {
            yield return names is [var name]
                ? $"Unknown filter: {name}. It was ignored."
                : $"Unknown filters: {string.Join(", ", names)}. They were ignored.";
        }

        if (!string.IsNullOrWhiteSpace(query["q"]))
            yield return "Search is not available yet. Use the filters instead.";
    }

    /// <summary>For a page that has no filters.</summary>
    /// <param name="used">The names that the page itself uses.</param>
    public static IEnumerable<string> Of(IQueryCollection query, params IReadOnlyList<string> used)
    {
        if (FilterQuery.UnknownNames(query, used) is { Count: > 0 } names)
        {
            yield return names is [var name]
                ? $"This page has no filter named {name}. It was ignored."
                : $"This page has no filters named {Wording.Listed(names)}. They were ignored.";
        }

        foreach (var name in used.Where(name => query[name].Distinct().Count() > 1))
            yield return $"The address has several values of {name}=. The first one was used.";
    }

    /// <summary>The values that name nothing known: "NOPE" is not a known subject.</summary>
    public static string? OfValues(IReadOnlyList<UnknownValue> unknown)
    {
        var sentences = unknown.GroupBy(value => value.Kind).Select(values => values.Select(value => $"\"{value.Value}\"").ToList() is [var only]
            ? $"{only} is not a known {One(values.Key)}."
            : $"{Wording.Listed([.. values.Select(value => $"\"{value.Value}\"")])} are not known {Many(values.Key)}.");
        return unknown.Count == 0 ? null : string.Join(' ', sentences);
    }

    /// <summary>What a filter includes and excludes at once, so that it matches nothing.</summary>
    public static string? OfContradiction(KnownFilter known)
    {
        List<string> names =
        [
            .. known.ExcludedSubjects.SelectMany(clause => clause.Values).Select(key => Wording.Topic(key, known.Facets)),
            .. known.ExcludedWires.SelectMany(clause => clause.Values).Select(key => Wording.Wire(key, known.Facets)),
            .. known.ExcludedLanguages.SelectMany(clause => clause.Values).Select(Wording.Language),
        ];
        return names.Count == 0
            ? null
            : $"{Wording.Listed(names)} {(names.Count == 1 ? "is" : "are")} both included and excluded, so that no release can match.";
    }

    private static string One(FilterKind kind) => kind switch
    {
        FilterKind.Subject => "subject",
        FilterKind.Wire => "wire",
        FilterKind.Language => "language",
        FilterKind.Company => "company",
        _ => "ticker",
    };

    private static string Many(FilterKind kind) => kind == FilterKind.Company ? "companies" : $"{One(kind)}s";
}
