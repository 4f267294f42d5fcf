using System.Collections.Immutable;

namespace NewsWire.Ingest.Formats.Xml;

/// <summary>Builds the tree of elements and texts while a document is scanned.</summary>
internal sealed class XmlTreeBuilder(string document)
{
    private readonly XmlTags _tags = new(document);
    private readonly XmlEntities _entities = new();
    private readonly List<Open> _open = [];
    // Number of open elements per name: an end tag without an open element is skipped without a search.
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private WireElement? _root;
    private int _tooDeep;
    private int _deepest;
    private int _notClosed;
    private int _strayEnds;
    private bool _brokenTag;
    private bool _typeRead;

    private sealed record Open(WireElement Element, string Tag, XmlScope Scope);

    /// <summary>Adds the text between two indexes.</summary>
    public void Text(int start, int end)
    {
        if (start < end && _open.Count > 0)
            _open[^1].Element.Add(new WireText(document, start, end - start, literal: false, _entities));
    }

    /// <summary>Adds the text between two indexes without decoding it.</summary>
    public void CData(int start, int end)
    {
        if (_open.Count > 0)
            _open[^1].Element.Add(new WireText(document, start, end - start, literal: true, _entities));
    }

    /// <summary>Reads a start tag and returns the index after it.</summary>
    public int Start(int open)
    {
        var tag = _tags.Read(open, _entities);
        _brokenTag |= tag.EndsDocument;
        // Content after the root element is not part of the document, and a truncated tag is incomplete.
        if (tag.EndsDocument || (_open.Count == 0 && _root is not null))
            return tag.End;
        if (_open.Count >= XmlTree.MaximumDepth)
        {
            if (!tag.IsEmpty)
                _tooDeep++;
            _deepest++;
            return tag.End;
        }
        var outer = _open.Count == 0 ? null : _open[^1].Scope;
        var scope = ScopeOf(tag, outer);
        var (prefix, local) = XmlTags.Split(tag.Name);
        if (outer is null)
            scope.Home = scope.Usual(prefix);
        var element = new WireElement
        {
            Name = scope.ElementName(prefix, local),
            LocalName = local,
            Attributes = AttributesOf(tag, scope),
        };
        if (_open.Count > 0)
            _open[^1].Element.Add(element);
        else
            _root = element;
        if (!tag.IsEmpty)
        {
            _open.Add(new Open(element, tag.Name, scope));
            _names[tag.Name] = _names.GetValueOrDefault(tag.Name) + 1;
        }
        return tag.End;
    }

    /// <summary>Reads an end tag and returns the index after it.</summary>
    public int End(int open)
    {
        var (name, end) = _tags.ReadEnd(open);
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return end;
        }
        if (_names.GetValueOrDefault(name) == 0)
        {
            // End tags are matched without regard to case: <Item> may be closed by </item>.
            if (_open.Count == 0 || !_open[^1].Tag.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                _strayEnds++;
                return end;
            }
            name = _open[^1].Tag;
        }
        while (_open[^1].Tag != name)
        {
            _notClosed++;
            Close();
        }
        Close();
        return end;
    }

    /// <summary>Reads a document type for its plain-text entities and returns the index after it.</summary>
    public int DocumentType(int open)
    {
        // Only one document type, before the root, is read; any other is skipped without a search.
        if (_root is not null || _typeRead)
            return document.IndexOf('>', open) is var close and >= 0 ? close + 1 : document.Length;
        _typeRead = true;
        var (entities, end) = XmlDocumentType.Read(document, open);
        foreach (var (name, start, length) in entities)
        {
            if (!_entities.Declare(name, document.AsSpan(start, length)))
                _refused.Add(name);
        }
        return end;
    }

    public XmlTree Finish()
    {
        // Elements open at the end of the text are truncated; a root left open after complete items loses nothing.
        var breaksOff = _open.Count > 0;
        foreach (var open in _open)
            open.Element.MarkBrokenOff();
        return new XmlTree(_root, breaksOff || _brokenTag, Warnings(breaksOff || _brokenTag));
    }

    private ImmutableArray<string> Warnings(bool breaksOff)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (_refused.Count > 0)
            warnings.Add("Declared entities that contain markup or other entities were not expanded; their names were kept as written.");
        if (_deepest > 0)
            warnings.Add($"Elements are nested more than {XmlTree.MaximumDepth} levels deep; deeper ones were read as text.");
        if (_notClosed > 0)
            warnings.Add(XmlTree.Mended(_notClosed, "One element is not closed; it was ended with its parent.", "elements are not closed; they were ended with their parents."));
        if (_strayEnds > 0)
            warnings.Add(XmlTree.Mended(_strayEnds, "One end tag without a start tag was ignored.", "end tags without a start tag were ignored."));
        if (breaksOff)
            warnings.Add("The document is truncated; everything before that point was kept.");
        return warnings.ToImmutable();
    }

    private void Close()
    {
        _names[_open[^1].Tag]--;
        _open.RemoveAt(_open.Count - 1);
    }

    private static XmlScope ScopeOf(XmlTag tag, XmlScope? outer)
    {
        var scope = outer;
        foreach (var (name, value) in tag.Attributes)
        {
            var (prefix, local) = XmlTags.Split(name);
            if (prefix != "xmlns" && name != "xmlns")
                continue;
            if (ReferenceEquals(scope, outer))
                scope = new XmlScope(outer);
            scope!.Bind(name == "xmlns" ? "" : local, value);
        }
        return scope ?? new XmlScope(null);
    }

    private static IReadOnlyList<WireAttribute> AttributesOf(XmlTag tag, XmlScope scope)
    {
        if (tag.Attributes.Count == 0)
            return [];
        var attributes = new List<WireAttribute>(tag.Attributes.Count);
        foreach (var (name, value) in tag.Attributes)
        {
            var (prefix, local) = XmlTags.Split(name);
            if (prefix != "xmlns" && name != "xmlns")
                attributes.Add(new WireAttribute(scope.AttributeName(prefix, local), value));
        }
        return attributes;
    }
}
