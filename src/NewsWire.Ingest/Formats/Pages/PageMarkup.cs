using System.Net;
using System.Text;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>Converts lines of a page back to HTML: paragraphs, headings and elements kept whole.</summary>
internal static class PageMarkup
{
    /// <summary>Plain text as paragraphs, separated by blank lines or, where there are none, by line breaks.</summary>
    public static string OfText(string text)
    {
        var unix = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var html = new StringBuilder();
        foreach (var paragraph in unix.Split(unix.Contains("\n\n", StringComparison.Ordinal) ? "\n\n" : "\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p>");
            Markup.AppendText(html, WebUtility.HtmlDecode(paragraph));
            html.Append("</p>\n");
        }
        return html.ToString();
    }

    /// <summary>The HTML of the lines in order, or null where there are none.</summary>
    public static string? Of(IReadOnlyList<PageLine> lines)
    {
        if (lines.Count == 0)
            return null;
        var html = new StringBuilder();
        string? open = null;
        foreach (var line in lines)
        {
            if (line.Kind == "p" && !line.StartsParagraph && open == "p")
            {
                html.Append("<br>").Append(line.Html);
                continue;
            }
            Close();
            switch (line.Kind)
            {
                case "p":
                    html.Append("<p>").Append(line.Html);
                    open = "p";
                    break;
                case "li":
                    html.Append("<ul><li>").Append(line.Html).Append("</li></ul>");
                    break;
                case ['h', _]:
                    html.Append('<').Append(line.Kind).Append('>').Append(line.Html).Append("</").Append(line.Kind).Append('>');
                    break;
                default:
                    html.Append(line.Html);
                    break;
            }
        }
        Close();
        return html.ToString();

        void Close()
        {
            if (open is not null)
                html.Append("</p>\n");
            open = null;
        }
    }
}
