using System.Text;

namespace NewsWire.Web.Reading;

/// <summary>
/// One subject=, wire= or lang= of an address: any of its values, or with a minus none of them. A comma stands between two
/// values; a comma that belongs to a value is written twice.
/// </summary>
public sealed record FilterClause<T>(bool Not, IReadOnlyList<T> Values)
    where T : IEquatable<T>
{
    public override string ToString() =>
        (Not ? "-" : "") + string.Join(',', Values.Select(value => value.ToString()!.Replace(",", ",,", StringComparison.Ordinal)));
}

/// <summary>What clicking does to the clauses of one name; all clauses must hold.</summary>
public static class FilterClauses
{
    // Hyphens, dashes and the minus sign, which editors put in place of a hyphen, and the exclamation mark.
    private const string Signs = "-\u2010\u2011\u2012\u2013\u2014\u2212!";

    public static bool Includes<T>(this IReadOnlyList<FilterClause<T>> clauses, T value)
        where T : IEquatable<T> => clauses.Any(clause => !clause.Not && clause.Values.Contains(value));

    public static bool Excludes<T>(this IReadOnlyList<FilterClause<T>> clauses, T value)
        where T : IEquatable<T> => clauses.Any(clause => clause.Not && clause.Values.Contains(value));

    /// <summary>The clause that "or" joins: the last that includes something, or null.</summary>
    public static FilterClause<T>? Joinable<T>(this IReadOnlyList<FilterClause<T>> clauses)
        where T : IEquatable<T> => clauses.LastOrDefault(clause => !clause.Not);

    /// <summary>This value as well as what is asked for already.</summary>
    public static IReadOnlyList<FilterClause<T>> And<T>(this IReadOnlyList<FilterClause<T>> clauses, T value)
        where T : IEquatable<T> => [.. clauses.Without(value), new FilterClause<T>(Not: false, [value])];

    /// <summary>This value or what the last clause asks for.</summary>
    public static IReadOnlyList<FilterClause<T>> Or<T>(this IReadOnlyList<FilterClause<T>> clauses, T value)
        where T : IEquatable<T>
    {
        var others = clauses.Without(value);
        return others.Joinable() is { } last
            ? [.. others.Select(clause => ReferenceEquals(clause, last) ? last with { Values = [.. last.Values, value] } : clause)]
            : others.And(value);
    }

    /// <summary>This value and nothing else; what is excluded stays excluded.</summary>
    public static IReadOnlyList<FilterClause<T>> Only<T>(this IReadOnlyList<FilterClause<T>> clauses, T value)
        where T : IEquatable<T> => [new FilterClause<T>(Not: false, [value]), .. clauses.Without(value).Where(clause => clause.Not)];

    /// <summary>Anything but this value.</summary>
    public static IReadOnlyList<FilterClause<T>> AndNot<T>(this IReadOnlyList<FilterClause<T>> clauses, T value)
        where T : IEquatable<T>
    {
        var others = clauses.Without(value);
        return others.LastOrDefault(clause => clause.Not) is { } last
            ? [.. others.Select(clause => ReferenceEquals(clause, last) ? last with { Values = [.. last.Values, value] } : clause)]
            : [.. others, new FilterClause<T>(Not: true, [value])];
    }

    /// <summary>Neither asked for nor excluded.</summary>
    public static IReadOnlyList<FilterClause<T>> Without<T>(this IReadOnlyList<FilterClause<T>> clauses, T value)
        where T : IEquatable<T> =>
        [
            .. clauses
                .Select(clause => clause.Values.Contains(value)
                    ? clause with { Values = [.. clause.Values.Where(kept => !kept.Equals(value))] }
                    : clause)
                .Where(clause => clause.Values.Count > 0),
        ];

    /// <summary>A value taken out of one clause.</summary>
    public static IReadOnlyList<FilterClause<T>> Without<T>(this IReadOnlyList<FilterClause<T>> clauses, FilterClause<T> clause, T value)
        where T : IEquatable<T> =>
        [
            .. clauses.SelectMany(kept => ReferenceEquals(kept, clause) ? new[] { clause }.Without(value) : [kept]),
        ];

    public static IReadOnlyList<FilterClause<T>> Without<T>(this IReadOnlyList<FilterClause<T>> clauses, FilterClause<T> clause)
        where T : IEquatable<T> => [.. clauses.Where(kept => !ReferenceEquals(kept, clause))];

    /// <summary>Each clause once, however its values are ordered.</summary>
    public static IEnumerable<FilterClause<T>> Unrepeated<T>(this IEnumerable<FilterClause<T>> clauses)
        where T : IEquatable<T>
    {
        List<FilterClause<T>> kept = [];
        foreach (var clause in clauses)
        {
            if (!kept.Exists(other => other.Not == clause.Not && other.Values.ToHashSet().SetEquals(clause.Values)))
                kept.Add(clause);
        }

        return kept;
    }

    /// <summary>A clause's text as its minus and its values; an empty value is kept, for the caller to refuse.</summary>
    internal static (bool Not, IReadOnlyList<string> Values) Read(string text)
    {
        var not = Excludes(text);
        return (not, [.. Parts(not ? text.TrimStart()[1..] : text)]);
    }

    /// <summary>True for a value with a minus before it, in any of its spellings.</summary>
    internal static bool Excludes(string text) => text.TrimStart() is [var sign, ..] && Signs.Contains(sign);

    private static IEnumerable<string> Parts(string text)
    {
        var part = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ',')
            {
                part.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == ',')
            {
                part.Append(text[i++]);
            }
            else
            {
                yield return part.ToString();
                part.Clear();
            }
        }

        yield return part.ToString();
    }
}
