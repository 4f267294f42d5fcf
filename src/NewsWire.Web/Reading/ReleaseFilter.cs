using System.Globalization;
using NewsWire.Data.Subjects;

namespace NewsWire.Web.Reading;

/// <summary>What a reader asked the list to show, as the address says it: all of it must hold.</summary>
public sealed record ReleaseFilter
{
    public static ReleaseFilter None { get; } = new();

    public IReadOnlyList<FilterClause<SubjectKey>> Subjects { get; init; } = [];

    /// <summary>Keys of wires. A release has one wire, so at most one clause includes and at most one excludes.</summary>
    public IReadOnlyList<FilterClause<string>> Wires { get; init; } = [];

    /// <summary>Codes of languages; clauses as of <see cref="Wires"/>.</summary>
    public IReadOnlyList<FilterClause<string>> Languages { get; init; } = [];

    public string? Company { get; init; }

    /// <summary>A ticker in capitals: NYSE:ABC, or ABC on any exchange; until it is looked up, also NYSE ABC.</summary>
    public string? Ticker { get; init; }

    /// <summary>The first day shown, in the reader's zone.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day shown, in the reader's zone.</summary>
    public DateOnly? To { get; init; }

    public bool IsEmpty => !Pairs().Any();

    /// <summary>The topic, where the filter asks for one topic and nothing else.</summary>
    public SubjectKey? Topic => Subjects is [{ Not: false, Values: [var topic] }] && Pairs().Count() == 1 ? topic : null;

    public static ReleaseFilter OfSubject(SubjectKey key) => None with { Subjects = None.Subjects.And(key) };

    public static ReleaseFilter OfWire(string key) => None with { Wires = None.Wires.And(key) };

    /// <summary>The filter of a ticker, written as an address writes it.</summary>
    public static ReleaseFilter OfTicker(string ticker) => None with { Ticker = FilterQuery.Symbol(ticker) };

    /// <summary>The filter as names and values of an address, in the order in which they are written.</summary>
    public IEnumerable<(string Name, string Value)> Pairs()
    {
        foreach (var clause in Subjects)
            yield return ("subject", clause.ToString());
        foreach (var clause in Wires)
            yield return ("wire", clause.ToString());
        foreach (var clause in Languages)
            yield return ("lang", clause.ToString());
        if (Company is not null)
            yield return ("company", Company);
        if (Ticker is not null)
            yield return ("ticker", Ticker);
        if (From is { } from)
            yield return ("from", Day(from));
        if (To is { } to)
            yield return ("to", Day(to));
    }

    /// <summary>The list's address with this filter, and a cursor where one is given (after or before).</summary>
    public string Address(string path = "/", string? name = null, ReleaseCursor? cursor = null) =>
        Address(path, cursor is { } at ? [.. Pairs(), (name ?? "after", at.ToString())] : Pairs());

    public static string Address(string path, IEnumerable<(string Name, string Value)> pairs)
    {
        var query = string.Join('&', pairs.Select(pair => $"{Escape(pair.Name)}={Escape(pair.Value)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>2026-11-20, as an address and a date field write it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Commas and colons have no meaning in a query string, and addresses are easier to read and to type with them.
    private static string Escape(string value) => Uri.EscapeDataString(value).Replace("%2C", ",").Replace("%3A", ":");
}
