using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>
/// Looks into news documents by bare names: one vocabulary stands inside another (NITF in NewsML-G2, either in an envelope),
/// with a namespace of its own or none, and means the same.
/// </summary>
internal static class NewsTree
{
    /// <summary>The first element down a path of bare names, or null where it breaks off.</summary>
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

    /// <summary>The elements of a bare name directly inside.</summary>
    public static IEnumerable<WireElement> Children(this WireElement? element, string name) =>
        element?.Elements.Where(child => child.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? [];

    /// <summary>Every element of one of these bare names inside, at any depth, in document order.</summary>
    /// <param name="into">Elements that are not looked into; null looks into all.</param>
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

    /// <summary>This element and those around it, from the inside out.</summary>
    public static IEnumerable<WireElement> AndAround(this WireElement? element)
    {
        for (; element is not null; element = element.Parent)
            yield return element;
    }

    /// <summary>The text on one line, white space collapsed; null where it is empty.</summary>
    public static string? Line(this WireElement? element) => NewsText.Line(element?.Text);
}
