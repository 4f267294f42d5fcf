using NewsWire.Ingest.Formats.Feeds;
using NewsWire.Ingest.Formats.News;

namespace NewsWire.Ingest.Formats;

/// <summary>Dispatches to the reader of every format except release pages, by the document's root element or members.</summary>
internal static class DocumentFormats
{
    /// <summary>
    /// Reads the document in the format detected. Release pages are not handled here: each wire reads them with its own template.
    /// </summary>
    public static FormatContent Read(OpenedDocument document) => document.Kind switch
    {
        "xml" => Xml(document),
        "json" => Json(document),
        "iptc" => IptcText.Read(document),
        "html" => FormatContent.Unreadable("html", "This is an HTML page; a feed or a release file was expected."),
        "empty" => FormatContent.Unreadable("unknown", "The document is empty."),
        _ => PlainTextRelease.Read(document),
    };

    private static FormatContent Xml(OpenedDocument document) => document.Xml?.Root switch
    {
        null => FormatContent.Unreadable("unknown", "Not readable as XML: it contains no element."),
        { LocalName: var name } when FeedFormat.Fits(name) => FeedFormat.Read(document),
        { } root when NewsXml.Read(document.Xml!, root) is { } news => news,
        { LocalName: var name } => FormatContent.Unreadable("unknown", $"Unsupported XML format with the root element <{name}>."),
    };

    private static FormatContent Json(OpenedDocument document)
    {
        var (root, warnings) = document.Json;
        return root switch
        {
            null => FormatContent.Unreadable("unknown", "Not readable as JSON."),
            { } feed when JsonFeed.Fits(feed) => JsonFeed.Read(feed, document.Address, warnings),
            { } item when Ninjs.Read(item, warnings) is { } news => news,
            _ => FormatContent.Unreadable("unknown", "Unsupported JSON format."),
        };
    }
}
