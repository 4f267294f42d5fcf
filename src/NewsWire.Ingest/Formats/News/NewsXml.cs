using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>Selects the reader for news documents in XML, including those inside an unknown envelope element.</summary>
internal static class NewsXml
{
    private static readonly string[] Roots = ["newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem", "NewsML", "nitf"];

    /// <summary>The content of the document, or null where it is none of these formats.</summary>
    public static FormatContent? Read(XmlTree tree, WireElement root) =>
        Known(tree, root) ?? (root.Within(Roots).FirstOrDefault() is { } inner ? Known(tree, inner) : null);

    private static FormatContent? Known(XmlTree tree, WireElement root) => root.LocalName.ToLowerInvariant() switch
    {
        "newsml" => NewsMl.Read(tree, root),
        // NewsML 1 and NewsML-G2 both use this element name; only NewsML 1 has an Identification child.
        "newsitem" when root.Child("Identification") is not null => NewsMl.Read(tree, root),
        "nitf" => Nitf.Read(tree, root),
        "release" when ServiceRelease.Fits(root) => ServiceRelease.Read(tree, root),
        var name when NewsMlG2.Fits(name) => NewsMlG2.Read(tree, root),
        _ => null,
    };
}
