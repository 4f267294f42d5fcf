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
internal abstract partial class Wire
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

    /// <summary>
    /// How surely this document is of this wire: 0 not at all, 1 by a weak sign, 2 by its own words, 3 by the addresses it names
    /// as its own, 4 by the address it came from.
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

    /// <summary>What the document says. Trouble with it is in the answer, not thrown.</summary>
    public virtual ParsedDocument Parse(OpenedDocument document) => document.Kind == "html" ? PageOf(document) : FileOf(document);

    /// <summary>A release of a feed or a file, with what only this wire's documents hold.</summary>
    protected virtual RawRelease Adapt(FoundRelease found) => found.Release;

    /// <summary>A release of a page, likewise.</summary>
    protected virtual RawRelease AdaptPage(RawRelease release, IHtmlDocument page) => release;

    /// <summary>
    /// A feed's item: what it calls a description is a lead, however long, and its page is read too unless the item brings the
    /// whole text. Other formats bring whole releases and are left as they are.
    /// </summary>
    /// <param name="subjects">The scheme of its dc:subject labels, or null where a wire reads them itself.</param>
    protected RawRelease Lead(FoundRelease found, string? subjects)
    {
        if (found.Element is not { LocalName: "item" or "entry" } item)
            return found.Release with { Distributor = Name };
        // Of an item that broke off nobody knows where its text ends.
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

    /// <summary>True for an address of the wire's own.</summary>
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
            Releases = read.Release is { } release ? [AdaptPage(OfPage(release), page)] : [],
            Links = read.Links,
            Error = read.Error,
            Failure = read.Failure,
        };
    }

    /// <summary>A page publishes no id: it goes by its address.</summary>
    protected RawRelease OfPage(RawRelease read)
    {
        var named = Named(read);
        return named with { Id = named.Url?.AbsoluteUri };
    }

    // The address in its plain form, and what it tells. The edition's own address knows its language better than a template does.
    private RawRelease Named(RawRelease release)
    {
        // Behind a click counter, or in place of a redirect that hides it, the guid: an address of the wire's own is the release's.
        if ((OwnRelease(release.Url) ?? OwnRelease(WebAddress.Of(release.Id))) is not var (url, id))
            return release;
        var plain = Canonical(url);
        return release with
        {
            Url = plain,
            NativeId = release.NativeId ?? id,
            Language = InPath(plain, "lang") ?? release.Language,
            // Wires send the time of change with every release; it says something only where it differs.
            Updated = release.Updated == release.Published ? null : release.Updated,
        };
    }

    private (Uri Url, string Id)? OwnRelease(Uri? address) =>
        address is not null && ClickCounters.Behind(address) is { Scheme: "http" or "https" } target && IsOwn(target.Host) && NativeId(target) is { } id ? (target, id) : null;

    // One address for one release: the site's main host, encrypted, and nothing behind the path that names it.
    private Uri Canonical(Uri address)
    {
        var match = ReleasePath!.Match(address.AbsolutePath);
        var host = SideHost().Replace(address.Host, "www.");
        // The bare name of a site and its main host are one place.
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

    // The same pages for small screens, quick readers and old bookmarks.
    [GeneratedRegex("""^(?:m|mobile|amp)\.""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SideHost();
}
