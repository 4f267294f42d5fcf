namespace NewsWire.Ingest.Formats;

/// <summary>
/// Estimates the nesting depth of HTML in one pass without building a tree, to reject text that would be too deep to parse.
/// </summary>
internal static class TagNesting
{
    // Pages of the 1990s leave hundreds of font elements open; the limit must allow them.
    private const int MostOpen = 3000;
    private const int LongestName = 20;

    // Elements whose end tag may be omitted, so that they do not nest, and void elements.
    private static readonly HashSet<string> NotCounted = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rb", "rt", "rp", "html", "head", "body",
        "br", "hr", "img", "input", "meta", "link", "area", "base", "basefont", "bgsound", "col", "embed", "frame", "keygen", "param", "source", "track", "wbr",
    };

    public static bool IsHopeless(string html)
    {
        // Most pages have fewer tags than the limit and need no further check.
        if (html.AsSpan().Count('<') <= MostOpen)
            return false;
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = open.GetAlternateLookup<ReadOnlySpan<char>>();
        var notCounted = NotCounted.GetAlternateLookup<ReadOnlySpan<char>>();
        var total = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var ends = html[at + 1] == '/';
            var name = NameAt(html.AsSpan(at + (ends ? 2 : 1)));
            if (name.IsEmpty || notCounted.Contains(name))
                continue;
            var count = names.TryGetValue(name, out var known) ? known : 0;
            if (ends && count == 0)
                continue;
            names[name] = count + (ends ? -1 : 1);
            total += ends ? -1 : 1;
            if (total > MostOpen)
                return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < LongestName && char.IsAsciiLetterOrDigit(text[length]))
            length++;
        return length > 0 && char.IsAsciiLetter(text[0]) ? text[..length] : [];
    }
}
