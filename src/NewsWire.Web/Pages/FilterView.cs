using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>One row of the filter column. Every address leads to a list that is not empty; one that would not is null.</summary>
/// <param name="Releases">How many releases the list behind the address holds; null where that is not known or the row is chosen.</param>
/// <param name="Chosen">True where the filter includes it: the address then removes it.</param>
/// <param name="Excluded">True where the filter excludes it: the address then removes it.</param>
/// <param name="Or">Joins it to what is chosen, as an alternative.</param>
/// <param name="Not">Excludes it.</param>
public sealed record FilterChoice(
    string? Code, string Name, int? Releases, bool Chosen, bool Excluded, string? Address, string? Or, string? Not, string? Language = null)
{
    /// <summary>LIC Licensing</summary>
    public string Label => Code is null ? Name : $"{Code} {Name}";
}

/// <summary>One value of a chip, with the address without it; null where that list would be empty.</summary>
public sealed record ChipPart(string? Code, string Name, string? Address);

/// <summary>One condition of the list, with the address without it: one value, or several of which any may hold.</summary>
public sealed record FilterChip(bool Not, IReadOnlyList<ChipPart> Parts, string Address)
{
    /// <summary>LIC Licensing or FOR Foreign Policy; not AWD Awards</summary>
    public string Label =>
        (Not ? "not " : "") + Wording.Listed([.. Parts.Select(part => part.Code is null ? part.Name : $"{part.Code} {part.Name}")], "or");

    /// <summary>The same without codes.</summary>
    public string Name => (Not ? "not " : "") + Wording.Listed([.. Parts.Select(part => part.Name)], "or");
}

