using System.Text;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>Writes XHTML or NITF elements embedded in an XML document as HTML.</summary>
internal static class InlineHtml
{
    // Not part of the text: attached files, notes to editors and metadata.
    private static readonly HashSet<string> LeftOut = new(StringComparer.OrdinalIgnoreCase) { "head", "media", "note", "nitf-table-metadata" };

    /// <summary>The content of an element as HTML.</summary>
    public static string Inside(WireElement element)
    {
        var html = new StringBuilder();
        AppendNodes(element, html);
        return html.ToString().Trim();
    }

    private static void AppendNodes(WireElement element, StringBuilder html)
    {
        foreach (var node in element.Nodes)
        {
            if (node is WireText text)
                Markup.AppendText(html, text.Value);
            else if (node is WireElement inner && !LeftOut.Contains(inner.LocalName) && !Markup.IsLeftOut(inner.LocalName))
                Append(inner, html);
        }
    }

    private static void Append(WireElement element, StringBuilder html)
    {
        var name = NameOf(element.LocalName.ToLowerInvariant());
        if (name is null)
        {
            AppendNodes(element, html);
            return;
        }
        html.Append('<').Append(name);
        foreach (var (attribute, value) in element.Attributes)
        {
            if (IsName(attribute))
                Markup.AppendAttribute(html, attribute, value);
        }
        html.Append('>');
        if (Markup.HasNoEnd(name))
            return;
        AppendNodes(element, html);
        html.Append("</").Append(name).Append('>');
    }

    // Maps NITF elements to their HTML equivalents. Inline markup of people, places and sums has none: its
    // tags are dropped, its content is kept.
    private static string? NameOf(string name) => name switch
    {
        "hl1" => "h2",
        "hl2" => "h3",
        "hl3" => "h4",
        "hl4" => "h5",
        "block" => "div",
        "bq" => "blockquote",
        "lq" => "q",
        "credit" or "datasource" => "p",
        "html" or "body" or "person" or "org" or "location" or "city" or "state" or "country" or "region" or "chron" or "event" or "function" or "money" or "num" or "virtloc" or "copyrite" or "classifier" or "lang" or "pronounce" or "postaddr" => null,
        _ => IsName(name) ? name : null,
    };

    private static bool IsName(string name) => name.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetter(name[0]);
}
