using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>Reads one RSS item or Atom entry as a release.</summary>
internal static class FeedItem
{
    private static readonly string[] Bodies = ["content:encoded", "xhtml:body", "body", "xhtml:div", "fullitem", "content", "atom:content"];
    private static readonly string[] Leads = ["description", "summary", "atom:summary", "abstract", "dc:description", "dcterms:abstract", "itunes:summary", "itunes:subtitle", "googleplay:description", "media:description"];

    public static RawRelease Read(WireElement item, FeedDialect dialect, Inherited feed)
    {
        var address = feed.Address;
        var url = FeedLinks.Page(item, address);
        var title = Title(item, dialect);
        var (body, lead) = Texts(item, dialect);
        return new RawRelease
        {
            Id = item.TextOf("guid") ?? item.TextOf("id") ?? item.TextOf("atom:id") ?? item.Attribute("rdf:about") ?? item.TextOf("dc:identifier"),
            Headline = title?.Written,
            HeadlineIsText = title?.IsText == true,
            Url = url,
            Language = FeedLanguage.OfItem(item) ?? feed.Language,
            Published = FeedDates.Published(item),
            Updated = FeedDates.Updated(item),
            Categories = [.. FeedCategories.Of(item) is { Count: > 0 } labels ? labels : feed.Categories],
            Authors = [.. FeedPeople.Of(item) is { Count: > 0 } own ? own : feed.Authors],
            Summary = lead?.Text.Html ?? body?.Text.Html,
            BodyHtml = body?.Text.Html,
            Base = Base(body?.Element ?? item, dialect, url, address),
            Enclosures = [.. FeedMedia.Of(item, address)],
        };
    }

    /// <summary>The title of an item or a feed, or null.</summary>
    public static FeedText? Title(WireElement element, FeedDialect dialect) =>
        FeedText.First(element, dialect, "title", "atom:title", "dc:title", "media:title", "itunes:title")?.WithoutComments()
        ?? (element.First("media:group") is { } group ? FeedText.First(group, dialect, "media:title") : null);

    // The first full text becomes the body; where only excerpts are given, the longest becomes the lead.
    private static (Found? Body, Found? Lead) Texts(WireElement item, FeedDialect dialect)
    {
        var leads = In(item, Leads, dialect).ToList();
        if (In(item, Bodies, dialect).FirstOrDefault() is { } body)
            return (body, leads.FirstOrDefault());
        if (leads.Count == 0)
            leads = [.. item.Elements.Where(media => media.Is("media:group") || media.Is("media:content")).SelectMany(media => In(media, ["media:description"], dialect))];
        var longest = leads.MaxBy(found => found.Text.Written.Length);
        return (longest, leads.Find(found => found != longest) ?? longest);
    }

    private static IEnumerable<Found> In(WireElement item, string[] names, FeedDialect dialect)
    {
        foreach (var name in names)
        {
            foreach (var element in item.All(name))
            {
                if (FeedText.Of(element, dialect) is { } text)
                    yield return new Found(element, text);
            }
        }
    }

    // Relative links in Atom content refer to the feed; those in RSS content refer to the item's page, from which it was copied.
    private static Uri? Base(WireElement body, FeedDialect dialect, Uri? url, Uri? address) =>
        body.BaseOf(null) ?? (dialect.Format == "atom" || url is null ? body.BaseOf(address) : null);

    private sealed record Found(WireElement Element, FeedText Text);
}

/// <summary>Values of the feed that its items inherit where they give none of their own.</summary>
/// <param name="Address">Base for relative addresses where no element sets one.</param>
internal sealed record Inherited(string? Language, IReadOnlyList<string> Authors, IReadOnlyList<string> Categories, Uri? Address);
