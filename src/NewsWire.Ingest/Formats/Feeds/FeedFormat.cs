using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>
/// Reads RSS of every version, Atom and CDF (Microsoft's Channel Definition Format): the feed's own data, and its items as releases.
/// </summary>
internal static class FeedFormat
{
    /// <summary>True for the name of a feed's root element.</summary>
    public static bool Fits(string root) => root.ToLowerInvariant() is "rss" or "rdf" or "feed" or "channel" or "entry";

    public static FormatContent Read(OpenedDocument document)
    {
        var tree = document.Xml!;
        var root = tree.Root!;
        var channel = root.First("channel") ?? root;
        var dialect = FeedDialect.Of(root, document.Address);
        var link = root.Is("entry") ? null : FeedLinks.Page(channel, document.Address);
        // Atom defines the base of relative addresses as the document's; relative addresses in RSS refer to the site's link.
        var address = dialect.Format == "atom" ? document.Address ?? link : link ?? document.Address;
        var feed = new Inherited(FeedLanguage.OfChannel(channel), FeedPeople.OfFeed(channel), [.. FeedCategories.Of(channel)], address);
        var items = Items(root);
        List<FoundRelease> releases = [];
        var lost = 0;
        foreach (var item in items)
        {
            var release = FeedItem.Read(item, dialect, feed);
            if (!item.BreaksOff)
                releases.Add(new FoundRelease(release, item));
            // The complete text of an item that was truncated is only on its page; without an address the item cannot be identified.
            else if (release is { Headline: not null, Url: not null })
                releases.Add(new FoundRelease(release with { BodyHtml = null, Complete = false }, item));
            else
                lost++;
        }
        return new FormatContent
        {
            Format = dialect.Format,
            Feed = root.Is("entry") ? null : Describe(channel, dialect, link, feed.Language),
            Releases = [.. releases],
            Warnings = [.. tree.Warnings, .. BrokenOff(items, lost)],
            Error = releases.Count == 0 && tree.BreaksOff ? "The document is truncated before the end of its first item." : null,
        };
    }

    private static FeedDescription Describe(WireElement channel, FeedDialect dialect, Uri? link, string? language)
    {
        var title = FeedItem.Title(channel, dialect);
        var description = FeedText.First(channel, dialect, "description", "subtitle", "tagline", "atom:subtitle", "abstract", "dc:description", "itunes:summary", "itunes:subtitle", "media:description");
        // An empty description element is reported as empty, not as missing.
        var empty = channel.Elements.Any(element => element.Is("description") || element.Is("subtitle")) ? "" : null;
        return new FeedDescription(title?.Written, link?.AbsoluteUri, description?.Html ?? empty, language, FeedDates.OfFeed(channel)) { TitleIsText = title?.IsText == true };
    }

    // Items inside an item's content are not the feed's; an item directly inside another one means that an end tag is missing.
    private static List<WireElement> Items(WireElement root)
    {
        List<WireElement> items = [];
        if (root.Is("entry"))
            items.Add(root);
        Collect(root, items);
        return items;
    }

    private static void Collect(WireElement parent, List<WireElement> items)
    {
        foreach (var element in parent.Elements)
        {
            if (element.Is("item") || element.Is("entry") || element.Is("atom:entry"))
            {
                items.Add(element);
                Collect(element, items);
            }
            else if (element.Is("channel") || element.Is("items") || (element.Is("feed") && parent.Parent is null))
            {
                Collect(element, items);
            }
        }
    }

    private static IEnumerable<string> BrokenOff(List<WireElement> items, int lost)
    {
        if (items.Count > 0 && items[^1].BreaksOff)
            yield return lost > 0 ? "The truncated last item was left out." : "The truncated last item was kept as an excerpt.";
    }
}
