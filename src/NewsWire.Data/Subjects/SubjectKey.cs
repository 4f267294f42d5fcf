using System.Diagnostics.CodeAnalysis;

namespace NewsWire.Data.Subjects;

/// <summary>A subject as written in an address: LIC for PR Newswire's subjects, scheme:code for any other.</summary>
public readonly record struct SubjectKey(string Scheme, string Code)
{
    private const int LongestPart = 80;

    public bool IsPrNewswire => Scheme == SubjectCatalog.PrNewswire;

    /// <summary>
    /// True where the code can be written without its scheme: it is PR Newswire's and cannot be mistaken for anything else.
    /// </summary>
    public bool StandsAlone => IsPrNewswire && Code[0] != '-' && !Code.Contains(':');

    /// <summary>The code where readers know the subject by it (LIC); null where it is a number or a name.</summary>
    public string? Mark => Code.Length <= 4 && Code.All(char.IsAsciiLetterUpper) ? Code : null;

    public override string ToString() => StandsAlone ? Code : $"{Scheme}:{Code}";

    /// <summary>Parses LIC, lic, licensing or scheme:code; false where the text is none of these.</summary>
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

        // Any known spelling resolves to the code; an unknown name is kept as written.
        key = SubjectCatalog.Shipped.Recognize(scheme, code)?.Key ?? new SubjectKey(scheme, code);
        return true;
    }
}
