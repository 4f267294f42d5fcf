using System.Collections.Immutable;
using NewsWire.Ingest.Formats.News;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats;

/// <summary>Hosts and publisher names found in a document; a wire recognizes its own documents by them.</summary>
/// <param name="Hosts">Hosts of the document's address, the page's canonical address, a feed's own link and the link of its first
/// item.</param>
/// <param name="Publishers">Names of publishers and providers, as written.</param>
internal sealed record DocumentSigns(ImmutableArray<string> Hosts, ImmutableArray<string> Publishers)
{
    public static DocumentSigns Of(OpenedDocument document)
    {
        IEnumerable<string?> addresses = [document.Address?.AbsoluteUri];
        IEnumerable<string> publishers = [];
        if (document.Kind == "html" && document.Page is { } page)
        {
            addresses = [.. addresses, page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), page.QuerySelector("meta[property='og:url']")?.GetAttribute("content")];
        }
        else if (document.Xml?.Root is { } root)
        {
            var channel = root.First("channel") ?? root;
            var first = channel.First("item") ?? root.First("item") ?? root.First("entry");
            addresses = [.. addresses, .. Links(channel), .. Links(first), first?.TextOf("guid")];
            publishers = [.. first?.TextsOf("dc:publisher") ?? [], .. Providers(root)];
        }
        var named = NewsSigns.Of(document).ToList();
        var hosts = addresses.Select(address => WebAddress.Of(address)?.Host).Concat(named.Where(name => !name.Contains(' ', StringComparison.Ordinal) && name.Contains('.', StringComparison.Ordinal)));
        return new DocumentSigns([.. hosts.OfType<string>().Distinct()], [.. publishers, .. named]);
    }

    // NewsML 1.2: <ProviderId>businesswire.com</ProviderId>; NewsML-G2: <provider literal="globenewswire.com"/>.
    // Only the first item is examined.
    private static IEnumerable<string> Providers(WireElement root) =>
        root.LocalName.StartsWith("news", StringComparison.OrdinalIgnoreCase)
            ? root.Descendants("ProviderId").Select(provider => (string?)provider.Text.Trim()).Concat(root.Descendants("provider").Select(provider => provider.Attribute("literal") ?? provider.Attribute("qcode"))).OfType<string>().Take(1)
            : [];

    private static IEnumerable<string?> Links(WireElement? element) => element?.All("link").Select(link => link.Attribute("href") ?? link.Text.Trim()) ?? [];
}
