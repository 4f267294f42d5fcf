using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace NewsWire.Web.Pages;

/// <summary>
/// A stored body made ready for the page: the dateline runs into the first paragraph, and each table may scroll in a
/// box of its own. The markup was sanitized when it came in; what is added is fixed, and what is changed is a heading
/// without words: above a column it announces nothing.
/// </summary>
public static partial class ReleaseBody
{
    // A region with a name and a place in the tab order, so that it can be scrolled without a mouse.
    private const string BoxStart = """<div class="scroll" role="region" aria-label="Table""";
    private const string BoxOpens = "\" tabindex=\"0\">";
    private const string BoxEnd = "</div>";

    public static IHtmlContent Of(string? dateline, string? html, HtmlEncoder encoder)
    {
        var line = Line(dateline, encoder);
        var page = new StringBuilder();
        var (tables, boxes) = (0, 0);
        foreach (var piece in Pieces(EmptyHeading().Replace(html ?? "", "<td${attributes}></td>")))
        {
            var (tag, closes) = Tag(piece);
            if (tag == "table" && !closes && tables++ == 0)
                page.Append(BoxStart).Append(++boxes == 1 ? null : $" {boxes}").Append(BoxOpens);
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

    /// <summary>LEEDS, England, Nov. 23, 2026 /PRNewswire/ -- with its last dash set as ours, and none between place and wire: TEMPE, Ariz. (BUSINESS WIRE).</summary>
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
