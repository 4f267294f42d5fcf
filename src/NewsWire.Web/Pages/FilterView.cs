using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>One choice of the filter column; its address adds it, or takes it off where it is chosen.</summary>
public sealed record FilterChoice(string? Code, string Name, long Releases, bool Chosen, string Address, string? Language = null);

/// <summary>One thing that was chosen, with the address that takes it off.</summary>
public sealed record FilterChip(string? Code, string Name, string Address);

/// <summary>What the list can be narrowed by, and what it is narrowed by now.</summary>
public sealed record FilterView(
    IReadOnlyList<FilterChip> Chips, IReadOnlyList<string> Unknown,
    IReadOnlyList<FilterChoice> Subjects, IReadOnlyList<FilterChoice> Wires, IReadOnlyList<FilterChoice> Languages)
{
    private const int ShownSubjects = 12;
    private const int ShownOthers = 8;

    public static FilterView Of(KnownFilter known)
    {
        var (filter, facets) = (known.Filter, known.Facets);
        // What releases are about, whichever wire says it; industries stand in the directory.
        var topics = facets.Topics.Where(topic => !topic.IsIndustry || filter.Asks(topic.Key)).ToList();
        return new FilterView(
            [.. Chosen(known)],
            known.Unknown,
            [.. topics.Where(topic => filter.Asks(topic.Key))
                .Concat(topics.Where(topic => !filter.Asks(topic.Key)).Take(ShownSubjects))
                .Select(topic => new FilterChoice(
                    topic.Key.Mark, Wording.Title(topic.Name), topic.Releases, filter.Asks(topic.Key),
                    (filter.Asks(topic.Key) ? filter.Without(topic.Key) : filter.With(topic.Key)).Address()))],
            [.. facets.Wires.Where(wire => wire.Releases > 0 || wire.Key == filter.Wire).Take(ShownOthers)
                .Select(wire => new FilterChoice(
                    null, wire.Name, wire.Releases, wire.Key == filter.Wire,
                    (filter with { Wire = wire.Key == filter.Wire ? null : wire.Key }).Address()))],
            [.. facets.Languages.Take(ShownOthers)
                .Select(language => new FilterChoice(
                    null, Wording.Language(language.Code), language.Releases, language.Code == filter.Language,
                    (filter with { Language = language.Code == filter.Language ? null : language.Code }).Address(), language.Code))]);
    }

    private static IEnumerable<FilterChip> Chosen(KnownFilter known)
    {
        var filter = known.Filter;
        foreach (var clause in filter.Subjects)
        {
            var names = clause.Keys.Select(key => Wording.Topic(key, known.Facets)).ToList();
            var code = !clause.Not && clause.Keys is [var only] && names[0] != only.ToString() ? only.Mark : null;
            yield return new FilterChip(code, (clause.Not ? "not " : "") + Wording.Listed(names, "or"), filter.Without(clause).Address());
        }

        if (filter.Wire is { } wire)
            yield return new FilterChip(null, known.Facets.WireByKey.GetValueOrDefault(wire)?.Name ?? wire, (filter with { Wire = null }).Address());
        if (filter.Language is { } language)
            yield return new FilterChip(null, Wording.Language(language), (filter with { Language = null }).Address());
        if (filter.Company is { } company)
            yield return new FilterChip(null, known.Company?.Name ?? company, (filter with { Company = null }).Address());
    }
}
