using System.Diagnostics.CodeAnalysis;

namespace NewsWire.Data.Subjects;

/// <summary>A subject as an address writes it: LIC in PR Newswire's list, scheme:code in any other.</summary>
public readonly record struct SubjectKey(string Scheme, string Code)
{
    private const int LongestPart = 80;

    public bool IsPrNewswire => Scheme == SubjectCatalog.PrNewswire;

    /// <summary>True where the code needs no scheme before it: it stands in PR Newswire's list and does not look like anything else.</summary>
    public bool StandsAlone => IsPrNewswire && Code[0] != '-' && !Code.Contains(':');

    /// <summary>The code, where it is one that people know a subject by: LIC, and neither a number nor a name.</summary>
    public string? Mark => Code.Length <= 4 && Code.All(char.IsAsciiLetterUpper) ? Code : null;

    public override string ToString() => StandsAlone ? Code : $"{Scheme}:{Code}";

    /// <summary>Reads LIC, lic, licensing or scheme:code; false where it can be none of these.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SubjectKey key)
    {
        key = default;
        if (string.IsNullOrWhiteSpace(text) || text.TrimStart()[0] == '-')
            return false;
        var parts = text.Trim().Split(':', 2);
        var (scheme, code) = parts is [var named, var rest] ? (named, rest) : (SubjectCatalog.PrNewswire, parts[0]);
        if (scheme is not { Length: > 0 and <= LongestPart } || code is not { Length: > 0 and <= LongestPart }
            || code[0] == ',' || code.Any(char.IsControl) || !scheme.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'))
        {
            return false;
        }

        // Any way to write it leads to its code; a name that no list knows stands as it was written.
        key = SubjectCatalog.Shipped.Recognize(scheme, code)?.Key ?? new SubjectKey(scheme, code);
        return true;
    }
}
