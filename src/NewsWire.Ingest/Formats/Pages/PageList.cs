using System.Collections.Immutable;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>The releases a page leads to: of a list that of each heading, of a frame or a page that sends on that it goes to.</summary>
internal static class PageList
{
    // Two may be the neighbours that a release page names.
    private const int FewestEntries = 3;

    /// <summary>Addresses of the page's own links, whatever they lead to, in its order.</summary>
    public static IEnumerable<Uri> Links(PageFacts page) => page.Index["a"].Select(link => Address(link, "href", page)).OfType<Uri>();

    /// <summary>Where the headings inside an element lead; empty where so few do that it is no list.</summary>
    public static ImmutableArray<Uri> Entries(PageFacts page, PageBody body)
    {
        var links = page.Index["h2"].Concat(page.Index["h3"])
            .Where(heading => body.Element.Contains(heading) && !body.IsLeftOut(heading))
            .Select(LinkOf).OfType<IElement>()
            .Select(link => Address(link, "href", page)).OfType<Uri>()
            .Where(to => to.Host == page.Address.Base?.Host && to.AbsolutePath.Length > 1)
            .Distinct().ToImmutableArray();
        return links.Length >= FewestEntries ? links : [];
    }

    /// <summary>Where a page leads that has no text of its own: its frames, or the page it sends its readers on to.</summary>
    public static ImmutableArray<Uri> Elsewhere(PageFacts page) =>
    [
        .. page.Index["frame"].Select(frame => Address(frame, "src", page)).Append(WebAddress.Of(page.Meta.SentOnTo, page.Address.Base))
            .OfType<Uri>().Where(to => to.Host == page.Address.Base?.Host && !page.Address.All.Contains(to)).Distinct(),
    ];

    // <h3><a>…</a></h3> or <a><h3>…</h3></a>.
    private static IElement? LinkOf(IElement heading) => heading.ParentElement is { LocalName: "a" } around ? around : heading.QuerySelector("a");

    private static Uri? Address(IElement element, string attribute, PageFacts page) => WebAddress.Of(element.GetAttribute(attribute)?.Trim(), page.Address.Base);
}
