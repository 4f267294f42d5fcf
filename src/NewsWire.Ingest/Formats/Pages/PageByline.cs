using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>Recognizes bylines: "By Juno Pellam and Ada Quill".</summary>
internal static partial class PageByline
{
    private const int LongestName = 60;

    public static bool IsOne(string text) => Start().IsMatch(text);

    /// <summary>The names in a byline, with or without its "By".</summary>
    public static IEnumerable<string> Names(string text) => Between().Split(Start().Replace(text, ""))
        .Select(name => name.Trim(' ', ',', '|', '·', '•', '-', '–'))
        .Where(name => name.Length is > 1 and < LongestName && !name.Any(char.IsDigit));

    [GeneratedRegex("""^\s*(?:(?:written |posted )?by|par|por|von)\s*:?\s+(?=\p{Lu})""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Start();

    [GeneratedRegex("""\s+(?:and|et|y|und)\s+|\s*[,;|•·]\s*|\s*&\s*""", RegexOptions.None, 1000)]
    private static partial Regex Between();
}
