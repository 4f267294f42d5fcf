using System.Collections.Frozen;
using System.Text;

namespace NewsWire.Ingest.Normalize;

/// <summary>
/// Removes tags from a text that should have none, in one pass and without building a tree; a "&lt;" that begins no tag is kept.
/// </summary>
internal static class Tags
{
    private const int LongestTag = 1000;

    private static readonly FrozenSet<string> WithoutContent =
        new[] { "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title", "textarea", "select", "xmp" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Inline elements, which do not separate words; all others do.
    private static readonly FrozenSet<string> InLine =
        new[] { "a", "abbr", "acronym", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr", "img" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string Strip(string text)
    {
        var kept = new StringBuilder(text.Length);
        // Elements whose end tag was not found are not searched for again, which avoids quadratic time on many start tags.
        var unclosed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var from = 0;
        for (var at = text.IndexOf('<'); at >= 0 && at < text.Length; at = text.IndexOf('<', at))
        {
            if (EndOf(text, at, out var name) is not (> 0 and var end))
            {
                at++;
                continue;
            }
            kept.Append(text, from, at - from);
            if (name is not null && text[at + 1] != '/' && WithoutContent.Contains(name) && !unclosed.Contains(name))
                end = EndOfContent(text, end, name, unclosed);
            if (name is null || !InLine.Contains(name))
                kept.Append(' ');
            from = at = end;
        }
        return from == 0 ? text : kept.Append(text, from, text.Length - from).ToString();
    }

    private static int EndOfContent(string text, int start, string name, HashSet<string> unclosed)
    {
        var close = text.IndexOf("</" + name, start, StringComparison.OrdinalIgnoreCase);
        var end = close < 0 ? -1 : text.IndexOf('>', close);
        if (end >= 0)
            return end + 1;
        unclosed.Add(name);
        return start;
    }

    /// <summary>The index after a tag or comment that begins here, or 0 where none does; the name of a comment is null.</summary>
    private static int EndOf(string text, int at, out string? name)
    {
        name = null;
        if (text.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
            return text.IndexOf("-->", at, Math.Min(text.Length - at, LongestTag), StringComparison.Ordinal) + 3 is > 2 and var comment ? comment : 0;
        var start = at + 1;
        if (start < text.Length && text[start] is '/' or '!' or '?')
            start++;
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (end > start && text[end] is ':' or '-')))
            end++;
        if (end == start || end >= text.Length || !char.IsAsciiLetter(text[start]) || !(char.IsWhiteSpace(text[end]) || text[end] is '/' or '>'))
            return 0;
        name = text[start..end];
        return EndOfTag(text, end);
    }

    // A ">" in a quoted attribute does not end the tag; if the quotation marks are unbalanced, the first one does.
    private static int EndOfTag(string text, int from)
    {
        var first = 0;
        var quote = '\0';
        for (var i = from; i < text.Length && i - from < LongestTag; i++)
        {
            var c = text[i];
            if (c == '>' && first == 0)
                first = i + 1;
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && i > 0 && text[i - 1] == '=')
                quote = c;
            else if (c == '>')
                return i + 1;
            else if (c == '<')
                return first;
        }
        return first;
    }
}
