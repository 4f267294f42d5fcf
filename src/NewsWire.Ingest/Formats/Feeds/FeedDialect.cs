using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>What the parts of a feed are read by: its vocabulary and what its addresses are relative to.</summary>
/// <param name="Format">rss, atom or cdf.</param>
/// <param name="Address">What relative addresses are relative to where no element says it, or null.</param>
internal sealed record FeedDialect(string Format, bool IsAtom03, Uri? Address)
{
    public static FeedDialect Of(WireElement root, Uri? address) => root.LocalName.ToLowerInvariant() switch
    {
        "feed" or "entry" => new FeedDialect("atom", root.Attribute("version")?.StartsWith("0.", StringComparison.Ordinal) == true, address),
        "channel" => new FeedDialect("cdf", false, address),
        _ => new FeedDialect("rss", false, address),
    };

    /// <summary>True for an element that follows Atom's rules: in an Atom feed, or lent to another.</summary>
    public bool IsAtom(WireElement element) => element.Name.Contains(':')
        ? element.Name.StartsWith("atom:", StringComparison.OrdinalIgnoreCase)
        : Format == "atom";
}
