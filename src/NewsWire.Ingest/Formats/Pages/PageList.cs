using System.Collections.Immutable;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>The releases a page links to: those of a list's headings, or the target of a frame or a redirecting page.</summary>
internal static class PageList
{
    // A list has at least three entries; a release page may link to its two neighbours.
    private const int FewestEntries = 3;

    /// <summary>Addresses of all links on the page, in document order.</summary>
    public static IEnumerable<Uri> Links(PageFacts page) => page.Index["a"].Select(link => Address(link, "href", page)).OfType<Uri>();

    /// <summary>Addresses linked from the headings inside an element; empty where there are too few for a list.</summary>
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

    /// <summary>Where a page without text leads: its frames, or its meta refresh.</summary>
    public static ImmutableArray<Uri> Elsewhere(PageFacts page) =>
    [
        .. page.Index["frame"].Select(frame => Address(frame, "src", page)).Append(WebAddress.Of(page.Meta.SentOnTo, page.Address.Base))
            .OfType<Uri>().Where(to => to.Host == page.Address.Base?.Host && !page.Address.All.Contains(to)).Distinct(),
    ];

    // <h3><a>…</a></h3> or <a><h3>…</h3></a>.
    private static IElement? LinkOf(IElement heading) => heading.ParentElement is { LocalName: "a" } around ? around : heading.QuerySelector("a");

    private static Uri? Address(IElement element, string attribute, PageFacts page) => WebAddress.Of(element.GetAttribute(attribute)?.Trim(), page.Address.Base);
}
