using System.Collections.Immutable;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>Where a page stands and what its links are relative to.</summary>
/// <param name="Own">The address the page goes by, or null where nothing names one.</param>
/// <param name="Base">What its links are relative to: its base element, else where it was read.</param>
/// <param name="All">Every address it goes by, the asked one included.</param>
internal sealed record PageAddress(Uri? Own, Uri? Base, ImmutableArray<Uri> All)
{
    /// <param name="asked">Where the page was read, or null.</param>
    public static PageAddress Of(PageIndex page, PageMeta meta, Uri? asked)
    {
        var canonical = page["link"].FirstOrDefault(link => string.Equals(link.GetAttribute("rel")?.Trim(), "canonical", StringComparison.OrdinalIgnoreCase))?.GetAttribute("href");
        var named = new[] { canonical, meta.Address };
        // A page saved without its address may still name it in full.
        var stands = asked ?? named.Select(text => WebAddress.Of(text)).FirstOrDefault(address => address is not null);
        var relativeTo = page["base"].Select(element => WebAddress.Of(element.GetAttribute("href"), stands)).FirstOrDefault(address => address is not null) ?? stands;
        var own = named.Select(text => WebAddress.Of(text, relativeTo)).OfType<Uri>().Where(address => !IsHomeOfAnother(address, asked)).ToList();
        return new PageAddress(own.FirstOrDefault() ?? asked, relativeTo, [.. own, .. asked is null ? [] : new[] { asked }]);
    }

    // Some sites name their home page as the address of every page.
    private static bool IsHomeOfAnother(Uri named, Uri? asked) => named.AbsolutePath == "/" && named.Query.Length == 0 && asked is not null && asked.AbsolutePath != "/";
}
