using System.Diagnostics.CodeAnalysis;
using NewsWire.Data.Subjects;

namespace NewsWire.Web.Reading;

/// <summary>
/// What a reader asked the list to show, exactly as the address says it. Every clause of Subjects must hold; the
/// address it writes reads back as the same filter.
/// </summary>
public sealed record ReleaseFilter
{
    private const int MostClauses = 8;
    private const int MostKeys = 20;
    private const int LongestValue = 120;

    public static ReleaseFilter None { get; } = new();

    public IReadOnlyList<SubjectClause> Subjects { get; init; } = [];
    public string? Wire { get; init; }
    public string? Language { get; init; }
    public string? Company { get; init; }

    public bool IsEmpty => Subjects.Count == 0 && Wire is null && Language is null && Company is null;

    /// <summary>True where a clause of its own asks for this topic.</summary>
    public bool Asks(SubjectKey key) => Subjects.Any(clause => !clause.Not && clause.Keys is [var only] && only == key);

    public ReleaseFilter With(SubjectKey key) => this with { Subjects = [.. Subjects, new SubjectClause(Not: false, [key])] };

    public ReleaseFilter Without(SubjectClause clause) => this with { Subjects = [.. Subjects.Where(kept => kept != clause)] };

    public ReleaseFilter Without(SubjectKey key) =>
        this with { Subjects = [.. Subjects.Where(clause => clause.Not || clause.Keys is not [var only] || only != key)] };

    /// <summary>The list's address with this filter, and a cursor where one is given (after or before).</summary>
    public string Address(string path = "/", string? name = null, ReleaseCursor? cursor = null)
    {
        IEnumerable<(string Key, string? Value)> pairs =
        [
            .. Subjects.Select(clause => ("subject", (string?)clause.ToString())),
            ("wire", Wire), ("lang", Language), ("company", Company), (name ?? "after", cursor?.ToString()),
        ];
        var query = string.Join('&', pairs.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Escape(pair.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>Reads an address's query. Names it does not know are left alone: they may be somebody's bookmark.</summary>
    public static bool TryParse(IQueryCollection query, [NotNullWhen(true)] out ReleaseFilter? filter, out string problem)
    {
        filter = null;
        problem = "";
        List<SubjectClause> subjects = [];
        foreach (var text in query["subject"].OfType<string>().Where(text => text.Length > 0))
        {
            if (!SubjectClause.TryParse(text, out var clause))
            {
                problem = "A subject is a code such as LIC, several with commas between them, or a code with a minus before it.";
                return false;
            }

            subjects.Add(clause);
        }

        if (subjects.Count > MostClauses || subjects.Sum(clause => clause.Keys.Count) > MostKeys)
        {
            problem = "That is more subjects than a list can be asked for at once.";
            return false;
        }

        filter = new ReleaseFilter { Subjects = subjects, Wire = One("wire"), Language = One("lang"), Company = One("company") };
        if (new[] { filter.Wire, filter.Language, filter.Company }.All(value => value is null || value.Length <= LongestValue && !value.Any(char.IsControl)))
            return true;
        problem = "One of the filters in the address is not a name that NewsWire could know.";
        return false;

        string? One(string name) => query[name].OfType<string>().FirstOrDefault(text => text.Length > 0);
    }

    /// <summary>Reads after= and before=; they are ours, so anything else is a damaged address.</summary>
    public static bool TryParsePosition(IQueryCollection query, out ListPosition position)
    {
        position = default;
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

    // A comma and a colon mean nothing to a query string; escaped they would only be hard to read and to type.
    private static string Escape(string value) => Uri.EscapeDataString(value).Replace("%2C", ",").Replace("%3A", ":");
}
