using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NewsWire.Data.Subjects;

namespace NewsWire.Web.Reading;

/// <summary>Reads the query of a list's address.</summary>
public static class FilterQuery
{
    private const int MostClauses = 8;
    private const int MostValues = 20;
    private const int LongestValue = 120;
    private const int MostUnknownNames = 5;
    private const int LongestUnknownName = 40;
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly string[] FilterNames = ["subject", "wire", "lang", "company", "ticker", "from", "to"];
    private static readonly string[] Positions = ["after", "before", "day"];
    private static readonly string[] OtherNames = [.. Positions, "q"];

    // Added to links by mail programs, networks and advertisers.
    private static readonly string[] TrackingNames =
        ["fbclid", "gclid", "dclid", "msclkid", "twclid", "igshid", "yclid", "mc_cid", "mc_eid", "ref", "_ga", "_gl"];

    /// <summary>The filter of an address; where a value cannot be one, the problem says which and how to write it.</summary>
    public static bool TryParse(IQueryCollection query, [NotNullWhen(true)] out ReleaseFilter? filter, out string problem)
    {
        filter = null;
        List<FilterClause<SubjectKey>> subjects = [];
        foreach (var text in Values(query, "subject"))
        {
            if (IsMixed(text))
            {
                problem = Mixed("subject");
                return false;
            }

            if (!TrySubjects(text, out var clause))
            {
                problem = "A subject is a code such as subject=LIC, several with commas between them, or a code with a minus before it.";
                return false;
            }

            subjects.Add(clause);
        }

        subjects = [.. subjects.Unrepeated()];

        problem = subjects.Count > MostClauses || subjects.Sum(clause => clause.Values.Count) > MostValues
            ? "These are more subjects than one list can be filtered by."
            : "";
        if (problem.Length > 0
            || !TryNames(query, "wire", out var wires, out problem) || !TryNames(query, "lang", out var languages, out problem)
            || !TryName(query, "company", out var company, out problem) || !TryName(query, "ticker", out var ticker, out problem)
            || !TryDay(query, "from", out var from, out problem) || !TryDay(query, "to", out var to, out problem))
        {
            return false;
        }

        if (from > to)
            (from, to) = (to, from);
        filter = new ReleaseFilter
        {
            Subjects = subjects,
            Wires = wires,
            Languages = languages,
            Company = company,
            Ticker = ticker is null ? null : Symbol(ticker),
            From = from,
            To = to,
        };
        return true;
    }

    /// <summary>Reads after= and before=, which only NewsWire writes, one of them; anything else is a damaged address.</summary>
    public static bool TryParsePosition(IQueryCollection query, out ListPosition position)
    {
        position = default;
        if (Positions.Count(name => Values(query, name).Any()) > 1)
            return false;
        var (after, before) = ((string?)query["after"], (string?)query["before"]);
        if (!string.IsNullOrEmpty(after))
        {
            if (!ReleaseCursor.TryParse(after, out var cursor))
                return false;
            position = new ListPosition(After: cursor);
        }
        else if (!string.IsNullOrEmpty(before))
        {
            if (!ReleaseCursor.TryParse(before, out var cursor))
                return false;
            position = new ListPosition(Before: cursor);
        }

        return true;
    }

    /// <summary>Reads a day such as from=2026-11-20; null where the address names none.</summary>
    public static bool TryDay(IQueryCollection query, string name, out DateOnly? day, out string problem)
    {
        day = null;
        if (!TryOne(query, name, out var text, out problem))
            return false;
        if (text is null)
            return true;
        // Near the ends of the calendar a zone's midnight is no date any more.
        if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            && read.Year is > 1000 and < 9999)
        {
            day = read;
        }
        else
        {
            problem = $"\"{Short(text)}\" is not a date. Write dates as {name}=2026-11-20 (year, month, day).";
        }

