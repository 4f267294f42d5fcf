using System.Text;
using AngleSharp.Dom;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>
/// Writes the allowed part of a tree: allowed elements with allowed attributes, and the content of other elements without their tags.
/// Elements whose content is not release text, comments and empty paragraphs are dropped.
/// </summary>
internal sealed class SafeMarkup
{
    /// <summary>The allowed elements.</summary>
    public static readonly HashSet<string> Elements = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "div",
        "a", "strong", "em", "b", "i", "u", "sup", "sub", "abbr", "cite", "q",
        "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
    };

    /// <summary>The allowed attributes; the address of links is checked and their rel is replaced by ours.</summary>
    public static readonly HashSet<string> Attributes = new(StringComparer.OrdinalIgnoreCase) { "href", "colspan", "rowspan", "scope", "start", "title", "lang", "dir" };

    private const string LinkRelation = "nofollow noopener noreferrer";

    // Elements dropped together with their content, which is not release text.
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "noscript", "noembed", "noframes", "iframe", "object", "embed", "applet", "frameset", "svg", "math",
        "canvas", "audio", "video", "select", "textarea", "button", "title", "head", "xmp", "plaintext", "listing",
    };

    private static readonly HashSet<string> WrittenEmpty = new(StringComparer.Ordinal) { "br", "hr", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "pre", "dl", "dt", "dd", "code", "abbr", "cite", "q" };

    private readonly StringBuilder _html = new();
    private readonly Uri? _address;

    private SafeMarkup(Uri? address) => _address = address;

    /// <summary>The allowed content of an element as HTML.</summary>
    /// <param name="address">Base for relative links, or null to drop them.</param>
    public static string Of(IElement body, Uri? address)
    {
        var writer = new SafeMarkup(address);
        writer.Children(body);
        return writer._html.ToString();
    }

    // These return whether they wrote anything visible.
    private bool Children(IElement parent)
    {
        var content = false;
        for (var i = 0; i < parent.ChildNodes.Length; i++)
        {
            if (parent.ChildNodes[i] is IText text)
            {
                Markup.AppendText(_html, text.Data);
                content |= !string.IsNullOrWhiteSpace(text.Data);
            }
            else if (parent.ChildNodes[i] is IElement hidden && HiddenEmail.Of(hidden) is { } email)
            {
                Markup.AppendText(_html, email);
                content = true;
            }
            else if (parent.ChildNodes[i] is IElement element && !Dropped.Contains(element.LocalName) && !element.HasAttribute("hidden"))
            {
                content |= Elements.Contains(element.LocalName) ? Element(element) : Children(element);
            }
        }
        return content;
    }

    private bool Element(IElement element)
    {
        var target = element.LocalName is "a" ? Links.Resolve(element.GetAttribute("href"), _address) : null;
        if (element.LocalName is "a" && target is null)
            return Children(element);
        var start = _html.Length;
        var name = element.LocalName is "h1" ? "h2" : element.LocalName;
        _html.Append('<').Append(name);
        foreach (var attribute in element.Attributes)
        {
            if (Attributes.Contains(attribute.Name) && attribute.Name is not "href")
                Attribute(attribute.Name, attribute.Value);
        }
        if (target is not null)
        {
            Attribute("href", target);
            Attribute("rel", LinkRelation);
        }
        _html.Append('>');
        if (name is "br" or "hr")
            return true;
        Markup.AppendLineBreakOf(_html, element);
        if (!Children(element) && !WrittenEmpty.Contains(name))
        {
            _html.Length = start;
            _html.Append(' ');
            return false;
        }
        _html.Append("</").Append(name).Append('>');
        return true;
    }

    private void Attribute(string name, string value)
    {
        _html.Append(' ').Append(name).Append("=\"");
        Markup.AppendText(_html, value, attribute: true);
        _html.Append('"');
    }
}
