using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>
/// Navigates news documents by local names, ignoring namespaces: vocabularies are embedded in one another (NITF in NewsML-G2, either in an
/// envelope), with or without their namespace.
/// </summary>
internal static class NewsTree
{
    /// <summary>The first element at a path of local names, or null where there is none.</summary>
    public static WireElement? Child(this WireElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            WireElement? found = null;
            foreach (var child in element?.Elements ?? [])
            {
                if (child.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    found = child;
                    break;
                }
            }
            element = found;
        }
        return element;
    }

    /// <summary>The child elements of this local name.</summary>
    public static IEnumerable<WireElement> Children(this WireElement? element, string name) =>
        element?.Elements.Where(child => child.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? [];

    /// <summary>All descendants with one of these local names, in document order.</summary>
    /// <param name="into">Selects the elements to descend into; null descends into all.</param>
    public static IEnumerable<WireElement> Within(this WireElement? element, string[] names, Func<WireElement, bool>? into = null)
    {
        if (element is null)
            yield break;
        var waiting = new Stack<WireElement>(element.Elements.Reverse());
        while (waiting.TryPop(out var next))
        {
            if (names.Contains(next.LocalName, StringComparer.OrdinalIgnoreCase))
                yield return next;
            if (into?.Invoke(next) == false)
                continue;
            foreach (var child in next.Elements.Reverse())
                waiting.Push(child);
        }
    }

    /// <summary>This element and its ancestors, innermost first.</summary>
    public static IEnumerable<WireElement> AndAround(this WireElement? element)
    {
        for (; element is not null; element = element.Parent)
            yield return element;
    }

    /// <summary>The text on one line, whitespace collapsed; null where it is empty.</summary>
    public static string? Line(this WireElement? element) => NewsText.Line(element?.Text);
}
