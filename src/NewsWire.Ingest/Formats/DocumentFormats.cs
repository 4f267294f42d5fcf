using NewsWire.Ingest.Formats.Feeds;
using NewsWire.Ingest.Formats.News;

namespace NewsWire.Ingest.Formats;

/// <summary>Every format but the release page, each found by how its documents begin: adding one is a line here and its file.</summary>
internal static class DocumentFormats
{
    /// <summary>What the document holds. Pages are read by the wire's own template and are not for this room.</summary>
    public static FormatContent Read(OpenedDocument document) => document.Kind switch
    {
        "xml" => Xml(document),
        "json" => Json(document),
        "iptc" => IptcText.Read(document),
        "html" => FormatContent.Unreadable("html", "This is a page, where a feed or a release file was expected."),
        "empty" => FormatContent.Unreadable("unknown", "The document is empty."),
        _ => PlainTextRelease.Read(document),
    };

    private static FormatContent Xml(OpenedDocument document) => document.Xml?.Root switch
    {
        null => FormatContent.Unreadable("unknown", "This is not readable as XML: there is no element in it."),
        { LocalName: var name } when FeedFormat.Fits(name) => FeedFormat.Read(document),
        { } root when NewsXml.Read(document.Xml!, root) is { } news => news,
        { LocalName: var name } => FormatContent.Unreadable("unknown", $"XML was sent, but no format that NewsWire knows: its first element is <{name}>."),
    };

    private static FormatContent Json(OpenedDocument document)
    {
        var (root, warnings) = document.Json;
        return root switch
        {
            null => FormatContent.Unreadable("unknown", "This is not readable as JSON, though it begins like it."),
            { } feed when JsonFeed.Fits(feed) => JsonFeed.Read(feed, document.Address, warnings),
            { } item when Ninjs.Read(item, warnings) is { } news => news,
            _ => FormatContent.Unreadable("unknown", "JSON was sent, but no format that NewsWire knows."),
        };
    }
}
