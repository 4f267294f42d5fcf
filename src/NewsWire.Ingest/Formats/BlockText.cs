using System.Buffers;
using System.Text;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats;

/// <summary>Converts HTML to plain text: a blank line between paragraphs, one line per table row and list item.</summary>
internal static class BlockText
{
    public static string Of(INode root)
    {
        var text = new StringBuilder();
        Append(root, text);
        return Tidy(text);
    }

    // Collapses whitespace: runs of spaces become one, at most two line breaks in a row, no spaces next to a line break.
    private static string Tidy(StringBuilder written)
    {
        // The result is never longer than the input.
        var text = ArrayPool<char>.Shared.Rent(written.Length);
        var (length, lines, space) = (0, 0, false);
        foreach (var chunk in written.GetChunks())
        {
            foreach (var c in chunk.Span)
            {
                if (c is '\n' or ' ' or '\u00A0' or '\t')
                {
                    lines += c == '\n' ? 1 : 0;
                    space = true;
                    continue;
                }
                if (space)
                {
                    text[length++] = lines > 0 ? '\n' : ' ';
                    if (lines > 1)
                        text[length++] = '\n';
                    (lines, space) = (0, false);
                }
                text[length++] = c;
            }
        }
        var tidied = text.AsSpan(0, length).Trim().ToString();
        ArrayPool<char>.Shared.Return(text);
        return tidied;
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
