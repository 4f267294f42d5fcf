using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Wires;

/// <summary>Any feed or page that no wire of its own is known for: read by what feeds and articles have in common.</summary>
internal sealed class AnyFeed : IWire
{
    public string Key => "other";
    public string Name => "Other sources";
    public Uri? Home => null;

    public int Recognize(OpenedDocument document) => 0;

    public ParsedDocument Parse(OpenedDocument document) => document.Kind switch
    {
        "xml" => Feed(document),
        "html" => Page(document),
        "empty" => ParsedDocument.Unreadable("unknown", Key, "The document is empty."),
        _ => ParsedDocument.Unreadable("unknown", Key, "This is neither a feed nor a page that NewsWire can read."),
    };

    private ParsedDocument Feed(OpenedDocument document)
    {
        var feed = FeedReader.Read(document.Text);
        var releases = feed.Items.Select(item => Release(item, feed.Description.Language)).ToList();
        return new ParsedDocument
        {
            Format = feed.Format,
            Wire = Key,
            Feed = feed.Description,
            Releases = [.. releases],
            Warnings = [.. document.Warnings, .. feed.Warnings],
            Error = feed.Error,
        };
    }

    private static RawRelease Release(FeedItem item, string? feedLanguage)
    {
        var link = item.Text("link") ?? item.Elements("link").FirstOrDefault(element => element.Attribute("rel")?.Value is null or "alternate")?.Attribute("href")?.Value;
        return new RawRelease
        {
            Id = item.Text("guid") ?? item.Text("id") ?? item.Text("dc:identifier"),
            Headline = item.Text("title"),
            Url = WebAddress.Of(link ?? item.Text("guid")),
            Language = item.Text("dc:language") ?? feedLanguage,
            Published = item.Text("pubDate") ?? item.Text("published") ?? item.Text("issued") ?? item.Text("dc:date") ?? item.Text("updated"),
            Updated = item.Text("updated") ?? item.Text("dc:modified"),
            Issuer = item.Text("dc:contributor"),
            Categories = [.. item.Elements("category").Select(element => element.Attribute("label")?.Value ?? element.Attribute("term")?.Value ?? element.Value.Trim()).Where(label => label.Length > 0).Concat(item.Texts("dc:subject"))],
            Authors = [.. item.Texts("dc:creator").Concat(item.Texts("author"))],
            Summary = item.Html("description") ?? item.Html("summary"),
            BodyHtml = item.Html("content:encoded") ?? item.Html("content") ?? item.Html("description"),
        };
    }

    private ParsedDocument Page(OpenedDocument document)
    {
        var page = document.Page;
        var body = page?.QuerySelector("[itemprop=articleBody], article, main");
        var headline = page?.QuerySelector("article h1, main h1, h1")?.TextContent.Trim();
        if (page is null || body is null || string.IsNullOrEmpty(headline))
            return ParsedDocument.Unreadable("html", Key, "No release was found on this page: it has no headline with an article under it.") with { Warnings = document.Warnings };
        var canonical = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
        var url = WebAddress.Of(canonical, document.Address) ?? document.Address;
        return new ParsedDocument
        {
            Format = "html",
            Wire = Key,
            Warnings = document.Warnings,
            Releases =
            [
                new RawRelease
                {
                    Id = url?.AbsoluteUri,
                    Headline = headline,
                    Url = url,
                    Language = page.DocumentElement.GetAttribute("lang"),
                    Published = page.QuerySelector("meta[property='article:published_time']")?.GetAttribute("content") ?? page.QuerySelector("time[datetime]")?.GetAttribute("datetime"),
                    BodyHtml = Markup.Inside(body, element => element.LocalName is "h1" or "nav" or "aside" or "footer" or "form"),
                },
            ],
        };
    }
}
