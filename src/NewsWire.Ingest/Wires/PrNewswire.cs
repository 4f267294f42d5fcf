using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Wires;

/// <summary>
/// PR Newswire: a feed with leads, subject codes and the issuer, and a release page with the full text. The feed sends
/// labels and three-letter codes side by side, some with trailing spaces, some misspelt.
/// </summary>
internal sealed partial class PrNewswire : IWire
{
    public string Key => "prnewswire";
    public string Name => "PR Newswire";
    public Uri Home { get; } = new("https://www.prnewswire.com/");

    public int Recognize(OpenedDocument document)
    {
        if (document.Address?.Host.Contains("prnewswire.", StringComparison.OrdinalIgnoreCase) == true)
            return 2;
        return document.Kind switch
        {
            "xml" => document.Text.Contains("<prn:", StringComparison.Ordinal) || document.Text.Contains("PR Newswire Association", StringComparison.Ordinal) ? 2 : 0,
            "html" => document.Page?.QuerySelector("article.news-release, section.release-body") is not null ? 1 : 0,
            _ => 0,
        };
    }

    public ParsedDocument Parse(OpenedDocument document) => document.Kind switch
    {
        "xml" => Feed(document),
        "html" => ReleasePage(document),
        _ => ParsedDocument.Unreadable(document.Kind, Key, $"A feed or a release page was expected; this is {document.Kind}."),
    };

    private ParsedDocument Feed(OpenedDocument document)
    {
        var feed = FeedReader.Read(document.Text);
        // An address it does not know is answered with the feed of everything, under an empty title.
        var warnings = feed.Description.Title is null && feed.Error is null
            ? feed.Warnings.Add("The feed has no title: PR Newswire answers so when the address is not one of its lists.")
            : feed.Warnings;
        var releases = feed.Items.Select(item => Release(item, feed.Description.Language)).ToList();
        return new ParsedDocument
        {
            Format = feed.Format,
            Wire = Key,
            Feed = feed.Description,
            Releases = [.. releases],
            Links = [.. releases.Where(release => !release.Complete).Select(release => release.Url).OfType<Uri>().Distinct()],
            Warnings = [.. document.Warnings, .. warnings],
            Error = feed.Error,
        };
    }

    private static RawRelease Release(FeedItem item, string? feedLanguage)
    {
        var link = item.Text("link") ?? item.Text("guid");
        var url = WebAddress.Of(link) is { } address ? new Uri(address.GetLeftPart(UriPartial.Path)) : null;
        return new RawRelease
        {
            Id = item.Text("guid"),
            NativeId = NativeId(url),
            Headline = item.Text("title"),
            Url = url,
            Language = item.Text("dc:language") ?? feedLanguage,
            Published = item.Text("pubDate") ?? item.Text("dc:date"),
            Updated = item.Text("dc:modified"),
            Issuer = item.Text("dc:contributor"),
            Distributor = "PR Newswire",
            Categories = [.. item.Texts("category")],
            Subjects =
            [
                .. item.Texts("dc:subject").Concat(item.Texts("prn:subject")).Select(label => new RawSubject(SubjectCatalog.PrNewswire, label)),
                .. item.Texts("prn:industry").Select(label => new RawSubject(SubjectCatalog.PrNewswireIndustry, label)),
            ],
            Authors = [.. item.Texts("dc:creator")],
            Summary = item.Text("description"),
            BodyHtml = item.Text("content:encoded"),
            Enclosures = [.. item.Elements("media:content").Concat(item.Elements("enclosure")).Select(Media).OfType<Enclosure>()],
            Complete = item.Text("content:encoded") is not null,
        };
    }

    private static Enclosure? Media(System.Xml.Linq.XElement element) =>
        element.Attribute("url")?.Value is { Length: > 0 } url ? new Enclosure(url, element.Attribute("type")?.Value) : null;

    private ParsedDocument ReleasePage(OpenedDocument document)
    {
        if (document.Page is not { } page)
            return ParsedDocument.Unreadable("html", Key, "The page is nested too deep to be a release.");
        var body = page.QuerySelector("section.release-body") ?? page.QuerySelector("[itemprop=articleBody]") ?? page.QuerySelector("article.news-release");
        var headline = page.QuerySelector("article h1, main h1, h1")?.TextContent.Trim();
        if (body is null && NativeId(document.Address) is null && ListedReleases(page, document.Address) is { Length: > 0 } listed)
            return new ParsedDocument { Format = "html", Wire = Key, Links = listed, Warnings = document.Warnings };
        if (body is null || string.IsNullOrEmpty(headline))
            return ParsedDocument.Unreadable("html", Key, "No release was found on this page: PR Newswire's text or headline is missing.") with { Warnings = document.Warnings };

        var canonical = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
        var url = NativeId(document.Address) is not null ? document.Address : WebAddress.Of(canonical, document.Address) ?? document.Address;
        var noise = body.QuerySelectorAll(".PRN_ImbeddedAssetReference, [id^=prni_dvprne], .share-release").ToHashSet();
        return new ParsedDocument
        {
            Format = "html",
            Wire = Key,
            Warnings = document.Warnings,
            Releases =
            [
                new RawRelease
                {
                    Id = url?.AbsoluteUri,
                    NativeId = NativeId(url),
                    Headline = headline,
                    Subheadline = page.QuerySelector("p.subtitle, h2.subtitle")?.TextContent.Trim(),
                    Url = url,
                    Language = page.DocumentElement.GetAttribute("lang"),
                    Published = page.QuerySelector("p.mb-no, meta[name=date], time[datetime]") is { } time ? time.GetAttribute("content") ?? time.GetAttribute("datetime") ?? time.TextContent.Trim() : null,
                    Issuer = ProvidedBy(page),
                    Distributor = "PR Newswire",
                    BodyHtml = Markup.Inside(body, noise.Contains),
                },
            ],
        };
    }

    private static ImmutableArray<Uri> ListedReleases(IParentNode page, Uri? address) =>
    [
        .. page.QuerySelectorAll("a[href]")
            .Select(link => WebAddress.Of(link.GetAttribute("href"), address))
            .OfType<Uri>()
            .Where(to => to.Host == address?.Host && NativeId(to) is not null)
            .Select(to => new Uri(to.GetLeftPart(UriPartial.Path)))
            .Distinct(),
    ];

    private static string? ProvidedBy(IParentNode page)
    {
        var label = page.QuerySelectorAll("p, div, span, strong, h4").FirstOrDefault(element => ProvidedByLabel().IsMatch(element.TextContent.Trim()));
        var name = label?.NextElementSibling?.TextContent.Trim();
        return string.IsNullOrEmpty(name) || name.Length > 120 ? null : name;
    }

    private static string? NativeId(Uri? address) =>
        address is not null && ReleasePath().Match(address.AbsolutePath) is { Success: true } match ? match.Groups["id"].Value : null;

    [GeneratedRegex("""-(?<id>\d{7,10})\.html$""", RegexOptions.None, 1000)]
    private static partial Regex ReleasePath();

    [GeneratedRegex("""^(?:News provided by|Nouvelles fournies par)\s*:?$""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ProvidedByLabel();
}