/// <summary>What the list is filtered by now, and what it can be filtered by.</summary>
/// <param name="Kept">The filter without its days, as names and values of an address: what a form for days keeps.</param>
public sealed record FilterView(
    IReadOnlyList<FilterChip> Chips,
    IReadOnlyList<FilterChoice> Subjects, IReadOnlyList<FilterChoice> Wires, IReadOnlyList<FilterChoice> Languages,
    ReleaseFilter Filter, IReadOnlyList<(string Name, string Value)> Kept)
{
    private const int ShownSubjects = 12;
    private const int ShownOthers = 8;

    /// <summary>The filter in words: Licensing or Foreign Policy, PR Newswire, from 20 Nov 2026; empty without a filter.</summary>
    public string Name
    {
        get
        {
            var name = string.Join(", ", Chips.Select(chip => chip.Name));
            // Names keep their own first letter: "not" and "from" are our words.
            return Chips is [{ Not: true }, ..] || Kept.Count == 0 ? Wording.Title(name) : name;
        }
    }

    /// <param name="here">The counts of the list.</param>
    /// <param name="anyWire">The counts of the list without the wires it is limited to.</param>
    /// <param name="anyLanguage">The counts of the list without the languages it is limited to.</param>
    /// <param name="wider">The counts of the list without the last of its subject conditions.</param>
    public static FilterView Of(
        KnownFilter known, ReleaseCounts here, ReleaseCounts anyWire, ReleaseCounts anyLanguage, ReleaseCounts wider)
    {
        var (filter, facets) = (known.Filter, known.Facets);
        return new FilterView(
            [.. FilterChips.Of(known, here)],
            [.. SubjectsOf(known, here, wider)],
            [.. Single(
                filter.Wires, here, anyWire, counts => counts.Wires, clauses => filter with { Wires = clauses },
                facets.Wires.Select(wire => (wire.Key, wire.Name, (string?)null)))],
            [.. Single(
                filter.Languages, here, anyLanguage, counts => counts.Languages, clauses => filter with { Languages = clauses },
                facets.Languages.Select(language => (language.Code, Wording.Language(language.Code), (string?)language.Code)))],
            filter,
            [.. filter.Pairs().Where(pair => pair.Name is not ("from" or "to"))]);
    }

    // What releases are about, whichever wire says it. Industries are in the directory.
    private static IEnumerable<FilterChoice> SubjectsOf(KnownFilter known, ReleaseCounts here, ReleaseCounts wider)
    {
        var filter = known.Filter;
        var chosen = filter.Subjects.SelectMany(clause => clause.Values).Distinct().ToList();
        var offered = known.Facets.Topics.Where(topic => !topic.IsIndustry && !chosen.Contains(topic.Key))
            .Select(topic => (topic.Key, Here: here.Topics.GetValueOrDefault(topic.Key), Wider: wider.Topics.GetValueOrDefault(topic.Key)))
            .Where(topic => topic.Wider.Stories > 0)
            .OrderByDescending(topic => topic.Here.Stories).ThenByDescending(topic => topic.Wider.Stories)
            .Take(ShownSubjects);
        foreach (var key in chosen.Where(key => KnownFilter.IsKnown(key, known.Facets)))
        {
            var without = AddressOf(filter.Subjects.Without(key));
            yield return new FilterChoice(
                key.Mark, Wording.Topic(key, known.Facets), null, filter.Subjects.Includes(key), filter.Subjects.Excludes(key),
                Leaves(filter.Subjects, key, here.Topics) ? without : null, Or: null, Not: null);
        }

        foreach (var (key, tally, any) in offered)
        {
            yield return new FilterChoice(
                key.Mark, Wording.Topic(key, known.Facets), here.Complete ? tally.Stories : null, Chosen: false, Excluded: false,
                tally.Stories > 0 ? AddressOf(filter.Subjects.And(key)) : null,
                filter.Subjects.Joinable() is not null ? AddressOf(filter.Subjects.Or(key)) : null,
                tally.Releases > 0 && tally.Releases < here.All.Releases ? AddressOf(filter.Subjects.AndNot(key)) : null);
        }

        string AddressOf(IReadOnlyList<FilterClause<SubjectKey>> clauses) => (filter with { Subjects = clauses }).Address();
    }

    // A release has one wire and one language: choosing another one replaces the one that is chosen.
    private static IEnumerable<FilterChoice> Single(
        IReadOnlyList<FilterClause<string>> clauses, ReleaseCounts here, ReleaseCounts any,
        Func<ReleaseCounts, IReadOnlyDictionary<string, Tally>> tallies,
        Func<IReadOnlyList<FilterClause<string>>, ReleaseFilter> with, IEnumerable<(string Key, string Name, string? Language)> values)
    {
        var isLimited = clauses.Joinable() is not null;
        var choices = values
            .Select(value => (
                value.Key, value.Name, value.Language, Tally: tallies(any).GetValueOrDefault(value.Key),
                Chosen: clauses.Includes(value.Key), Excluded: clauses.Excludes(value.Key)))
            .Where(value => value.Tally.Stories > 0 || value.Chosen || value.Excluded)
            .OrderByDescending(value => value.Chosen || value.Excluded).ThenByDescending(value => value.Tally.Stories)
            .Take(ShownOthers);
        foreach (var (key, name, language, tally, chosen, excluded) in choices)
        {
            if (chosen || excluded)
            {
                var without = Leaves(clauses, key, tallies(here)) ? with(clauses.Without(key)).Address() : null;
                yield return new FilterChoice(null, name, null, chosen, excluded, without, Or: null, Not: null, language);
                continue;
            }

            yield return new FilterChoice(
                null, name, any.Complete ? tally.Stories : null, Chosen: false, Excluded: false, with(clauses.Only(key)).Address(),
                isLimited ? with(clauses.Or(key)).Address() : null,
                !isLimited && tally.Releases < here.All.Releases ? with(clauses.AndNot(key)).Address() : null,
                language);
        }
    }

    /// <summary>True where the list without a value is not empty: it is wider, or another alternative has releases in it.</summary>
    internal static bool Leaves<T>(IReadOnlyList<FilterClause<T>> clauses, T value, IReadOnlyDictionary<T, Tally> here)
        where T : IEquatable<T> =>
        clauses.Where(clause => !clause.Not && clause.Values.Contains(value))
            .All(clause => clause.Values.Count == 1
                || clause.Values.Any(other => !other.Equals(value) && here.GetValueOrDefault(other).Stories > 0));
}
