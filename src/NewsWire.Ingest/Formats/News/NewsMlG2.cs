using System.Collections.Immutable;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>Reads NewsML-G2: a single item, a message with several, or item kinds that are not releases.</summary>
internal static class NewsMlG2
{
    private static readonly string[] Kinds = ["newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem", "contentSet"];

    /// <summary>True for the name of a NewsML-G2 root element.</summary>
    public static bool Fits(string root) => root.Equals("newsMessage", StringComparison.OrdinalIgnoreCase) || Kinds.Contains(root, StringComparer.OrdinalIgnoreCase);

    public static FormatContent Read(XmlTree tree, WireElement root)
    {
        var items = root.LocalName.Equals("newsMessage", StringComparison.OrdinalIgnoreCase) ? root.Within(Kinds, element => !Kinds.Contains(element.LocalName, StringComparer.OrdinalIgnoreCase)).ToList() : [root];
        var releases = ImmutableArray.CreateBuilder<FoundRelease>();
        var links = ImmutableArray.CreateBuilder<Uri>();
        var warnings = tree.Warnings.ToBuilder();
        var holdsNews = items.Exists(item => item.LocalName.Equals("newsItem", StringComparison.OrdinalIgnoreCase));
        foreach (var item in items)
        {
            var (release, why) = item.LocalName.ToLowerInvariant() is "newsitem" or "contentset" ? G2Item.Read(item) : (null, Without(item, holdsNews));
            if (release is not null)
                releases.Add(new FoundRelease(release, item));
            if (why is not null)
                warnings.Add(why);
            if (item.LocalName.Equals("packageItem", StringComparison.OrdinalIgnoreCase))
                links.AddRange(item.Within(["itemRef"]).Select(reference => WebAddress.Of(reference.Attribute("href"))).OfType<Uri>());
        }
        if (items.Count == 0)
            warnings.Add("This message contains no items.");
        return new FormatContent { Format = "newsml-g2", Releases = releases.ToImmutable(), Links = [.. links.Distinct()], Warnings = warnings.ToImmutable() };
    }

    private static string? Without(WireElement item, bool besideNews) => item.LocalName.ToLowerInvariant() switch
    {
        // In a message that contains the items themselves, a package only lists their order.
        "packageitem" => besideNews ? null : $"This is a package: it names {item.Within(["itemRef"]).Count()} items and contains none of them.",
        "planningitem" => "This is a planning item, not a release.",
        "catalogitem" => "This is a catalog of vocabularies, not a release.",
        _ => "This item describes concepts, events or people; it is not a release.",
    };
}
