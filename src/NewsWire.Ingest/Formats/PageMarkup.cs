using System.Text;

namespace NewsWire.Ingest.Formats;

/// <summary>Lines of a page as markup again: paragraphs, headings, and what was kept whole.</summary>
internal static class PageMarkup
{
    /// <summary>The markup of some lines in their order, or null where there are none.</summary>
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
