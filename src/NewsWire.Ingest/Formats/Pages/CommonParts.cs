namespace NewsWire.Ingest.Formats.Pages;

/// <summary>Selectors that match most news sites, used where a page has neither JSON-LD nor meta elements.</summary>
internal static class CommonParts
{
    public static readonly PageSelector[] Headline = PageSelector.Compile(["[itemprop=headline]", "h1", ".headline", ".wd_title", ".entry-title", ".post-title", ".article-title", ".release-title", ".news-title", ".title"]);

    public static readonly PageSelector[] Subheadline = PageSelector.Compile(["[itemprop=alternativeHeadline]", ".subtitle", ".subheadline", ".sub-headline", ".subhead", ".sub-title", ".standfirst", ".deck", ".dek"]);

    public static readonly PageSelector[] Published = PageSelector.Compile(["[itemprop=datePublished]", "time[pubdate]", "time[datetime]", "time"]);

    public static readonly PageSelector[] Updated = PageSelector.Compile(["[itemprop=dateModified]"]);

    public static readonly PageSelector[] Author = PageSelector.Compile(["[itemprop=author] [itemprop=name]", "[itemprop=author]", "[rel=author]", ".byline", ".author"]);

    public static readonly PageSelector[] Body = PageSelector.Compile(["[itemprop=articleBody]"]);

    public static readonly PageSelector[] Article = PageSelector.Compile(["article", "main", "[role=main]"]);

    /// <summary>The index keys these selectors need.</summary>
    public static IEnumerable<string> Keys { get; } = new[] { Headline, Subheadline, Published, Updated, Author, Body, Article }
        .SelectMany(selectors => selectors).Select(selector => selector.Key)
        .Concat(["meta", "link", "base", "script", "title", "h2", "h3", "a", "frame", "noscript", "[data-cfemail"]).Distinct().ToList();
}
