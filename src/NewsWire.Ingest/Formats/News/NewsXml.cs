using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>News documents in XML: which of the formats it is, also where an envelope of somebody's own stands around it.</summary>
internal static class NewsXml
{
    private static readonly string[] Roots = ["newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem", "NewsML", "nitf"];

    /// <summary>What the document holds, or null where it is none of them.</summary>
    public static FormatContent? Read(XmlTree tree, WireElement root) =>
        Known(tree, root) ?? (root.Within(Roots).FirstOrDefault() is { } inner ? Known(tree, inner) : null);

    private static FormatContent? Known(XmlTree tree, WireElement root) => root.LocalName.ToLowerInvariant() switch
    {
        "newsml" => NewsMl.Read(tree, root),
        // Both generations call an item so; only the older one identifies it by an element.
        "newsitem" when root.Child("Identification") is not null => NewsMl.Read(tree, root),
        "nitf" => Nitf.Read(tree, root),
        "release" when ServiceRelease.Fits(root) => ServiceRelease.Read(tree, root),
        var name when NewsMlG2.Fits(name) => NewsMlG2.Read(tree, root),
        _ => null,
    };
}
