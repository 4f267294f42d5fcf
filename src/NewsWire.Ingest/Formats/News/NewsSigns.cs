using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats.Json;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>Provider names in news documents and the host in their first id, for recognizing the wire.</summary>
internal static partial class NewsSigns
{
    /// <summary>Names and hosts as written.</summary>
    public static IEnumerable<string> Of(OpenedDocument document) =>
        (document.Kind switch
        {
            "xml" => InXml(document.Xml!.Root),
            "json" => document.Json.Root is { } root ? Ninjs.Items(root).Take(1).SelectMany(item => new[] { HostOf(item.Text("uri")), item.Text("copyrightholder") ?? item.Text("copyrightHolder") }) : [],
            _ => [],
        }).Select(NewsText.Line).OfType<string>();

    /// <summary>The host in an id or an address (urn:newsml:norvale.example:20261120:17-en); null where there is none.</summary>
    public static string? HostOf(string? id) =>
        WebAddress.Of(id)?.Host ?? (id is not null && Authority().Match(id) is { Success: true } match ? match.Groups["host"].Value : null);

    private static IEnumerable<string?> InXml(WireElement? root)
    {
        switch (root?.LocalName.ToLowerInvariant())
        {
            case "newsml" or "newsitem" or "newsmessage":
                var item = root.LocalName.Equals("newsItem", StringComparison.OrdinalIgnoreCase) ? root : root.Within(["newsItem"]).FirstOrDefault();
                var provider = item.Child("itemMeta", "provider");
                return
                [
                    HostOf(item?.Attribute("guid")), provider?.Attribute("literal"), provider.Child("name").Line(), HostOf(provider?.Attribute("uri")),
                    item.Child("Identification", "NewsIdentifier", "ProviderId").Line(),
                    root.Child("NewsEnvelope", "SentFrom", "Party")?.Attribute("FormalName"),
                    root.Child("NewsEnvelope", "NewsService")?.Attribute("FormalName"),
                ];
            case "nitf":
                return [root.Child("head", "docdata", "doc-id")?.Attribute("regsrc"), root.Child("body", "body.head", "distributor").Line()];
            case "release":
                return [HostOf(root.Child("longurl").Line())];
            default:
                return [];
        }
    }

    [GeneratedRegex("""^(?:urn:newsml:|tag:)(?<host>[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,6})[:,]""", RegexOptions.None, 1000)]
    private static partial Regex Authority();
}
