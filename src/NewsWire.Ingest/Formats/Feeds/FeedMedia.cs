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
            var found = element.Name.ToLowerInvariant() switch
            {
                "enclosure" => [File(element, parent.TextOf("feedburner:origEnclosureLink") ?? element.Attribute("url") ?? element.Attribute("rdf:resource") ?? element.Attribute("resource"), address, null)],
                "media:content" => [File(element, element.Attribute("url"), address, element.TextOf("media:title"))],
                "media:peerlink" => [File(element, element.Attribute("href"), address, null)],
                "media:group" => In(element, address),
                "content" => [File(element, element.Attribute("src"), address, null)],
                _ => Enumerable.Empty<Enclosure?>(),
            };
            foreach (var file in found.OfType<Enclosure>())
                yield return file;
        }
        foreach (var link in FeedLinks.Related(parent, "enclosure"))
        {
            if (File(link, link.Attribute("href"), address, link.Attribute("title")) is { } file)
                yield return file;
        }
    }

    // A small picture says what the large one says, so it comes last.
    private static IEnumerable<Enclosure> Pictures(WireElement item, Uri? address) =>
        item.Descendants("media:thumbnail").Select(picture => File(picture, picture.Attribute("url"), address, null)).OfType<Enclosure>();

    private static Enclosure? File(WireElement element, string? url, Uri? address, string? title)
    {
        if (string.IsNullOrWhiteSpace(url) || WebAddress.Resolve(url.Trim(), element.BaseOf(address)) is not { } absolute)
            return null;
        return new Enclosure(absolute.AbsoluteUri, element.Attribute("type") is { Length: > 0 } type ? type.Trim() : null, string.IsNullOrWhiteSpace(title) ? null : title.Trim());
    }
}
