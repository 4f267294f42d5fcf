using System.Collections.Immutable;
using System.Text.Json;
using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats.Json;
using NewsWire.Ingest.Formats.News;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats;

/// <summary>A decoded document and its detected type; every reader starts from this value.</summary>
/// <param name="Kind">html, xml, json, iptc, text or empty, detected from the content.</param>
/// <param name="Address">Where it was published: the address requested, or the one the page itself names; null where neither is
/// known.</param>
internal sealed record OpenedDocument(string Text, string Kind, Uri? Address, string? FileName, DateTimeOffset FetchedAt, ImmutableArray<string> Warnings)
{
    private IHtmlDocument? _page;
    private bool _pageRead;
    private XmlTree? _xml;
    private DocumentSigns? _signs;
    private (JsonElement? Root, ImmutableArray<string> Warnings)? _json;

    /// <summary>The document parsed as XML, once; null where it is not XML.</summary>
    public XmlTree? Xml => Kind == "xml" ? _xml ??= XmlTree.Read(Text) : null;

    /// <summary>The document parsed as JSON, once, and warnings about repairs; the root is null where it is not JSON.</summary>
    public (JsonElement? Root, ImmutableArray<string> Warnings) Json => _json ??= LenientJson.Read(Text);

    /// <summary>The hosts and publishers the document names, for recognizing its wire.</summary>
    public DocumentSigns Signs => _signs ??= DocumentSigns.Of(this);

    /// <summary>The parsed page, once; null where it is not HTML or is nested too deeply.</summary>
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
        var (text, mended) = Mojibake.Mend(decoded.Text);
        var (kind, start) = DocumentKind.Of(text);
        var warnings = mended ? decoded.Warnings.Add("Text that had been decoded with the wrong encoding was repaired.") : decoded.Warnings;
        if (start > 0)
            warnings = warnings.Add(start == 1 ? "1 character before the document was skipped." : $"{start} characters before the document were skipped.");
        return new OpenedDocument(text[start..], kind, source.Address, source.FileName, source.FetchedAt, warnings);
    }
}
