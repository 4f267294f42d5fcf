using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Wires;

/// <summary>
/// One wire: how its documents are recognized, and what it adds to the common formats. It may use formats, but no other wire, no store and
/// no network. Most wires only define their addresses, page template and own elements.
/// </summary>
internal abstract partial class Wire
{
    /// <summary>A short identifier for URLs and settings: prnewswire.</summary>
    public abstract string Key { get; }

    /// <summary>The display name: PR Newswire.</summary>
    public abstract string Name { get; }

    /// <summary>The address of its public site, or null where it has none.</summary>
    public virtual Uri? Home => null;

    /// <summary>The time zone of times without a zone.</summary>
    public virtual TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>
    /// Its hosts: a name without a dot is one label of the host (prnewswire), a name with a dot is the end of the host (newswire.ca).
    /// </summary>
    protected virtual ImmutableArray<string> Sites => [];

    /// <summary>
    /// Pattern of the path of a release's address; its group "id" is the wire's own id, its group "lang" the edition's language.
    /// </summary>
    protected virtual Regex? ReleasePath => null;

    /// <summary>True where its pages of links to releases can be read.</summary>
    public bool ReadsLists => ReleasePath is not null;

    protected virtual PageTemplate Page => PageTemplate.None;

    /// <summary>
    /// How certain it is that a document is from this wire: 0 not at all, 1 by a weak hint, 2 by its text, 3 by the addresses it gives as
    /// its own, 4 by the address it was fetched from.
    /// </summary>
    public virtual int Recognize(OpenedDocument document)
    {
        if (document.Address is { } address && IsOwn(address.Host))
            return 4;
        if (document.Signs.Hosts.Any(IsOwn))
            return 3;
        // PR Newswire Association LLC.  GlobeNewswire Inc.  businesswire.com
        return document.Signs.Publishers.Any(publisher => publisher.StartsWith(Name, StringComparison.OrdinalIgnoreCase) || IsOwn(publisher)) ? 2 : 0;
    }

    /// <summary>Parses a document; errors are returned as a value, not thrown.</summary>
    public virtual ParsedDocument Parse(OpenedDocument document) => document.Kind == "html" ? PageOf(document) : FileOf(document);

    /// <summary>Adds to a release of a feed or file what only this wire's documents contain.</summary>
    protected virtual RawRelease Adapt(FoundRelease found) => found.Release;

    /// <summary>Adds to a release of a page what only this wire's pages contain.</summary>
    protected virtual RawRelease AdaptPage(RawRelease release, IHtmlDocument page) => release;

    /// <summary>
    /// A feed item as a lead: its description is an excerpt, however long, and its page is read too unless the item has the full text.
    /// Items of other formats are complete and returned unchanged.
    /// </summary>
    /// <param name="subjects">The vocabulary of its dc:subject labels, or null where the wire reads them itself.</param>
    protected RawRelease Lead(FoundRelease found, string? subjects)
    {
        if (found.Element is not { LocalName: "item" or "entry" } item)
            return found.Release with { Distributor = Name };
        // The text of a truncated item has no known end.
        var text = found.Release.Complete ? found.Text("content:encoded") : null;
        return found.Release with
        {
            Distributor = Name,
            Issuer = found.Text("dc:contributor") ?? found.Release.Issuer,
            Categories = [.. item.All("category").Select(category => category.Attribute("label") ?? category.Attribute("term") ?? category.Text.Trim()).Where(label => label.Length > 0)],
            Subjects = subjects is null ? found.Release.Subjects : [.. found.Release.Subjects, .. found.Texts("dc:subject").Select(label => new RawSubject(subjects, label))],
            BodyHtml = text,
            Complete = text is not null,
        };
    }

    /// <summary>The wire's own id in an address, or null.</summary>
    protected string? NativeId(Uri? address) => InPath(address, "id");

    /// <summary>True for a host of this wire.</summary>
    protected bool IsOwn(string host)
    {
        foreach (var site in Sites)
        {
            if (site.Contains('.') ? IsAt(host, site) : HasLabel(host, site))
                return true;
        }
        return false;
    }

    private static bool IsAt(string host, string end) =>
        host.EndsWith(end, StringComparison.OrdinalIgnoreCase) && (host.Length == end.Length || host[^(end.Length + 1)] == '.');

