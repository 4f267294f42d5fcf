using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>The conditions of a list, each with the way to remove it.</summary>
internal static class FilterChips
{
    public static IEnumerable<FilterChip> Of(KnownFilter known, ReleaseCounts here)
    {
        var (filter, facets) = (known.Filter, known.Facets);
        return
        [
            .. Chips(
                filter.Subjects, here.Topics, clauses => filter with { Subjects = clauses },
                key => Wording.Topic(key, facets), key => Code(key, facets)),
            .. Chips(
                filter.Wires, here.Wires, clauses => filter with { Wires = clauses },
                key => Wording.Wire(key, facets), _ => null),
            .. Chips(filter.Languages, here.Languages, clauses => filter with { Languages = clauses }, Wording.Language, _ => null),
            .. Others(known),
        ];
    }

    private static IEnumerable<FilterChip> Chips<T>(
        IReadOnlyList<FilterClause<T>> clauses, IReadOnlyDictionary<T, Tally> here,
        Func<IReadOnlyList<FilterClause<T>>, ReleaseFilter> with, Func<T, string> name, Func<T, string?> code)
        where T : IEquatable<T>
    {
        foreach (var clause in clauses)
        {
            if (clause.Not)
            {
                // Each value that is excluded is a condition of its own to a reader.
                foreach (var value in clause.Values)
                    yield return new FilterChip(Not: true, [Part(value)], with(clauses.Without(clause, value)).Address());
            }
            else
            {
                yield return new FilterChip(Not: false, [.. clause.Values.Select(Part)], with(clauses.Without(clause)).Address());
            }
        }

        ChipPart Part(T value) =>
            new(code(value), name(value), FilterView.Leaves(clauses, value, here) ? with(clauses.Without(value)).Address() : null);
    }

    private static IEnumerable<FilterChip> Others(KnownFilter known)
    {
        var filter = known.Filter;
        if (filter.Company is { } company)
            yield return Plain(known.Company?.Name ?? company, filter with { Company = null });
        if (filter.Ticker is { } ticker)
            yield return Plain(ticker, filter with { Ticker = null });
        if (Wording.Days(filter.From, filter.To) is { } days)
            yield return Plain(days, filter with { From = null, To = null });
    }

    private static FilterChip Plain(string name, ReleaseFilter without) =>
        new(Not: false, [new ChipPart(null, name, without.Address())], without.Address());

    private static string? Code(SubjectKey key, Facets facets) => Wording.Topic(key, facets) == key.ToString() ? null : key.Mark;
}
