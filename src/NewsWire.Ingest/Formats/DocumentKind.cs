using System.Buffers;
using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// Detects the type of a document from its first characters: html, xml, json, text or empty, and where it begins if junk precedes it.
/// </summary>
internal static partial class DocumentKind
{
    // Maximum number of characters of junk (for example PHP warnings) skipped before the root element.
    private const int LongestJunk = 20_000;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    private static readonly HashSet<string> PageElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "head", "body", "title", "meta", "link", "base", "script", "style", "noscript", "p", "div", "span", "br", "hr", "a", "b", "i", "u", "em", "strong", "font", "center",
        "table", "tbody", "tr", "td", "ul", "ol", "li", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "img", "pre", "blockquote", "form", "iframe",
        "article", "section", "main", "header", "footer", "nav", "aside", "figure", "svg",
    };

    public static (string Kind, int Start) Of(string text)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (start == text.Length)
            return ("empty", 0);
        if (text[start] == '<')
        {
            var (name, declared) = FirstElement(text, start);
            if (name is null)
                return (declared ? "xml" : "html", 0);
            if (!PageElements.Contains(name))
                return ("xml", 0);
            // These elements are fragments of a server's error message in front of a feed; any other HTML element
            // means the document is a page.
            if (name.ToLowerInvariant() is not ("br" or "b" or "p" or "div" or "font"))
                return ("html", 0);
        }
        else if (text[start] is '{' or '[' && Json().IsMatch(text.AsSpan(start, Math.Min(text.Length - start, 400))))
        {
            return ("json", 0);
        }
        var head = text.Length > LongestJunk ? text[..LongestJunk] : text;
        if (Feed().Match(head) is { Success: true } feed && !Page().IsMatch(head.AsSpan(0, feed.Index)))
            return ("xml", feed.Index);
        return (text[start] == '<' || Tag().IsMatch(text.Length > 4000 ? text[..4000] : text) ? "html" : "text", 0);
    }

    /// <summary>The first element's name without its prefix, or null, and whether an XML declaration precedes it.</summary>
    private static (string? Name, bool Declared) FirstElement(string text, int start)
    {
        var declared = text.AsSpan(start).StartsWith("<?xml");
        var scan = new XmlScan(text);
        var typeRead = false;
        for (var at = start; at >= 0 && at < text.Length; at = text.IndexOf('<', at))
        {
            var kind = scan.KindAt(at);
            if (kind is XmlScan.Kind.DocumentType && typeRead)
                return (null, declared);
            typeRead |= kind is XmlScan.Kind.DocumentType;
            if (kind is XmlScan.Kind.Start)
            {
                var rest = text.AsSpan(at + 1, Math.Min(text.Length - at - 1, 200));
                var end = rest.IndexOfAny(NameEnds);
                var name = end < 0 ? rest : rest[..end];
                return (name[(name.LastIndexOf(':') + 1)..].ToString(), declared);
            }
            if (kind is XmlScan.Kind.DocumentType && text.AsSpan(at, Math.Min(40, text.Length - at)).Contains("html", StringComparison.OrdinalIgnoreCase))
                return ("html", declared);
            at = kind switch
            {
                XmlScan.Kind.DocumentType => XmlDocumentType.Read(text, at).End,
                XmlScan.Kind.Comment or XmlScan.Kind.Instruction or XmlScan.Kind.Declaration => scan.EndOf(kind, at),
                _ => at + 1,
            };
        }
        return (null, declared);
    }

    [GeneratedRegex("""<\?xml\s[^<>]{0,200}\?>\s*<(?!html|!doctype html)[A-Za-z!]|<(?:rss\s[^<>]{0,500}version|(?:\w+:)?RDF\s|feed\s[^<>]{0,500}xmlns)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Feed();

    [GeneratedRegex("""<(?:!doctype\s+html|html|head|body)[\s>]""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Page();

    [GeneratedRegex("""^(?:\{\s*["}/]|\[\s*[\[{"\]/])""", RegexOptions.None, 1000)]
    private static partial Regex Json();

    [GeneratedRegex("""<(?:html|body|p|div|table|td|br|h[1-6]|article|pre|a)[\s/>]""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Tag();
}
