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
        var atom = root.LocalName is "feed" or "entry";
        var channel = root.First("channel") ?? root;
        var items = root.Descendants("item").Concat(root.Descendants("entry")).ToList();
        // An item that the document breaks off in is not known to be whole; a text must not be stored cut.
        var whole = items.Where(item => !item.BreaksOff).ToList();
        var language = channel.TextOf("language") ?? channel.Language;
        return new FormatContent
        {
            Format = atom ? "atom" : "rss",
            Feed = new FeedDescription(channel.TextOf("title"), Link(channel)?.AbsoluteUri, channel.TextOf("description") ?? channel.TextOf("subtitle") ?? channel.TextOf("tagline"), language, channel.TextOf("lastBuildDate") ?? channel.TextOf("updated") ?? channel.TextOf("pubDate") ?? channel.TextOf("modified")),
            Releases = [.. whole.Select(item => new FoundRelease(Release(item, language), item))],
            Warnings = tree.Warnings,
            Error = whole.Count == 0 && tree.BreaksOff ? tree.Warnings[^1] : null,
        };
    }

    private static RawRelease Release(WireElement item, string? feedLanguage) => new()
    {
        Id = item.TextOf("guid") ?? item.TextOf("id") ?? item.TextOf("dc:identifier"),
        Headline = item.TextOf("title"),
        Url = Link(item) ?? WebAddress.Of(item.TextOf("guid")),
        Language = item.TextOf("dc:language") ?? feedLanguage,
        Published = item.TextOf("pubDate") ?? item.TextOf("published") ?? item.TextOf("issued") ?? item.TextOf("dc:date") ?? item.TextOf("updated"),
        Updated = item.TextOf("updated") ?? item.TextOf("dc:modified"),
        Categories = [.. item.All("category").Select(category => category.Attribute("label") ?? category.Attribute("term") ?? category.Text.Trim()).Where(label => label.Length > 0).Concat(item.TextsOf("dc:subject"))],
        Authors = [.. item.TextsOf("dc:creator").Concat(item.TextsOf("author"))],
        Summary = item.TextOf("description") ?? item.TextOf("summary"),
        BodyHtml = item.TextOf("content:encoded") ?? item.TextOf("content") ?? item.TextOf("description"),
        Enclosures = [.. item.All("media:content").Concat(item.All("enclosure")).Where(media => media.Attribute("url") is { Length: > 0 }).Select(media => new Enclosure(media.Attribute("url")!, media.Attribute("type")))],
    };

    private static Uri? Link(WireElement element)
    {
        foreach (var link in element.All("link"))
        {
            if (link.Attribute("rel") is null or "alternate" && WebAddress.Of(link.Attribute("href") ?? link.Text.Trim()) is { } address)
                return address;
        }
        return null;
    }
}
