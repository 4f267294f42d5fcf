using System.Diagnostics.CodeAnalysis;
using NewsWire.Data.Subjects;

namespace NewsWire.Web.Reading;

/// <summary>A subject as an address writes it: LIC in PR Newswire's list, scheme:code in any other.</summary>
public readonly record struct SubjectKey(string Scheme, string Code)
{
    private const int LongestPart = 80;

    public bool IsPrNewswire => Scheme == SubjectCatalog.PrNewswire;

    public override string ToString() => IsPrNewswire ? Code : $"{Scheme}:{Code}";

    /// <summary>Reads LIC, lic or scheme:code; false where it can be neither.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SubjectKey key)
    {
        key = default;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        var parts = text.Trim().Split(':', 2);
        var (scheme, code) = parts is [var named, var rest] ? (named, rest) : (SubjectCatalog.PrNewswire, parts[0]);
        if (scheme is not { Length: > 0 and <= LongestPart } || code is not { Length: > 0 and <= LongestPart }
            || code[0] == '-' || code.Any(char.IsControl) || !scheme.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'))
        {
            return false;
        }

        // The codes of their lists are upper case; a name that no list knows stands as it was written, in theirs too.
        key = new SubjectKey(scheme, SubjectCatalog.Shipped.Find(scheme, code.ToUpperInvariant())?.Code ?? code);
        return true;
    }
}

/// <summary>One subject= of an address: any of its subjects, or with a minus none of them.</summary>
public sealed record SubjectClause(bool Not, IReadOnlyList<SubjectKey> Keys)
{
    public override string ToString() => (Not ? "-" : "") + string.Join(',', Keys);

    public static bool TryParse(string text, [NotNullWhen(true)] out SubjectClause? clause)
    {
        var not = text.StartsWith('-');
        List<SubjectKey> keys = [];
        clause = null;
        foreach (var part in (not ? text[1..] : text).Split(','))
        {
            if (!SubjectKey.TryParse(part, out var key))
                return false;
            if (!keys.Contains(key))
                keys.Add(key);
        }

        clause = new SubjectClause(not, keys);
        return true;
    }
}
