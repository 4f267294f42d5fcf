using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats.Json;
using NewsWire.Ingest.Formats.News;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats;

/// <summary>A document as characters, with the kind its content shows: the value every wire's reader starts from.</summary>
/// <param name="Kind">html, xml, json, text, empty, or iptc for a message with a wire's control characters; by content: the declared type is only believed where the content leaves it open.</param>
/// <param name="Address">Where it was published, as far as known: asked, or named by the page itself.</param>
internal sealed partial record OpenedDocument(string Text, string Kind, Uri? Address, string? FileName, DateTimeOffset FetchedAt, ImmutableArray<string> Warnings)
{
    private IHtmlDocument? _page;
    private bool _pageRead;
    private XmlTree? _xml;
    private DocumentSigns? _signs;
    private (JsonElement? Root, ImmutableArray<string> Warnings)? _json;

    /// <summary>The document as XML, read once; null where it is not.</summary>
    public XmlTree? Xml => Kind == "xml" ? _xml ??= XmlTree.Read(Text) : null;

    /// <summary>The document as JSON, read once, with what had to be mended; no root where it is not JSON.</summary>
    public (JsonElement? Root, ImmutableArray<string> Warnings) Json => _json ??= LenientJson.Read(Text);

    /// <summary>Whom the document names as its home.</summary>
    public DocumentSigns Signs => _signs ??= DocumentSigns.Of(this);

    /// <summary>The page, read once; null where it is not HTML or nested too deep to be a page.</summary>
    public IHtmlDocument? Page
    {
        get
        {
            if (!_pageRead)
            {
                _page = Kind == "html" ? HtmlPage.Parse(Text) : null;
                _pageRead = true;
            }
            return _page;
        }
    }

    public static OpenedDocument Open(SourceDocument source)
    {
        if (WireSignals.Fits(source.Bytes.Span))
        {
            var signalled = WireSignals.Decode(source.Bytes.Span, source.ContentType);
            return new OpenedDocument(signalled.Text, "iptc", source.Address, source.FileName, source.FetchedAt, signalled.Warnings);
        }
        var decoded = TextDecoder.Decode(source.Bytes.Span, source.ContentType);
        return new OpenedDocument(decoded.Text, KindOf(decoded.Text), source.Address, source.FileName, source.FetchedAt, decoded.Warnings);
    }

    private static string KindOf(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.Length == 0)
            return "empty";
        // A text in JSON may hold markup too.
        if (start[0] is '{' or '[' && start[1..].TrimStart() is ['"' or '{' or '[' or ']' or '}' or '/', ..])
            return "json";
        if (start[0] != '<')
            return Tag().IsMatch(text.Length > 4000 ? text[..4000] : text) ? "html" : "text";
        while (start.StartsWith("<!--", StringComparison.Ordinal) && start.IndexOf("-->", StringComparison.Ordinal) is var comment and > 0)
            start = start[(comment + 3)..].TrimStart();
        var head = start[..Math.Min(start.Length, 1000)].ToString();
        if (Feed().IsMatch(head))
            return "xml";
        return head.StartsWith("<?xml", StringComparison.Ordinal) && !head.Contains("<html", StringComparison.OrdinalIgnoreCase) ? "xml" : "html";
    }

    [GeneratedRegex("<(?:rss|feed|rdf:RDF|channel|newsItem|newsMessage|packageItem|conceptItem|knowledgeItem|planningItem|catalogItem|NewsML|nitf|release|urlset)[\\s>:]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Feed();

    [GeneratedRegex("<(?:html|body|p|div|table|td|br|h[1-6]|article|pre|a)[\\s/>]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Tag();
}
