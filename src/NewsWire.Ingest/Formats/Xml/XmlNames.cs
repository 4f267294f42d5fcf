namespace NewsWire.Ingest.Formats.Xml;

/// <summary>
/// The usual prefixes of known namespaces. Documents declare other prefixes, misspell the namespace or do not declare it: a known namespace
/// gives the usual prefix; otherwise the document's own prefix is kept.
/// </summary>
internal static class XmlNames
{
    private static readonly (string Start, string Prefix)[] Known =
    [
        ("http://www.w3.org/2005/atom", "atom"), ("http://purl.org/atom/", "atom"), ("http://example.com/newformat#", "atom"), ("http://necho", "atom"),
        ("http://purl.org/dc/elements/", "dc"), ("http://dublincore.org/documents/dcmi-namespace", "dc"), ("http://purl.org/dc/terms", "dcterms"),
        ("http://purl.org/rss/1.0/modules/content", "content"), ("http://purl.org/rss/1.0/modules/encoded", "content"),
        ("http://purl.org/rss/1.0/modules/slash", "slash"), ("http://purl.org/rss/1.0/modules/syndication", "sy"), ("http://purl.org/rss/1.0/modules/link", "l"),
        ("http://purl.org/rss/1.0", ""), ("http://purl.org/rss/", ""), ("http://purl.org/net/rss", ""), ("http://channel.netscape.com/rdf", ""), ("http://my.netscape.com/rdf", ""), ("http://my.netscape.com/publish", ""),
        ("http://backend.userland.com/", ""), ("http://blogs.law.harvard.edu/tech/rss", ""), ("http://www.rssboard.org/", ""), ("http://cyber.harvard.edu/rss", ""),
        ("http://search.yahoo.com/mrss", "media"), ("http://video.search.yahoo.com/mrss", "media"), ("http://tools.search.yahoo.com/mrss", "media"), ("http://blogs.yahoo.com/mrss", "media"),
        ("http://www.itunes.com/dtds/podcast", "itunes"), ("http://example.com/dtds/podcast", "itunes"),
        ("http://www.w3.org/1999/xhtml", "xhtml"), ("http://www.w3.org/tr/xhtml", "xhtml"), ("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
        ("http://www.w3.org/xml/1998/namespace", "xml"), ("http://www.w3.org/1999/xlink", "xlink"), ("http://www.w3.org/2000/svg", "svg"), ("http://www.w3.org/1998/math/mathml", "math"),
        ("http://www.georss.org/georss", "georss"), ("http://rssnamespace.org/feedburner", "feedburner"),
        ("http://iptc.org/std/nitf", "nitf"), ("http://iptc.org/std/nar", "nar"), ("http://www.prnewswire.com/", "prn"),
    ];

    /// <summary>The usual prefix of a namespace, or null where it is unknown.</summary>
    public static string? PrefixOf(string address)
    {
        var bare = address.AsSpan().Trim();
        if (bare.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            return PrefixOf($"http{bare["https".Length..]}");
        foreach (var (start, prefix) in Known)
        {
            if (bare.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return prefix;
        }
        return null;
    }
}
