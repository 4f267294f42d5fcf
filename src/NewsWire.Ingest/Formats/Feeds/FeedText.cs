using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>The text of a feed element, read by the rules of the element and the format.</summary>
/// <param name="Written">HTML, or text where <paramref name="IsText"/> says so.</param>
/// <param name="IsText">True where the format declares plain text; characters that look like tags are then content.</param>
internal sealed partial record FeedText(string Written, bool IsText)
{
    /// <summary>The text as HTML; plain text is escaped.</summary>
    public string Html => IsText ? TextAsHtml.Of(Written) : Written;

    /// <summary>The text of the first of these elements that has any, or null.</summary>
    public static FeedText? First(WireElement parent, FeedDialect dialect, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var element in parent.All(name))
            {
                if (Of(element, dialect) is { } text)
                    return text;
            }
        }
        return null;
    }

    /// <summary>The text of an element; null where it is empty, truncated, or holds something other than text.</summary>
    public static FeedText? Of(WireElement element, FeedDialect dialect)
    {
        if (element.BreaksOff)
            return null;
        var text = dialect.IsAtom(element) ? Atom(element, dialect) : Other(element, dialect);
        if (string.IsNullOrWhiteSpace(text?.Written))
            return null;
        var written = text.Written.Trim();
        return text with { Written = text.IsText || !written.Contains("/>", StringComparison.Ordinal) ? written : ClosedInItself().Replace(written, "${start}></${name}>") };
    }

    /// <summary>The text without HTML comments, including unterminated ones, which titles must not contain.</summary>
    public FeedText WithoutComments() => IsText || !Written.Contains("<!--", StringComparison.Ordinal) ? this : this with { Written = Comment().Replace(Written, "").Trim() };

    // RSS does not declare the type of its texts; they are HTML, sometimes as unescaped elements.
    private static FeedText Other(WireElement element, FeedDialect dialect) => element.HasElements
        ? new FeedText(FeedMarkup.Inside(element, dialect.Address, textIsHtml: true), false)
        : element.Attribute("type") is "plain" or "text/plain" ? new FeedText(element.Text, true) : new FeedText(EscapedMarkup.Unescaped(element.Text), false);

    private static FeedText? Atom(WireElement element, FeedDialect dialect)
    {
        var type = element.Attribute("type")?.Split(';')[0].Trim().ToLowerInvariant();
        var mode = element.Attribute("mode")?.Trim().ToLowerInvariant();
        var isText = type is "text" or "text/plain";
        if (element.HasElements)
            return new FeedText(FeedMarkup.Inside(element, dialect.Address, textIsHtml: type is "html" or "text/html" && mode is not "xml"), false);
        if (mode is "base64" || IsBinary(type))
            return Decoded(element.Text) is { } decoded ? new FeedText(decoded, isText) : null;
        return new FeedText(element.Text, type switch
        {
            "html" or "text/html" => mode is "xml",
            // Without a type, Atom 1.0 means plain text; Atom 0.3 does not define it, and feeds send both.
            null or "" => mode is "xml" || !dialect.IsAtom03,
            _ => true,
        });
    }

    private static bool IsBinary(string? type) =>
        type is not null && type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal);

    private static string? Decoded(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
            return base64;
        var text = TextDecoder.Decode(bytes.AsSpan(0, length), null);
        // Undecodable bytes or control characters mean that the content is a binary file.
        return text.Warnings.IsEmpty && !text.Text.AsSpan().ContainsAnyInRange('\0', '\b') ? text.Text : null;
    }

    // Feeds carry XHTML as text. Parsed as HTML, these self-closed elements would swallow everything after them.
    [GeneratedRegex("""(?<start><(?<name>iframe|script|style|title|textarea|noscript|object|video|audio|xmp|select)\b[^<>]{0,2000}?)\s*/>""", RegexOptions.IgnoreCase, 5000)]
    private static partial Regex ClosedInItself();

    [GeneratedRegex("""<!--.*?(?:-->|$)""", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();
}
