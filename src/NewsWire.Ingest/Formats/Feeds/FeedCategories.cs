using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>What an item is said to be about, in the order it is said: labels, and terms where they are words of their own.</summary>
internal static class FeedCategories
{
    public static IEnumerable<string> Of(WireElement item) =>
        item.Elements.Where(element => !element.BreaksOff).SelectMany(Labels).Select(label => label.Trim()).Where(label => label.Length > 0).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Labels(WireElement element) => element.Name.ToLowerInvariant() switch
    {
        "category" or "atom:category" => [element.Attribute("label") ?? "", element.Attribute("term") ?? "", element.Text],
        "media:category" => [element.Attribute("label") ?? "", element.Text],
        "dc:subject" or "dcterms:subject" => [element.Text],
        "itunes:category" => element.Descendants("itunes:category").Prepend(element).Select(category => category.Attribute("text") ?? category.Text),
        "itunes:keywords" or "media:keywords" => element.Text.Split(','),
        "media:group" => element.Elements.SelectMany(Labels),
        _ => [],
    };
}
