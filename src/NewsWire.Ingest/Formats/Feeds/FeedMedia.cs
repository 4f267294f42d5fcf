using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>The files that come with an item, each once, with absolute addresses where they can be made.</summary>
internal static class FeedMedia
{
    public static IEnumerable<Enclosure> Of(WireElement item, Uri? address) =>
        In(item, address).Concat(Pictures(item, address)).DistinctBy(file => file.Url, StringComparer.Ordinal);

    private static IEnumerable<Enclosure> In(WireElement parent, Uri? address)
    {
        foreach (var element in parent.Elements)
        {
            if (element.Is("media:group"))
            {
                foreach (var inner in In(element, address))
                    yield return inner;
            }
            else if (Url(element) is { } url && File(element, url, address) is { } file)
            {
                yield return file;
            }
        }
    }

    private static string? Url(WireElement element) =>
        element.Is("enclosure") ? element.Parent?.TextOf("feedburner:origEnclosureLink") ?? element.Attribute("url") ?? element.Attribute("rdf:resource") ?? element.Attribute("resource")
        : element.Is("media:content") ? element.Attribute("url")
        : element.Is("media:peerLink") ? element.Attribute("href")
        : element.Is("content") ? element.Attribute("src")
        : FeedLinks.IsRelated(element, "enclosure") ? element.Attribute("href")
        : null;

    // A small picture says what the large one says, so it comes last.
    private static IEnumerable<Enclosure> Pictures(WireElement item, Uri? address) =>
        item.Elements.Where(element => element.Is("media:thumbnail") || element.Is("media:group") || element.Is("media:content"))
            .SelectMany(element => element.Descendants("media:thumbnail").Prepend(element).Where(picture => picture.Is("media:thumbnail")))
            .Select(picture => File(picture, picture.Attribute("url"), address))
            .OfType<Enclosure>();

    private static Enclosure? File(WireElement element, string? url, Uri? address)
    {
        if (string.IsNullOrWhiteSpace(url) || WebAddress.Resolve(url.Trim(), element.BaseOf(address)) is not { } absolute)
            return null;
        var title = element.Attribute("title") ?? element.TextOf("media:title");
        return new Enclosure(absolute.AbsoluteUri, element.Attribute("type") is { Length: > 0 } type ? type.Trim() : null, string.IsNullOrWhiteSpace(title) ? null : title.Trim());
    }
}
