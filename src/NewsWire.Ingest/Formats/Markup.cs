using System.Buffers;
using System.Text;
using System.Xml;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// Serializes a DOM tree as HTML, visiting children by index: AngleSharp's own serializer searches for each node's siblings, which takes
/// hours for an element with a million children.
/// </summary>
internal static class Markup
{
    // Elements whose content is not text, or whose content would be parsed differently after serialization.
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "noembed", "noframes", "iframe", "object", "embed", "xmp", "plaintext", "listing", "textarea", "title", "select", "svg", "math",
    };

    private static readonly HashSet<string> WithoutEnd = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    /// <summary>True for the name of an element whose content is never text.</summary>
    public static bool IsLeftOut(string name) => LeftOut.Contains(name.ToLowerInvariant());

    private static readonly SearchValues<char> NotAsItIs = SearchValues.Create(
        [.. "&\u00A0\"<>", .. Enumerable.Range(0, 32).Select(code => (char)code).Where(c => !XmlConvert.IsXmlChar(c)), '\uFFFE', '\uFFFF']);

    /// <summary>Serializes the content of an element.</summary>
    /// <param name="leaveOut">Selects elements to leave out together with their content.</param>
    public static string Inside(IElement element, Func<IElement, bool>? leaveOut = null)
    {
        var html = new StringBuilder();
        WriteChildren(element, html, leaveOut);
        return html.ToString();
    }

    /// <summary>Serializes an element with its own tags.</summary>
    public static string Whole(IElement element)
    {
        var html = new StringBuilder();
        Write(element, html, null);
        return html.ToString();
    }

    /// <summary>True for void elements, which have no content and no end tag.</summary>
    public static bool HasNoEnd(string name) => WithoutEnd.Contains(name);

    /// <summary>Escapes text for use between tags.</summary>
    public static string OfText(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        AppendText(html, text);
        return html.ToString();
    }

    /// <summary>Appends an attribute to an open start tag.</summary>
    public static void AppendAttribute(StringBuilder html, string name, string value)
    {
        html.Append(' ').Append(name).Append("=\"");
        AppendText(html, value, attribute: true);
        html.Append('"');
    }

    /// <summary>Escapes and appends text, for use between tags or in a quoted attribute.</summary>
    public static void AppendText(StringBuilder html, ReadOnlySpan<char> text, bool attribute = false)
    {
        while (text.IndexOfAny(NotAsItIs) is var at and >= 0)
        {
            html.Append(text[..at]);
            // Other control characters are dropped: XML allows them not even as character references, and this text is published in feeds.
            html.Append(text[at] switch { '&' => "&amp;", '\u00A0' => "&nbsp;", '"' => attribute ? "&quot;" : "\"", '<' => "&lt;", '>' => "&gt;", _ => "" });
            text = text[(at + 1)..];
        }
        html.Append(text);
    }

    /// <summary>HTML parsers drop a line break directly after this start tag, so text that begins with one needs a second.</summary>
    public static void AppendLineBreakOf(StringBuilder html, IElement element)
    {
        if (element.LocalName == "pre" && element.FirstChild is IText { Data: ['\n', ..] })
            html.Append('\n');
    }

    private static void WriteChildren(IElement parent, StringBuilder html, Func<IElement, bool>? leaveOut)
    {
        for (var i = 0; i < parent.ChildNodes.Length; i++)
        {
            if (parent.ChildNodes[i] is IText text)
                AppendText(html, text.Data);
            else if (parent.ChildNodes[i] is IElement element && !LeftOut.Contains(element.LocalName) && leaveOut?.Invoke(element) != true)
                Write(element, html, leaveOut);
        }
    }

    private static void Write(IElement element, StringBuilder html, Func<IElement, bool>? leaveOut)
    {
        html.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes)
            AppendAttribute(html, attribute.Name, attribute.Value);
        html.Append('>');
        if (element.Flags.HasFlag(NodeFlags.SelfClosing))
            return;
        AppendLineBreakOf(html, element);
        WriteChildren(element, html, leaveOut);
        html.Append("</").Append(element.LocalName).Append('>');
    }
}
