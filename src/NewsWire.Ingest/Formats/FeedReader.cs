using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace NewsWire.Ingest.Formats;

/// <summary>A feed's own words and its items. Where the XML breaks off, what came before is kept and the break is named.</summary>
internal sealed record FeedContent(string Format, FeedDescription Description, ImmutableArray<FeedItem> Items, ImmutableArray<string> Warnings, string? Error);

/// <summary>Reads RSS and Atom item by item.</summary>
internal static class FeedReader
{
    private const int MaximumDepth = 200;
    private const int LongestReason = 200;

    public static FeedContent Read(string xml)
    {
        try
        {
            using var strict = FeedXml.Open(xml);
            return Read(strict, xml, tolerant: false);
        }
        catch (XmlException)
        {
            using var mended = FeedXml.OpenMended(xml);
            return Read(mended, xml, tolerant: true);
        }
    }

    private static FeedContent Read(XmlReader reader, string xml, bool tolerant)
    {
        var items = ImmutableArray.CreateBuilder<FeedItem>();
        var warnings = ImmutableArray.CreateBuilder<string>();
        var about = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? format = null;
        if (xml.Contains("<!ENTITY", StringComparison.Ordinal))
            warnings.Add("It declares entities of its own. NewsWire does not expand those: where one is used, its name is left as it is written.");
        try
        {
            reader.MoveToContent();
            format = FormatOf(reader);
            if (format is null)
                return Nothing($"XML was sent, but not a feed: its first element is <{reader.Name}>.");
            if (reader.XmlLang.Length > 0)
                about["xml:lang"] = reader.XmlLang;
            while (!reader.EOF)
            {
                if (reader.Depth > MaximumDepth)
                    return Nothing("The feed is nested too deep to be a feed.");
                if (reader.NodeType != XmlNodeType.Element || reader.Depth == 0)
                    reader.Read();
                else if (reader.LocalName is "item" or "entry")
                    items.Add(new FeedItem(Element(reader)));
                else if (reader.LocalName is "channel")
                    reader.Read();
                else
                    Describe(about, Element(reader));
            }
        }
        catch (XmlException broken) when (tolerant)
        {
            if (format is null)
                return Nothing($"This is not readable as XML: {Sentence(broken)}");
            warnings.Add($"The feed breaks off: {Sentence(broken)} {items.Count} items before that were kept.");
        }
        var error = items.Count == 0 && warnings.Count > 0 ? warnings[0] : null;
        return new FeedContent(format, Description(about), items.ToImmutable(), warnings.ToImmutable(), error);

        FeedContent Nothing(string error) => new(format ?? "unknown", new FeedDescription(null, null, null, null, null), [], [], error);
    }

    // Depth is held while the element is built: an XElement of any depth is recursive afterwards.
    private static XElement Element(XmlReader reader)
    {
        using var subtree = reader.ReadSubtree();
        var depth = 0;
        XElement? root = null;
        XElement? current = null;
        while (subtree.Read())
        {
            switch (subtree.NodeType)
            {
                case XmlNodeType.Element:
                    var element = new XElement(XName.Get(subtree.LocalName, subtree.NamespaceURI));
                    var empty = subtree.IsEmptyElement;
                    Attributes(subtree, element);
                    if (root is null)
                        root = element;
                    else if (depth <= MaximumDepth)
                        current!.Add(element);
                    if (!empty)
                    {
                        depth++;
                        if (depth <= MaximumDepth)
                            current = element;
                    }
                    break;
                case XmlNodeType.EndElement:
                    if (depth <= MaximumDepth)
                        current = current?.Parent ?? root;
                    depth--;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    (current ?? root)?.Add(new XText(subtree.Value));
                    break;
            }
        }
        reader.Read();
        return root!;
    }

    private static void Attributes(XmlReader reader, XElement element)
    {
        if (element.Name.Namespace is { NamespaceName.Length: > 0 } && reader.Prefix.Length > 0)
            element.SetAttributeValue(XNamespace.Xmlns + reader.Prefix, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
        }
        reader.MoveToElement();
    }

    private static string? FormatOf(XmlReader reader) => reader.LocalName switch
    {
        "rss" or "channel" => "rss",
        "feed" => "atom",
        "RDF" => "rss",
        _ => null,
    };

    private static void Describe(Dictionary<string, string> about, XElement element)
    {
        if (element is { Name.LocalName: "link" } && element.Attribute("rel")?.Value is not (null or "alternate"))
            return;
        var value = element.Name.LocalName == "link" && element.Attribute("href") is { } href ? href.Value : element.Value.Trim();
        if (value.Length > 0)
            about.TryAdd(element.Name.LocalName, value);
    }

    private static FeedDescription Description(Dictionary<string, string> about) => new(
        about.GetValueOrDefault("title"),
        about.GetValueOrDefault("link"),
        about.GetValueOrDefault("description") ?? about.GetValueOrDefault("subtitle") ?? about.GetValueOrDefault("tagline"),
        about.GetValueOrDefault("language") ?? about.GetValueOrDefault("xml:lang"),
        about.GetValueOrDefault("lastBuildDate") ?? about.GetValueOrDefault("updated") ?? about.GetValueOrDefault("pubDate") ?? about.GetValueOrDefault("modified"));

    // The parser names every element that is still open.
    private static string Sentence(XmlException broken) =>
        broken.Message.Length > LongestReason ? $"{broken.Message[..LongestReason]}…" : $"{broken.Message.TrimEnd('.')}.";
}