    private static bool HasLabel(ReadOnlySpan<char> host, string name)
    {
        foreach (var label in host.Split('.'))
        {
            if (host[label].Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private ParsedDocument FileOf(OpenedDocument document)
    {
        var content = DocumentFormats.Read(document);
        var releases = content.Releases.Select(found => Adapt(found with { Release = Named(found.Release) })).ToImmutableArray();
        return new ParsedDocument
        {
            Format = content.Format,
            Wire = Key,
            Feed = content.Feed,
            Releases = releases,
            // Most feeds send leads; where the item is incomplete, its page is read too.
            Links = [.. content.Links.Concat(releases.Where(release => !release.Complete).Select(release => release.Url).OfType<Uri>()).Distinct()],
            Warnings = [.. document.Warnings, .. content.Warnings],
            Error = content.Error,
        };
    }

    private ParsedDocument PageOf(OpenedDocument document)
    {
        if (document.Page is not { } page)
            return ParsedDocument.Unreadable("html", Key, "The page is nested too deeply to be a release.");
        var facts = PageFacts.Of(page, document.Address, Page);
        // List pages also have a heading and an article element, so the links decide.
        var links = facts.Address.All.Any(address => NativeId(address) is not null) ? [] : ListedReleases(facts);
        if (links.Length > 1)
            return new ParsedDocument { Format = "html", Wire = Key, Links = links, Warnings = document.Warnings };
        var read = PageFormat.Read(facts);
        return new ParsedDocument
        {
            Format = "html",
            Wire = Key,
            Warnings = [.. document.Warnings, .. read.Warnings],
            Releases = read.Release is { } release ? [AdaptPage(OfPage(release), page)] : [],
            Links = read.Links,
            Error = read.Error,
            Failure = read.Failure,
        };
    }

    /// <summary>Pages give no feed id; a release from a page is identified by its address.</summary>
    protected RawRelease OfPage(RawRelease read)
    {
        var named = Named(read);
        return named with { Id = named.Url?.AbsoluteUri };
    }

    // Normalizes the address and derives the id and language from it. The address is more reliable than the page's declared language.
    private RawRelease Named(RawRelease release)
    {
        // Where the link goes through a redirector, the guid may hold the wire's own address of the release.
        if ((OwnRelease(release.Url) ?? OwnRelease(WebAddress.Of(release.Id))) is not var (url, id))
            return release;
        var plain = Canonical(url);
        return release with
        {
            Url = plain,
            NativeId = release.NativeId ?? id,
            Language = InPath(plain, "lang") ?? release.Language,
            // Wires send a modification time with every release; it is only kept where it differs from the publication time.
            Updated = release.Updated == release.Published ? null : release.Updated,
        };
    }

    private (Uri Url, string Id)? OwnRelease(Uri? address) =>
        address is not null && ClickCounters.Behind(address) is { Scheme: "http" or "https" } target && IsOwn(target.Host) && NativeId(target) is { } id ? (target, id) : null;

    // One address per release: the site's main host, https, without query and fragment.
    private Uri Canonical(Uri address)
    {
        var match = ReleasePath!.Match(address.AbsolutePath);
        var host = SideHost().Replace(address.Host, "www.");
        // The bare domain and its www host are the same site.
        if (Home is { } home && home.Host.Equals("www." + host, StringComparison.OrdinalIgnoreCase))
            host = home.Host;
        var end = match.Index + match.Length;
        if (address is { Scheme: "https", IsDefaultPort: true, Query: "", Fragment: "" } && host == address.Host && end == address.AbsolutePath.Length)
            return address;
        return new UriBuilder(address)
        {
            Scheme = address.IsDefaultPort ? "https" : address.Scheme,
            Port = address.IsDefaultPort ? -1 : address.Port,
            Host = host,
            Path = address.AbsolutePath[..end],
            Query = "",
            Fragment = "",
        }.Uri;
    }

    private ImmutableArray<Uri> ListedReleases(PageFacts page) => ReleasePath is null ? [] :
    [
        .. PageList.Links(page)
            .Where(to => (to.Host == page.Address.Base?.Host || IsOwn(to.Host)) && NativeId(to) is not null)
            .Select(Canonical)
            .Distinct(),
    ];

    private string? InPath(Uri? address, string group) =>
        address is not null && ReleasePath?.Match(address.AbsolutePath) is { Success: true } match && match.Groups[group] is { Success: true, Value: var value } ? value : null;

    // Mobile and AMP hosts serve the same pages.
    [GeneratedRegex("""^(?:m|mobile|amp)\.""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SideHost();
}
