using System.Text;
using AngleSharp.Dom;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>
/// Writes of a tree what may be kept: allowed elements with allowed attributes, the content of others without them,
/// nothing of those whose content is no text of the release, no comments, no empty paragraphs.
/// </summary>
internal sealed class SafeMarkup
{
    /// <summary>The elements that may be kept.</summary>
    public static readonly HashSet<string> Elements = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "div",
        "a", "strong", "em", "b", "i", "u", "sup", "sub", "abbr", "cite", "q",
        "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
    };

    /// <summary>The attributes that may be kept; links have their address checked and a rel of our own.</summary>
    public static readonly HashSet<string> Attributes = new(StringComparer.OrdinalIgnoreCase) { "href", "colspan", "rowspan", "scope", "start", "title", "lang", "dir" };

    private const string LinkRelation = "nofollow noopener noreferrer";

    // Their content is not text of the release: it must not come out when the element goes.
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "noscript", "noembed", "noframes", "iframe", "object", "embed", "applet", "frameset", "svg", "math",
        "canvas", "audio", "video", "select", "textarea", "button", "title", "head", "xmp", "plaintext", "listing",
    };

    private static readonly HashSet<string> WrittenEmpty = new(StringComparer.Ordinal) { "br", "hr", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "pre", "dl", "dt", "dd", "code", "abbr", "cite", "q" };

    private readonly StringBuilder _html = new();
    private readonly Uri? _address;

    private SafeMarkup(Uri? address) => _address = address;

    /// <summary>What of an element's content may be kept.</summary>
    /// <param name="address">What relative links are relative to, or null to drop them.</param>
    public static string Of(IElement body, Uri? address)
    {
        var writer = new SafeMarkup(address);
        writer.Children(body);
        return writer._html.ToString();
    }

    // Each answers whether it wrote anything a reader would see.
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
