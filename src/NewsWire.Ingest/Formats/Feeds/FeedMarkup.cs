using System.Text;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>Writes markup embedded in a feed as XML elements as HTML. Links are resolved against the xml:base of their elements.</summary>
internal static class FeedMarkup
{
    private static readonly HashSet<string> Addresses = new(StringComparer.OrdinalIgnoreCase) { "href", "src", "cite", "poster", "data", "longdesc", "background" };

    /// <summary>The content of an element as HTML, without the single div that Atom requires around XHTML.</summary>
    /// <param name="textIsHtml">True where text between the elements may be escaped markup.</param>
    public static string Inside(WireElement element, Uri? address, bool textIsHtml)
    {
        var html = new StringBuilder();
        var inner = IsWrapped(element) ? element.Elements.First() : element;
        Write(inner, inner.BaseOf(address), html, textIsHtml);
        return html.ToString();
    }

    private static bool IsWrapped(WireElement element) =>
        element.Nodes.Count(node => node is WireElement || node is WireText { Value: var text } && !string.IsNullOrWhiteSpace(text)) == 1
        && element.Elements.FirstOrDefault() is { LocalName: "div" };

    private static void Write(WireElement parent, Uri? address, StringBuilder html, bool textIsHtml)
    {
        foreach (var node in parent.Nodes)
        {
            if (node is WireText text && textIsHtml)
                html.Append(text.Value);
            else if (node is WireText words)
                Markup.AppendText(html, words.Value);
            else if (node is WireElement element)
                Write(element, html, address, textIsHtml);
        }
    }

    private static void Write(WireElement element, StringBuilder html, Uri? address, bool textIsHtml)
    {
        if (element.Attribute("xml:base") is not null)
            address = element.BaseOf(address);
        var name = element.LocalName.ToLowerInvariant();
        // Drawings are dropped, except for their title and description.
        if (name == "svg")
        {
            foreach (var words in element.Elements.Where(words => words.LocalName is "title" or "desc"))
                Markup.AppendText(html, words.Text);
            return;
        }
        html.Append('<').Append(name);
        foreach (var (attribute, value) in element.Attributes)
        {
            if (attribute.Contains(':') && attribute != "xml:lang")
                continue;
            var target = Addresses.Contains(attribute) ? WebAddress.Resolve(value.Trim(), address) : null;
            Markup.AppendAttribute(html, attribute == "xml:lang" ? "lang" : attribute, target?.AbsoluteUri ?? value);
        }
        html.Append('>');
        if (Markup.HasNoEnd(name))
            return;
        Write(element, address, html, textIsHtml);
        html.Append("</").Append(name).Append('>');
    }
}
