using System.Text;

namespace NewsWire.Ingest.Formats.Xml;

/// <summary>A node of an XML document: an element or a run of text.</summary>
internal abstract class WireNode;

/// <summary>An attribute: its name with the usual prefix of its namespace (xml:lang, rdf:about), and its decoded value.</summary>
internal readonly record struct WireAttribute(string Name, string Value);

/// <summary>
/// An element of an XML document. Its name has the usual prefix of its namespace (dc:subject, content:encoded), whatever prefix the
/// document declared; elements of the root's own vocabulary have no prefix (title, item, newsItem).
/// </summary>
internal sealed class WireElement : WireNode
{
    private readonly List<WireNode> _nodes = [];

    /// <summary>The name with its usual prefix: dc:subject, title. Names are compared without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>The name without a prefix.</summary>
    public required string LocalName { get; init; }

    public required IReadOnlyList<WireAttribute> Attributes { get; init; }

    /// <summary>The parent element, or null for the root.</summary>
    public WireElement? Parent { get; private set; }

    /// <summary>True where the document ended before this element's end tag.</summary>
    public bool BreaksOff { get; private set; }

    /// <summary>Child elements and texts in document order.</summary>
    public IReadOnlyList<WireNode> Nodes => _nodes;

    /// <summary>The child elements.</summary>
    public IEnumerable<WireElement> Elements => _nodes.OfType<WireElement>();

    public bool HasElements => _nodes.Exists(node => node is WireElement);

    /// <summary>All text inside, not trimmed.</summary>
    public string Text
    {
        get
        {
            switch (_nodes)
            {
                case []:
                    return "";
                case [WireText only]:
                    return only.Value;
                default:
                    var text = new StringBuilder();
                    Append(this, text);
                    return text.ToString();
            }
        }
    }

    /// <summary>The language in force (xml:lang of this element or an ancestor), or null.</summary>
    public string? Language => Attribute("xml:lang") ?? Parent?.Language;

    // Compares lengths first because that settles most comparisons.
    public bool Is(string name) => Name.Length == name.Length && Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The child elements of this name.</summary>
    public IEnumerable<WireElement> All(string name)
    {
        // Called for every name an item may have; most are absent, so the empty result must not allocate an iterator.
        var first = IndexOf(name);
        return first < 0 ? [] : From(first, name);
    }

    private IEnumerable<WireElement> From(int first, string name)
    {
        for (var i = first; i < _nodes.Count; i++)
        {
            if (_nodes[i] is WireElement element && element.Is(name))
                yield return element;
        }
    }

    /// <summary>The first child element of this name, or null.</summary>
    public WireElement? First(string name) => IndexOf(name) is var first and >= 0 ? (WireElement)_nodes[first] : null;

    /// <summary>The first element at a path of names, or null where there is none.</summary>
    public WireElement? Path(params ReadOnlySpan<string> names)
    {
        var at = this;
        foreach (var name in names)
            at = at?.First(name);
        return at;
    }

    /// <summary>All descendants of this name, in document order.</summary>
    public IEnumerable<WireElement> Descendants(string name)
    {
        foreach (var element in Elements)
        {
            if (element.Is(name))
                yield return element;
            foreach (var inner in element.Descendants(name))
                yield return inner;
        }
    }

    /// <summary>The trimmed text of the first child element of this name; null where there is none or it is empty or truncated.</summary>
    public string? TextOf(string name)
    {
        foreach (var node in _nodes)
        {
            if (node is WireElement { BreaksOff: false } element && element.Is(name) && element.Text.Trim() is { Length: > 0 } text)
                return text;
        }
        return null;
    }

    /// <summary>The trimmed texts of all child elements of this name; empty and truncated ones are left out.</summary>
    public IEnumerable<string> TextsOf(string name)
    {
        var first = IndexOf(name);
        return first < 0 ? [] : TextsFrom(first, name);
    }

    private IEnumerable<string> TextsFrom(int first, string name)
    {
        foreach (var element in From(first, name))
        {
            if (!element.BreaksOff && element.Text.Trim() is { Length: > 0 } text)
                yield return text;
        }
    }

    /// <summary>An attribute's value, or null.</summary>
    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return attribute.Value;
        }
        return null;
    }

    /// <summary>
    /// The base of relative addresses here: xml:base of this element and its ancestors, resolved against the document's address.
    /// </summary>
    public Uri? BaseOf(Uri? document)
    {
        var outer = Parent is null ? document : Parent.BaseOf(document);
        return Attribute("xml:base") is { } written && WebAddress.Of(written.Trim(), outer) is { } named ? named : outer;
    }

    internal void Add(WireNode node)
    {
        _nodes.Add(node);
        if (node is WireElement element)
            element.Parent = this;
    }

    internal void MarkBrokenOff() => BreaksOff = true;

    private int IndexOf(string name)
    {
        for (var i = 0; i < _nodes.Count; i++)
        {
            if (_nodes[i] is WireElement element && element.Is(name))
                return i;
        }
        return -1;
    }

    private static void Append(WireElement element, StringBuilder text)
    {
        foreach (var node in element._nodes)
        {
            if (node is WireText words)
                text.Append(words.Value);
            else
                Append((WireElement)node, text);
        }
    }
}
