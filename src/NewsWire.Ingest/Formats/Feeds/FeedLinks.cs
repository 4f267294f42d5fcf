using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>Finds the address of the page of a feed or an item in any of the feed formats.</summary>
internal static class FeedLinks
{
    /// <summary>The address of the page, or null.</summary>
    /// <param name="address">Base for relative addresses where no element sets one.</param>
    public static Uri? Page(WireElement element, Uri? address) =>
        element.All("link").Select(link => Written(link, address)).OfType<Uri>().FirstOrDefault()
        ?? Alternates(element, address).FirstOrDefault()
        ?? element.TextsOf("feedburner:origLink").Select(text => WebAddress.Of(text, address)).OfType<Uri>().FirstOrDefault()
        ?? WebAddress.Of(element.Attribute("href")?.Trim(), element.BaseOf(address))
        ?? element.All("a").Select(link => WebAddress.Of(link.Attribute("href")?.Trim(), link.BaseOf(address))).OfType<Uri>().FirstOrDefault()
        ?? Permanent(element, address);

    /// <summary>True for a link element of this relation.</summary>
    public static bool IsRelated(WireElement link, string relation) => (link.Is("link") || link.Is("atom:link")) && Relation(link) == relation;

    // RSS gives the address as the element's text, not as an attribute.
    private static Uri? Written(WireElement link, Uri? address) =>
        link.BreaksOff || link.Attribute("href") is not null ? null : WebAddress.Of(link.Text.Trim(), link.BaseOf(address));

    // A link to an HTML page is preferred to one to another format of the same content.
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

    // An id that is an address identifies a page too, unless RSS marks it with isPermaLink="false".
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
