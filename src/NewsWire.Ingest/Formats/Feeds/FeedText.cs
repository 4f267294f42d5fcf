using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>A text of a feed by the rules of the element it stands in.</summary>
/// <param name="Written">HTML, or text where <paramref name="IsText"/> says so.</param>
/// <param name="IsText">True where the format says that it is text: what looks like a tag in it is meant to be seen.</param>
internal sealed partial record FeedText(string Written, bool IsText)
{
    /// <summary>The text as HTML.</summary>
    public string Html => IsText ? TextAsHtml.Of(Written) : Written;

    /// <summary>The text of the first element of these names that holds one, or null.</summary>
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

    /// <summary>What an element says; null where it is empty, breaks off, or holds something else than text.</summary>
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

    /// <summary>A title has no comments, not even one that never ends.</summary>
    public FeedText WithoutComments() => IsText || !Written.Contains("<!--", StringComparison.Ordinal) ? this : this with { Written = Comment().Replace(Written, "").Trim() };

    // RSS never says what its texts are; they are HTML, and markup that nobody escaped stands in them too.
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
            // Atom 0.3 says nothing where 1.0 says that it is text, and its writers meant either.
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
        // What holds such characters is a picture or a file.
        return text.Warnings.IsEmpty && !text.Text.AsSpan().ContainsAnyInRange('\0', '\b') ? text.Text : null;
    }

    // Feeds carry XHTML as text. Read as HTML, these would take all that follows for their content.
    [GeneratedRegex("""(?<start><(?<name>iframe|script|style|title|textarea|noscript|object|video|audio|xmp|select)\b[^<>]{0,2000}?)\s*/>""", RegexOptions.IgnoreCase, 5000)]
    private static partial Regex ClosedInItself();

    [GeneratedRegex("""<!--.*?(?:-->|$)""", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();
}
