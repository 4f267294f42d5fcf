using System.Text;

namespace NewsWire.Ingest.Formats;

/// <summary>Converts plain text to HTML: blank lines separate paragraphs, other line breaks become line breaks.</summary>
internal static class TextAsHtml
{
    public static string Of(string text)
    {
        if (!text.Contains('\n'))
            return Markup.OfText(text);
        var html = new StringBuilder(text.Length + 16);
        var open = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var words = line.TrimEnd();
            if (words.IsEmpty)
            {
                if (open)
                    html.Append("</p>");
                open = false;
                continue;
            }
            html.Append(open ? "<br>" : "<p>");
            open = true;
            Markup.AppendText(html, words.ToString());
        }
        return (open ? html.Append("</p>") : html).ToString();
    }
}
