using System.Globalization;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>The files attached to an item, each once, with absolute addresses where they can be resolved.</summary>
internal static class FeedMedia
{
    public static IEnumerable<Enclosure> Of(WireElement item, Uri? address)
    {
        List<Enclosure> files = [];
        AddIn(item, address, files);
        // Thumbnails come last, so that the full-size picture of the same file is preferred.
        AddPictures(item, address, files);
        return files.Count < 2 ? files : files.DistinctBy(file => file.Url, StringComparer.Ordinal);
    }

    private static void AddIn(WireElement parent, Uri? address, List<Enclosure> files)
    {
        foreach (var element in parent.Elements)
        {
            if (element.Is("media:group"))
                AddIn(element, address, files);
            else if (Url(element) is { } url && File(element, url, address) is { } file)
                files.Add(file);
        }
    }

    private static string? Url(WireElement element) =>
        element.Is("enclosure") ? element.Parent?.TextOf("feedburner:origEnclosureLink") ?? element.Attribute("url") ?? element.Attribute("rdf:resource") ?? element.Attribute("resource")
        : element.Is("media:content") ? element.Attribute("url")
        : element.Is("media:peerLink") ? element.Attribute("href")
        : element.Is("content") ? element.Attribute("src")
        : FeedLinks.IsRelated(element, "enclosure") ? element.Attribute("href")
        : null;

    private static void AddPictures(WireElement item, Uri? address, List<Enclosure> files)
    {
        foreach (var element in item.Elements)
        {
            if (element.Is("media:thumbnail") || element.Is("media:group") || element.Is("media:content"))
                files.AddRange(element.Descendants("media:thumbnail").Prepend(element).Where(picture => picture.Is("media:thumbnail")).Select(picture => File(picture, picture.Attribute("url"), address)).OfType<Enclosure>());
        }
    }

    private static Enclosure? File(WireElement element, string? url, Uri? address)
    {
        if (string.IsNullOrWhiteSpace(url) || WebAddress.Resolve(url.Trim(), element.BaseOf(address)) is not { } absolute)
            return null;
        return new Enclosure(absolute.AbsoluteUri, Text(element.Attribute("type")), Text(element.Attribute("title") ?? element.TextOf("media:title") ?? Shared(element, "media:title") ?? element.TextOf("media:description")))
        {
            Length = Size(element.Attribute("length") ?? element.Attribute("fileSize")),
            Credit = Credit(element) ?? Credit(element.Parent),
            Medium = Text(element.Attribute("medium")),
        };
    }

    // A group says once what is the same for all its sizes.
    private static string? Shared(WireElement element, string name) => element.Parent is { } parent && parent.Is("media:group") ? parent.TextOf(name) : null;

    // Whoever publishes or distributes a picture did not make it.
    private static string? Credit(WireElement? element) => element?.All("media:credit")
        .Where(credit => credit.Attribute("role") is not { } role || !(role.Contains("publish", StringComparison.OrdinalIgnoreCase) || role.Contains("distribut", StringComparison.OrdinalIgnoreCase)))
        .Select(credit => Text(credit.Text)).FirstOrDefault(name => name is not null);

    // Many writers put 0 where they do not know.
    private static long? Size(string? written) => long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;

    private static string? Text(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();
}
