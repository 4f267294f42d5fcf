using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Normalize;

/// <summary>Where a release begins to speak: its first paragraph and the lines before it.</summary>
internal static partial class Opening
{
    // Sub-headlines, bullets and places are shorter.
    private const int Paragraph = 120;
    private const int NoteSearched = 2500;

    /// <summary>The first paragraph of a text and the lines that stand before it. What a correction says of itself is before the release.</summary>
    public static (int Start, int End) Of(string text)
    {
        var start = EndOfNote().Match(text.Length > NoteSearched ? text[..NoteSearched] : text) is { Success: true } note ? note.Index + note.Length : 0;
        for (var from = start; from < text.Length;)
        {
            var end = text.IndexOf("\n\n", from, StringComparison.Ordinal);
            if (end < 0)
                break;
            // A short text comes to its end before it has such a paragraph.
            if (Boilerplate.IsAbout(text[from..end]))
                return (start, from);
            if (end - from >= Paragraph)
                return (start, end);
            from = end + 2;
        }
        return (start, text.Length);
    }

    /// <summary>The same, one line or paragraph after the other.</summary>
    public static string[] Paragraphs(string text)
    {
        var (start, end) = Of(text);
        return text[start..end].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    // The updated release reads:   The complete, corrected release follows:
    [GeneratedRegex("""\b(?:release|version|communiqué|comunicado)\s[^.\n]{0,30}?(?:reads|follows|suit|sigue)\s?:\s*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndOfNote();
}
