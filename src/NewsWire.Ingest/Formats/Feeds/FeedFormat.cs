using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>RSS of every version, Atom and CDF: what a feed says of itself, and its items as releases.</summary>
internal static class FeedFormat
{
    /// <summary>True for the first element of a feed.</summary>
    public static bool Fits(string root) => root.ToLowerInvariant() is "rss" or "rdf" or "feed" or "channel" or "entry";

    public static FormatContent Read(OpenedDocument document)
    {
        var tree = document.Xml!;
        var root = tree.Root!;
        var channel = root.First("channel") ?? root;
        var dialect = FeedDialect.Of(root, document.Address);
        var link = root.Is("entry") ? null : FeedLinks.Page(channel, document.Address);
        // Atom says what its addresses are relative to; those of RSS are the site's.
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
            // Only its page knows the rest; without one there is nothing to know it by.
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
            Error = releases.Count == 0 && tree.BreaksOff ? "The document breaks off before its first item ends." : null,
        };
    }

    private static FeedDescription Describe(WireElement channel, FeedDialect dialect, Uri? link, string? language)
    {
        var title = FeedItem.Title(channel, dialect);
        var description = FeedText.First(channel, dialect, "description", "subtitle", "tagline", "atom:subtitle", "abstract", "dc:description", "itunes:summary", "itunes:subtitle", "media:description");
        // An empty description is one too: whoever looks sees that it was not overlooked.
        var empty = channel.Elements.Any(element => element.Is("description") || element.Is("subtitle")) ? "" : null;
        return new FeedDescription(title?.Written, link?.AbsoluteUri, description?.Html ?? empty, language, FeedDates.OfFeed(channel)) { TitleIsText = title?.IsText == true };
    }

    // What an item carries in its content is not the feed's; an item directly in another one is a missing end.
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
            yield return lost > 0 ? "The item in which it breaks off was left out." : "Of the item in which it breaks off, what was whole was kept as a lead.";
    }
}
