using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>
/// Indexes a page's elements by the names, ids, classes and attributes that selectors need, in a single walk: querying the DOM for each
/// selector costs more than parsing the page.
/// </summary>
internal sealed class PageIndex
{
    /// <summary>The key under which every element is indexed.</summary>
    public const string Everything = "*";

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _wanted;
    private readonly bool _everything;
    private readonly Dictionary<string, List<IElement>> _found = new(StringComparer.Ordinal);

    private PageIndex(IHtmlDocument document, FrozenSet<string> keys)
    {
        Document = document;
        _wanted = keys.GetAlternateLookup<ReadOnlySpan<char>>();
        _everything = keys.Contains(Everything);
        Walk(document);
    }

    public IHtmlDocument Document { get; }

    /// <summary>The elements under a key, in document order.</summary>
    public IReadOnlyList<IElement> this[string key] => _found.TryGetValue(key, out var elements) ? elements : [];

    /// <param name="keys">The keys to index, as in <see cref="PageSelector.Key"/>; no others can be looked up.</param>
    public static PageIndex Of(IHtmlDocument document, FrozenSet<string> keys) => new(document, keys);

    /// <summary>The first element under a key, or null.</summary>
    public IElement? First(string key) => _found.TryGetValue(key, out var elements) ? elements[0] : null;

    /// <summary>The first element matched by the first selector that matches any, or null.</summary>
    public IElement? First(PageSelector[] selectors)
    {
        foreach (var selector in selectors)
        {
            foreach (var element in this[selector.Key])
            {
                if (selector.Matches(element))
                    return element;
            }
        }
        return null;
    }

    /// <summary>Every element matched by any of the selectors.</summary>
    public IEnumerable<IElement> All(PageSelector[] selectors) =>
        selectors.SelectMany(selector => this[selector.Key].Where(selector.Matches)).Distinct();

    // Recursion is safe because HtmlPage limits the depth of pages.
    private void Walk(INode parent)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is not IElement element)
                continue;
            Note(element);
            if (element.HasChildNodes)
                Walk(element);
        }
    }

    private void Note(IElement element)
    {
        if (_everything)
            Add(Everything, element);
        Add(element.LocalName, element);
        var attributes = element.Attributes;
        Span<char> key = stackalloc char[64];
        for (var i = 0; i < attributes.Length; i++)
        {
            var (name, value) = (attributes[i]!.Name, attributes[i]!.Value);
            if (name == "class")
                Each('.', value, key, element);
            else if (name == "id")
                Prefixed('#', value, key, element);
            Prefixed('[', name, key, element);
        }
    }

    private void Each(char prefix, string tokens, Span<char> key, IElement element)
    {
        var rest = tokens.AsSpan();
        while (!rest.IsEmpty)
        {
            var space = rest.IndexOfAny(" \t\n\r\f");
            var token = space < 0 ? rest : rest[..space];
            rest = space < 0 ? [] : rest[(space + 1)..];
            if (!token.IsEmpty)
                Prefixed(prefix, token, key, element);
        }
    }

    private void Prefixed(char prefix, ReadOnlySpan<char> name, Span<char> key, IElement element)
    {
        // The buffer holds the longest key, so longer names cannot be one.
        if (name.Length >= key.Length)
            return;
        key[0] = prefix;
        name.CopyTo(key[1..]);
        Add(key[..(name.Length + 1)], element);
    }

    private void Add(ReadOnlySpan<char> key, IElement element)
    {
        if (!_wanted.TryGetValue(key, out var wanted))
            return;
        if (!_found.TryGetValue(wanted, out var elements))
            _found.Add(wanted, elements = []);
        // A class repeated in the attribute must not index the element twice.
        if (elements.Count == 0 || elements[^1] != element)
            elements.Add(element);
    }
}
