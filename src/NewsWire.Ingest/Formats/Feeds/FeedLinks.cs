using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>The page that a feed or an item stands for, however its format says so.</summary>
internal static class FeedLinks
{
    /// <summary>The address of the page, or null.</summary>
    /// <param name="address">What it is relative to where no element says it.</param>
    public static Uri? Page(WireElement element, Uri? address) =>
        element.All("link").Select(link => Written(link, address)).OfType<Uri>().FirstOrDefault()
        ?? Alternates(element, address).FirstOrDefault()
        ?? element.TextsOf("feedburner:origLink").Select(text => WebAddress.Of(text, address)).OfType<Uri>().FirstOrDefault()
        ?? WebAddress.Of(element.Attribute("href")?.Trim(), element.BaseOf(address))
        ?? element.All("a").Select(link => WebAddress.Of(link.Attribute("href")?.Trim(), link.BaseOf(address))).OfType<Uri>().FirstOrDefault()
        ?? Permanent(element, address);

    /// <summary>True for a link of this relation.</summary>
    public static bool IsRelated(WireElement link, string relation) => (link.Is("link") || link.Is("atom:link")) && Relation(link) == relation;

    // RSS writes the address as text.
    private static Uri? Written(WireElement link, Uri? address) =>
        link.BreaksOff || link.Attribute("href") is not null ? null : WebAddress.Of(link.Text.Trim(), link.BaseOf(address));

    // A page is better than the same thing in another format.
    private static IEnumerable<Uri> Alternates(WireElement element, Uri? address) =>
        element.Elements.Where(link => IsRelated(link, "alternate"))
            .OrderBy(link => link.Attribute("type") is { } type && !type.Contains("html", StringComparison.OrdinalIgnoreCase))
            .Select(link => WebAddress.Of(link.Attribute("href")?.Trim(), link.BaseOf(address)))
            .OfType<Uri>();

    private static string Relation(WireElement link)
    {
        var relation = link.Attribute("rel")?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(relation) ? "alternate" : relation[(relation.LastIndexOf('/') + 1)..];
    }

    // An id that is an address is a page too, unless RSS says it is not.
    private static Uri? Permanent(WireElement element, Uri? address)
    {
        foreach (var guid in element.All("guid"))
        {
            if (!guid.BreaksOff && !string.Equals(guid.Attribute("isPermaLink")?.Trim(), "false", StringComparison.OrdinalIgnoreCase))
                return WebAddress.Of(guid.Text.Trim(), guid.Attribute("isPermaLink") is null ? null : guid.BaseOf(address));
        }
        return WebAddress.Of(element.TextOf("id")) ?? WebAddress.Of(element.TextOf("atom:id")) ?? WebAddress.Of(element.Attribute("rdf:about")?.Trim());
    }
}
