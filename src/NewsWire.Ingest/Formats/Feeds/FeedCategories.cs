using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>The categories of an item in document order: labels, and terms where they are readable words and not only codes.</summary>
internal static class FeedCategories
{
    public static IReadOnlyList<string> Of(WireElement item)
    {
        List<string> labels = [];
        foreach (var element in item.Elements)
        {
            if (element.BreaksOff)
                continue;
            foreach (var label in Labels(element))
            {
                if (label.Trim() is { Length: > 0 } trimmed)
                    labels.Add(trimmed);
            }
        }
        return labels.Count < 2 ? labels : [.. labels.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Labels(WireElement element)
    {
        if (element.Is("category") || element.Is("atom:category"))
            return [element.Attribute("label") ?? "", element.Attribute("term") ?? "", element.Text];
        if (element.Is("dc:subject") || element.Is("dcterms:subject"))
            return [element.Text];
        if (element.Is("media:category"))
            return [element.Attribute("label") ?? "", element.Text];
        if (element.Is("itunes:category"))
            return element.Descendants("itunes:category").Prepend(element).Select(category => category.Attribute("text") ?? category.Text);
        if (element.Is("itunes:keywords") || element.Is("media:keywords"))
            return element.Text.Split(',');
        return element.Is("media:group") ? element.Elements.SelectMany(Labels) : [];
    }
}
