using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>The vocabulary of a feed and the base of its relative addresses.</summary>
/// <param name="Format">rss, atom or cdf.</param>
/// <param name="Address">Base for relative addresses where no element sets one, or null.</param>
internal sealed record FeedDialect(string Format, bool IsAtom03, Uri? Address)
{
    public static FeedDialect Of(WireElement root, Uri? address) => root.LocalName.ToLowerInvariant() switch
    {
        "feed" or "entry" => new FeedDialect("atom", root.Attribute("version")?.StartsWith("0.", StringComparison.Ordinal) == true, address),
        "channel" => new FeedDialect("cdf", false, address),
        _ => new FeedDialect("rss", false, address),
    };

    /// <summary>True for an element that follows Atom's rules, in an Atom feed or in another feed by namespace.</summary>
    public bool IsAtom(WireElement element) => element.Name.Contains(':')
        ? element.Name.StartsWith("atom:", StringComparison.OrdinalIgnoreCase)
        : Format == "atom";
}
