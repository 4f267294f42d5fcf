using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats;

/// <summary>The text of markup as a person would type it: a blank line between paragraphs, a line for each row and item.</summary>
internal static partial class BlockText
{
    public static string Of(INode root)
    {
        var text = new StringBuilder();
        Append(root, text);
        return Tidy().Replace(Spaces().Replace(text.ToString(), " "), match => match.Value.Count(c => c == '\n') > 1 ? "\n\n" : "\n").Trim();
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

    // Whatever is not one plain space already.
    [GeneratedRegex("""[ \u00A0\t]{2,}|[\u00A0\t]""", RegexOptions.None, 10_000)]
    private static partial Regex Spaces();

    [GeneratedRegex("""[ ]*\n[ \n]*""", RegexOptions.None, 10_000)]
    private static partial Regex Tidy();
}
