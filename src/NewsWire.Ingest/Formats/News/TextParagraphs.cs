using System.Text;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats.News;

/// <summary>
/// Splits plain text into paragraphs: line breaks that only wrap lines at the column's width are removed, and web addresses become links.
/// </summary>
internal static partial class TextParagraphs
{
    // In characters. Wider text was not hard-wrapped; narrower text is a list of names and figures.
    private const int NarrowestColumn = 50;
    private const int WidestColumn = 100;

    /// <summary>
    /// The paragraphs of a text, separated by blank lines or begun by indented lines. Line breaks that do not come from wrapping are kept.
    /// </summary>
    /// <param name="indentBegins">True where every indented line begins a paragraph; otherwise only one that follows a line without
    /// indentation.</param>
    public static IReadOnlyList<string> Of(string text, bool indentBegins = false)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        // A line with a single long word does not show the column's width.
        var width = lines.Where(line => line.AsSpan().TrimStart().Contains(' ')).Select(line => line.Length).DefaultIfEmpty(0).Max();
        List<string> paragraphs = [];
        var paragraph = new StringBuilder();
        var before = "";
        foreach (var line in lines)
        {
            var words = line.AsSpan().Trim();
            if (words.Length == 0 || ((line.Length > words.Length + 1 || line[0] == '\t') && (indentBegins || before.AsSpan().TrimStart().Length == before.Length)))
                End();
            if (words.Length > 0)
            {
                if (paragraph.Length > 0)
                    paragraph.Append(GoesOn(before, words, width) ? ' ' : '\n');
                paragraph.Append(words);
            }
            before = line;
        }
        End();
        return paragraphs;

        void End()
        {
            if (paragraph.Length > 0)
                paragraphs.Add(paragraph.ToString());
            paragraph.Clear();
        }
    }

    /// <summary>The paragraphs as HTML.</summary>
    public static string Html(IEnumerable<string> paragraphs) => string.Join('\n', paragraphs.Select(paragraph => $"<p>{Linked(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));

    /// <summary>A plain text as HTML paragraphs.</summary>
    public static string Html(string text) => Html(Of(text));

    private static bool GoesOn(string before, ReadOnlySpan<char> line, int width)
    {
        if (width is < NarrowestColumn or > WidestColumn)
            return false;
        var space = line.IndexOf(' ');
        return before.Length + 1 + (space < 0 ? line.Length : space) > width;
    }

    private static string Linked(string text)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match match in Address().Matches(text))
        {
            var address = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', '\'', '"');
            Markup.AppendText(html, text.AsSpan(at, match.Index - at));
            html.Append("<a href=\"");
            Markup.AppendText(html, address, attribute: true);
            html.Append("\">");
            Markup.AppendText(html, address);
            html.Append("</a>");
            at = match.Index + address.Length;
        }
        Markup.AppendText(html, text.AsSpan(at));
        return html.ToString();
    }

    [GeneratedRegex("""\bhttps?://[^\s<>()\[\]"“”]{3,2000}""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Address();
}
