using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Wires;

/// <summary>
/// One wire: how its documents are told from others, and what it does differently from all others. It knows formats, but no
/// other wire, no store and no network. Most wires only name their addresses, their page's parts and their own elements.
/// </summary>
internal abstract class Wire
{
    /// <summary>A short name for addresses: prnewswire.</summary>
    public abstract string Key { get; }

    /// <summary>The name its readers know: PR Newswire.</summary>
    public abstract string Name { get; }

    /// <summary>Its public site, or null where it has none of its own.</summary>
    public virtual Uri? Home => null;

    /// <summary>The zone of its clock times where a source does not say.</summary>
    public virtual TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>Its hosts: a name without a dot is a label of the host (prnewswire), one with a dot its end (newswire.ca).</summary>
    protected virtual ImmutableArray<string> Sites => [];

    /// <summary>The path of a release's address; its group "id" is the wire's own id, a group "lang" the edition's language.</summary>
    protected virtual Regex? ReleasePath => null;

    protected virtual PageTemplate Page => PageTemplate.None;

    /// <summary>How surely this document is of this wire: 0 not at all, 1 by a weak sign, 2 by its address or its own words.</summary>
    public virtual int Recognize(OpenedDocument document) => document.Signs.Hosts.Any(IsOwn) ? 2 : 0;

    /// <summary>What the document says. Trouble with it is in the answer, not thrown.</summary>
    public virtual ParsedDocument Parse(OpenedDocument document) => document.Kind == "html" ? PageOf(document) : FileOf(document);

    /// <summary>A release of a feed or a file, with what only this wire's documents hold.</summary>
    protected virtual RawRelease Adapt(FoundRelease found) => found.Release;

    /// <summary>A release of a page, likewise.</summary>
    protected virtual RawRelease AdaptPage(RawRelease release, IHtmlDocument page) => release;

    /// <summary>The wire's own id in an address, or null.</summary>
    protected string? NativeId(Uri? address) => InPath(address, "id");

    /// <summary>True for an address of the wire's own.</summary>
    protected bool IsOwn(string host) => Sites.Any(site => site.Contains('.')
        ? host.Equals(site, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + site, StringComparison.OrdinalIgnoreCase)
        : host.Split('.').Contains(site, StringComparer.OrdinalIgnoreCase));

    private ParsedDocument FileOf(OpenedDocument document)
    {
        var content = DocumentFormats.Read(document);
        var releases = content.Releases.Select(found => Named(Adapt(found))).ToImmutableArray();
        return new ParsedDocument
        {
            Format = content.Format,
            Wire = Key,
            Feed = content.Feed,
            Releases = releases,
            // What a feed sends is a lead more often than not: where it says so, its page is read too.
            Links = [.. content.Links.Concat(releases.Where(release => !release.Complete).Select(release => release.Url).OfType<Uri>()).Distinct()],
            Warnings = [.. document.Warnings, .. content.Warnings],
            Error = content.Error,
        };
    }

    private ParsedDocument PageOf(OpenedDocument document)
    {
        if (document.Page is not { } page)
            return ParsedDocument.Unreadable("html", Key, "The page is nested too deep to be a release.");
        var facts = PageFacts.Of(page, document.Address, Page);
        // A list has a heading and an article too; what it leads to is what it is for.
        var links = facts.Address.All.Any(address => NativeId(address) is not null) ? [] : ListedReleases(facts);
        if (links.Length > 1)
            return new ParsedDocument { Format = "html", Wire = Key, Links = links, Warnings = document.Warnings };
        var read = PageFormat.Read(facts);
        return new ParsedDocument
        {
            Format = "html",
            Wire = Key,
            Warnings = [.. document.Warnings, .. read.Warnings],
            Releases = read.Release is { } release ? [Named(AdaptPage(release, page))] : [],
            Links = read.Links,
            Error = read.Error,
        };
    }

    // The address in its plain form, and what it tells.
    private RawRelease Named(RawRelease release)
    {
        var own = release.Url is { } url && IsOwn(url.Host) && NativeId(url) is not null;
        return release with
        {
            Url = own ? new Uri(release.Url!.GetLeftPart(UriPartial.Path)) : release.Url,
            NativeId = release.NativeId ?? (own ? NativeId(release.Url) : null),
            Language = release.Language ?? (own ? InPath(release.Url, "lang") : null),
        };
    }

    private ImmutableArray<Uri> ListedReleases(PageFacts page) => ReleasePath is null ? [] :
    [
        .. PageList.Links(page)
            .Where(to => to.Host == page.Address.Base?.Host && NativeId(to) is not null)
            .Select(to => new Uri(to.GetLeftPart(UriPartial.Path)))
            .Distinct(),
    ];

    private string? InPath(Uri? address, string group) =>
        address is not null && ReleasePath?.Match(address.AbsolutePath) is { Success: true } match && match.Groups[group] is { Success: true, Value: var value } ? value : null;
}
