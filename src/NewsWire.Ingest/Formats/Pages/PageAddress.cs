using System.Collections.Immutable;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>The addresses of a page.</summary>
/// <param name="Own">The page's canonical address, or null where none is known.</param>
/// <param name="Base">Base for relative links: the base element, or else the address it was fetched from; may be null.</param>
/// <param name="All">Every address of the page, including the one it was fetched from.</param>
internal sealed record PageAddress(Uri? Own, Uri? Base, ImmutableArray<Uri> All)
{
    /// <param name="asked">The address the page was fetched from, or null.</param>
    public static PageAddress Of(PageIndex page, PageMeta meta, Uri? asked)
    {
        var canonical = page["link"].FirstOrDefault(link => string.Equals(link.GetAttribute("rel")?.Trim(), "canonical", StringComparison.OrdinalIgnoreCase))?.GetAttribute("href");
        var named = new[] { canonical, meta.Address };
        // A page read from a file has no address, but may give an absolute canonical one.
        var stands = asked ?? named.Select(text => WebAddress.Of(text)).FirstOrDefault(address => address is not null);
        var relativeTo = page["base"].Select(element => WebAddress.Of(element.GetAttribute("href"), stands)).FirstOrDefault(address => address is not null) ?? stands;
        var own = named.Select(text => WebAddress.Of(text, relativeTo)).OfType<Uri>().Where(address => !IsHomeOfAnother(address, asked)).ToList();
        return new PageAddress(own.FirstOrDefault() ?? asked, relativeTo, [.. own, .. asked is null ? [] : new[] { asked }]);
    }

    // Some sites declare their home page as the canonical address of every page; it is ignored.
    private static bool IsHomeOfAnother(Uri named, Uri? asked) => named.AbsolutePath == "/" && named.Query.Length == 0 && asked is not null && asked.AbsolutePath != "/";
}
