using System.Collections.Immutable;
using System.Text.Json;
using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats.Json;
using NewsWire.Ingest.Formats.News;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats;

/// <summary>A document as characters, with the kind its content shows: the value every wire's reader starts from.</summary>
/// <param name="Kind">html, xml, json, iptc, text or empty, by content.</param>
/// <param name="Address">Where it was published, as far as known: asked, or named by the page itself.</param>
internal sealed record OpenedDocument(string Text, string Kind, Uri? Address, string? FileName, DateTimeOffset FetchedAt, ImmutableArray<string> Warnings)
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
        var (text, mended) = Mojibake.Mend(decoded.Text);
        var (kind, start) = DocumentKind.Of(text);
        var warnings = mended ? decoded.Warnings.Add("Some of it was read in a wrong encoding before it came here; it was put right.") : decoded.Warnings;
        warnings = start == 0 ? warnings : warnings.Add($"{start} characters before the beginning of the document were passed over.");
        return new OpenedDocument(text[start..], kind, source.Address, source.FileName, source.FetchedAt, warnings);
    }
}
