using System.Net;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>Metadata from a page's meta elements: Open Graph, Dublin Core, citation tags and the various names for dates.</summary>
internal sealed class PageMeta
{
    private static readonly string[] Naming = ["property", "name", "itemprop", "http-equiv"];

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    public PageMeta(PageIndex page)
    {
        foreach (var meta in page["meta"])
        {
            if (ShortText.Collapse(WebUtility.HtmlDecode(meta.GetAttribute("content"))) is not { } content)
                continue;
            foreach (var attribute in Naming)
            {
                if (meta.GetAttribute(attribute) is { Length: > 0 } name)
                    Add(name.Trim(), content);
            }
        }
    }

    public string? Headline => First("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title");

    public string? SiteName => First("og:site_name", "application-name");

    public string? Published => First(
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datePublished", "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date",
        "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publishdate", "publication_date", "publicationdate", "pubdate", "pub_date", "release_date", "date");

    public string? Updated => First("article:modified_time", "og:article:modified_time", "og:updated_time", "dateModified", "dcterms.modified", "dc.date.modified", "last-modified", "revised");

    public string? Language => First("dc.language", "dcterms.language", "citation_language", "og:locale", "content-language", "language");

    public string? Address => First("og:url");

    /// <summary>Author names; profile addresses given in their place are left out.</summary>
    public IEnumerable<string> Authors => First("citation_author", "article:author", "author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author") is { } name && !name.Contains("://", StringComparison.Ordinal) ? [name] : [];

    public IEnumerable<string> Categories => All("article:section").Concat(All("article:tag")).Distinct();

    /// <summary>True where og:type is an article.</summary>
    public bool IsArticle => First("og:type") is { } type && type.EndsWith("article", StringComparison.OrdinalIgnoreCase);

    /// <summary>The target of a meta refresh (content="5; url=/elsewhere"), or null.</summary>
    public string? SentOnTo => First("refresh") is { } refresh && refresh.IndexOf("url=", StringComparison.OrdinalIgnoreCase) is var at and >= 0
        ? refresh[(at + 4)..].Trim(' ', '\'', '"')
        : null;

    private string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var values))
                return values[0];
        }
        return null;
    }

    private IEnumerable<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    private void Add(string name, string content)
    {
        if (!_values.TryGetValue(name, out var values))
            _values.Add(name, values = []);
        values.Add(content);
    }
}
