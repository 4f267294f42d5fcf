using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>The times of an item or a feed, as written: the first of several elements that parses as a time.</summary>
internal static class FeedDates
{
    private static readonly string[] PublishedNames = ["pubDate", "published", "atom:published", "issued", "atom:issued", "dcterms:issued", "dc:issued", "dc:date", "dcterms:date", "created", "dcterms:created", "dcterms:available", "date"];
    private static readonly string[] UpdatedNames = ["updated", "atom:updated", "modified", "atom:modified", "dcterms:modified", "dc:modified", "lastBuildDate", "lastmod"];

    /// <summary>When an item was published; its modification time where only that is given; null where neither is.</summary>
    public static string? Published(WireElement item) => First(item, PublishedNames) ?? Updated(item);

    public static string? Updated(WireElement item) => First(item, UpdatedNames) ?? item.Attribute("lastmod");

    /// <summary>When a feed was last changed, or else published; null where neither is given.</summary>
    public static string? OfFeed(WireElement channel) => First(channel, ["lastBuildDate", .. UpdatedNames]) ?? channel.Attribute("lastmod") ?? First(channel, PublishedNames);

    private static string? First(WireElement element, string[] names)
    {
        string? first = null;
        foreach (var name in names)
        {
            foreach (var text in element.TextsOf(name))
            {
                // A single candidate is returned as written; candidates are only parsed where there are several to choose from.
                if (first is not null && WireDates.Read(first) is not null)
                    return first;
                if (first is null || WireDates.Read(text) is not null)
                    first = text;
            }
        }
        return first;
    }
}