        return day is not null;
    }

    /// <summary>True where the address is written as the filter would be; otherwise it should lead to the filter's own address.</summary>
    public static bool IsWritten(IQueryCollection query, ReleaseFilter filter)
    {
        var written = filter.Pairs().ToLookup(pair => pair.Name, pair => pair.Value);
        return FilterNames.All(name => query[name].SequenceEqual(written[name]));
    }

    /// <summary>The address's other names and values, such as a cursor.</summary>
    public static IEnumerable<(string Name, string Value)> Others(IQueryCollection query) =>
        All(query).Where(pair => !FilterNames.Contains(pair.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The same without a place in the list: what the address of the list's first page keeps.</summary>
    public static IEnumerable<(string Name, string Value)> Kept(IQueryCollection query) =>
        Others(query).Where(pair => !Positions.Contains(pair.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>All names and values of the address.</summary>
    public static IEnumerable<(string Name, string Value)> All(IQueryCollection query) =>
        query.SelectMany(pair => pair.Value.OfType<string>(), (pair, value) => (pair.Key, value));

    public static bool HasFilters(IQueryCollection query) => FilterNames.Any(query.ContainsKey);

    public static bool HasDay(IQueryCollection query) => query.ContainsKey("day");

    /// <summary>The names of the address that mean nothing to a list, shortened; those that only track readers are left out.</summary>
    public static IReadOnlyList<string> UnknownNames(IQueryCollection query) => UnknownNames(query, [.. FilterNames, .. OtherNames]);

    /// <summary>The names of the address that are none of these, shortened; those that only track readers are left out.</summary>
    public static IReadOnlyList<string> UnknownNames(IQueryCollection query, IReadOnlyList<string> known) =>
    [
        .. query.Keys.Where(name => name.Length > 0
            && !known.Concat(TrackingNames).Contains(name, StringComparer.OrdinalIgnoreCase)
            && !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)).Take(MostUnknownNames).Select(Short),
    ];

    private static bool TrySubjects(string text, [NotNullWhen(true)] out FilterClause<SubjectKey>? clause)
    {
        clause = null;
        var (not, values) = FilterClauses.Read(text);
        // A name may hold commas: Economy, business and finance.
        if (values.Count > 1 && !values.Any(string.IsNullOrWhiteSpace) && string.Join(',', values) is var whole && SubjectCatalog.Shipped.Named(whole).Any())
            values = [whole];
        List<SubjectKey> keys = [];
        foreach (var value in values)
        {
            if (!SubjectKey.TryParse(value, out var key))
                return false;
            // Equivalent subjects of other wires stand for the same topic.
            var topic = SubjectCatalog.Shipped.TopicOf(key);
            if (!keys.Contains(topic))
                keys.Add(topic);
        }

        clause = new FilterClause<SubjectKey>(not, keys);
        return true;
    }

    // A release has one wire and one language: of values that are written separately, any may hold.
    private static bool TryNames(IQueryCollection query, string name, out IReadOnlyList<FilterClause<string>> clauses, out string problem)
    {
        List<string> included = [];
        List<string> excluded = [];
        foreach (var text in Values(query, name))
        {
            var (not, values) = FilterClauses.Read(text);
            (not ? excluded : included).AddRange(values.Select(value => value.Trim()));
        }

        var all = included.Concat(excluded).ToList();
        problem = Values(query, name).Any(IsMixed) ? Mixed(name)
            : !all.TrueForAll(IsName) ? NoName(name)
            : all.Count > MostValues ? $"These are more values of {name}= than one list can be filtered by."
            : "";
        clauses =
        [
            .. new FilterClause<string>[] { new(Not: false, [.. included.Distinct()]), new(Not: true, [.. excluded.Distinct()]) }
                .Where(clause => clause.Values.Count > 0),
        ];
        return problem.Length == 0;
    }

    private static bool TryName(IQueryCollection query, string name, out string? value, out string problem)
    {
        if (!TryOne(query, name, out value, out problem))
            return false;
        problem = value is null ? ""
            : FilterClauses.Excludes(value) ? $"{name}= cannot exclude: write it without a minus."
            : IsName(value) ? "" : NoName(name);
        return problem.Length == 0;
    }

    // The value of what a list can be filtered by once.
    private static bool TryOne(IQueryCollection query, string name, out string? value, out string problem)
    {
        var values = Values(query, name).Select(text => text.Trim()).Where(text => text.Length > 0).Distinct().ToList();
        value = values.FirstOrDefault();
        problem = values.Count < 2 ? "" : $"The address has {values.Count} values of {name}=, and a list can be filtered by one. Keep one of them.";
        return problem.Length == 0;
    }

    /// <summary>A ticker in capitals, as NYSE:ABC, ABC, or NYSE ABC as it was written; null where nothing is left.</summary>
    internal static string? Symbol(string ticker)
    {
        var words = string.Join(' ', ticker.ToUpperInvariant().Trim(' ', '\u00A0', '(', ')', '$').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var symbol = words.Contains(':') ? words.Replace(" ", "", StringComparison.Ordinal) : words;
        return symbol.Length == 0 ? null : symbol;
    }

    // Both kinds in one value: LIC,-FOR.
    private static bool IsMixed(string text) => FilterClauses.Read(text).Values.Any(FilterClauses.Excludes);

    private static string Mixed(string name) => $"One value cannot both include and exclude. Write {name}=A&{name}=-B.";

    private static bool IsName(string value) => value.Length is > 0 and <= LongestValue && !value.Any(char.IsControl);

    private static string NoName(string name) => $"The value of {name}= in the address cannot be a name.";

    private static IEnumerable<string> Values(IQueryCollection query, string name) =>
        query[name].OfType<string>().Where(text => text.Length > 0);

    private static string Short(string text) => text.Length <= LongestUnknownName ? text : $"{text[..LongestUnknownName]}…";
}
