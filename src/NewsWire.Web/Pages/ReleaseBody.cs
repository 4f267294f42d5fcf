using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace NewsWire.Web.Pages;

/// <summary>
/// A stored body made ready for the page: the dateline runs into the first paragraph, each table gets a box to scroll in,
/// and cells of figures get a class. The markup was sanitized at ingestion; only fixed markup is added, and a heading
/// cell without text becomes a plain cell.
/// </summary>
public static partial class ReleaseBody
{
    // A region with a name and a place in the tab order, so that it can be scrolled without a mouse.
    private const string BoxStart = """<div class="scroll" role="region" aria-label="Table""";
    private const string BoxOpens = "\" tabindex=\"0\">";
    private const string BoxEnd = "</div>";
    private const string FigureClass = " class=\"figure\"";

    // The length of <td and <th.
    private const int CellTag = 3;

    public static IHtmlContent Of(string? dateline, string? html, HtmlEncoder encoder)
    {
        var line = Line(dateline, encoder);
        List<string> pieces = [.. Pieces(EmptyHeading().Replace(html ?? "", "<td${attributes}></td>"))];
        var figures = Figures(pieces);
        var page = new StringBuilder();
        var (tables, boxes) = (0, 0);
        foreach (var (position, piece) in pieces.Index())
        {
            var (tag, closes) = Tag(piece);
            if (tag == "table" && !closes && tables++ == 0)
                page.Append(BoxStart).Append(++boxes == 1 ? null : $" {boxes}").Append(BoxOpens);
            if (figures.Contains(position))
                page.Append(piece, 0, CellTag).Append(FigureClass).Append(piece, CellTag, piece.Length - CellTag);
            else
                page.Append(piece);
            if (tag == "table" && closes && --tables == 0)
                page.Append(BoxEnd);
            if (tag == "p" && !closes && tables == 0 && line is not null)
            {
                page.Append(line);
                line = null;
            }
        }

        if (line is not null)
            page.Insert(0, $"<p>{line}</p>");
        return new HtmlString(page.ToString());
    }

    // The positions of the cells that hold figures. A table within a cell is a table of its own.
    private static HashSet<int> Figures(List<string> pieces)
    {
        HashSet<int> found = [];
        Stack<TableFigures> open = [];
        foreach (var (position, piece) in pieces.Index())
        {
            var (tag, closes) = Tag(piece);
            if (tag == "table" && !closes)
                open.Push(new TableFigures());
            if (!open.TryPeek(out var table))
                continue;
            if (tag == "table" && closes)
                found.UnionWith(open.Pop().Aligned());
            else if (tag == "tr" && !closes)
                table.Row();
            else if (tag is "td" or "th" && !closes)
                table.Begin(position, piece);
            else if (tag is "td" or "th")
                table.End();
            else
                table.Text(tag.Length == 0 ? piece : " ");
        }

        return found;
    }

    /// <summary>The dateline with its closing dash set as ours (LEEDS, England, Nov. 23, 2026 /PRNewswire/ —) and none between place and wire (TEMPE, Ariz. (BUSINESS WIRE)).</summary>
    private static string? Line(string? dateline, HtmlEncoder encoder) =>
        dateline?.TrimEnd(' ', '-', '–', '—') is { Length: > 0 } text
            ? $"""<span class="dateline">{encoder.Encode(text.Replace("--(", " (", StringComparison.Ordinal))}</span> — """
            : null;

    // Text and tags in turn. A tag ends at the first > outside its quotes: an attribute may hold "<table" without being one.
    private static IEnumerable<string> Pieces(string html)
    {
        var start = 0;
        while (start < html.Length)
        {
            var open = html.IndexOf('<', start);
            if (open < 0)
                open = html.Length;
            if (open > start)
                yield return html[start..open];
            if (open == html.Length)
                yield break;
            var end = open + 1;
            var quote = '\0';
            for (; end < html.Length && (quote != '\0' || html[end] != '>'); end++)
            {
                if (html[end] == quote)
                    quote = '\0';
                else if (quote == '\0' && html[end] is '"' or '\'')
                    quote = html[end];
            }

            start = Math.Min(end + 1, html.Length);
            yield return html[open..start];
        }
    }

    private static (string Name, bool Closes) Tag(string piece)
    {
        if (piece[0] != '<')
            return ("", false);
        var closes = piece.Length > 1 && piece[1] == '/';
        var from = closes ? 2 : 1;
        var to = from;
        while (to < piece.Length && char.IsAsciiLetterOrDigit(piece[to]))
            to++;
        return (piece[from..to].ToLowerInvariant(), closes);
    }

    [GeneratedRegex(@"<th(?<attributes>\s[^<>]*)?>(\s|&nbsp;|\u00A0)*</th>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EmptyHeading();
}
