using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Normalize;

/// <summary>Finds the beginning of a release: its first paragraph and the lines before it.</summary>
internal static partial class Opening
{
    // Minimum length of a paragraph in characters; subheadlines, bullets and places are shorter.
    private const int Paragraph = 120;
    private const int NoteSearched = 2500;

    /// <summary>The range of the first paragraph and the lines before it, after any note on what was corrected.</summary>
    public static (int Start, int End) Of(string text)
    {
        var start = EndOfNote().Match(text.Length > NoteSearched ? text[..NoteSearched] : text) is { Success: true } note ? note.Index + note.Length : 0;
        for (var from = start; from < text.Length;)
        {
            var end = text.IndexOf("\n\n", from, StringComparison.Ordinal);
            if (end < 0)
                break;
            // A short text may reach its boilerplate before a paragraph of this length.
            if (Boilerplate.IsAbout(text[from..end]))
                return (start, from);
            if (end - from >= Paragraph)
                return (start, end);
            from = end + 2;
        }
        return (start, text.Length);
    }

    /// <summary>The lines and paragraphs of that range, in order.</summary>
    public static string[] Paragraphs(string text)
    {
        var (start, end) = Of(text);
        return text[start..end].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    // "The updated release reads:" or "The complete, corrected release follows:"
    [GeneratedRegex("""\b(?:release|version|communiqué|comunicado)\s[^.\n]{0,30}?(?:reads|follows|suit|sigue)\s?:\s*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndOfNote();
}
