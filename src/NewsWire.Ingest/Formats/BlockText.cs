using System.Text;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats;

/// <summary>The text of markup as a person would type it: a blank line between paragraphs, a line for each row and item.</summary>
internal static class BlockText
{
    public static string Of(INode root)
    {
        var text = new StringBuilder();
        Append(root, text);
        return Tidy(text.ToString());
    }

    // Spaces become one, lines that follow each other two at most; spaces around the end of a line are none.
    private static string Tidy(string written)
    {
        var text = new StringBuilder(written.Length);
        var lines = 0;
        var space = false;
        foreach (var c in written)
        {
            if (c is '\n' or ' ' or '\u00A0' or '\t')
            {
                lines += c == '\n' ? 1 : 0;
                space = true;
                continue;
            }
            if (lines > 0)
                text.Append('\n', Math.Min(lines, 2));
            else if (space)
                text.Append(' ');
            (lines, space) = (0, false);
            text.Append(c);
        }
        return text.ToString().Trim();
    }

    private static void Append(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    text.Append(words.Data.Replace('\n', ' ').Replace('\r', ' '));
                    break;
                case IElement { LocalName: "br" }:
                    text.Append('\n');
                    break;
                case IElement { LocalName: "script" or "style" or "template" or "noscript" }:
                    break;
                case IElement element:
                    var (before, after) = Breaks(element.LocalName);
                    text.Append(before);
                    Append(element, text);
                    text.Append(after);
                    break;
            }
        }
    }

    private static (string Before, string After) Breaks(string name) => name switch
    {
        "p" or "div" or "ul" or "ol" or "dl" or "table" or "blockquote" or "pre" or "section" or "article" or "figure"
            or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr" => ("\n\n", "\n\n"),
        "li" or "tr" or "dt" or "dd" or "caption" or "figcaption" => ("\n", "\n"),
        "td" or "th" => ("", "\t"),
        _ => ("", ""),
    };
}
