using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>Languages of feeds as BCP 47 tags (en-US).</summary>
internal static class FeedLanguage
{
    public static string? OfChannel(WireElement channel) =>
        Tag(channel.TextOf("language") ?? channel.TextOf("dc:language") ?? channel.TextOf("dcterms:language") ?? channel.Language);

    /// <summary>The language that the item itself declares, or null.</summary>
    public static string? OfItem(WireElement item) =>
        Tag(item.TextOf("dc:language") ?? item.TextOf("dcterms:language") ?? item.TextOf("language") ?? item.Attribute("xml:lang")
            ?? item.First("content")?.Attribute("xml:lang") ?? item.First("title")?.Attribute("xml:lang"));

    public static string? Tag(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim().Replace('_', '-');
}
