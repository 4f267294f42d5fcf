using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Wires;

/// <summary>
/// Le Lézard, a mirror of several wires in English and French. Its pages are read by their labels, not by their elements, because its
/// markup varies. The sidebar shows the six newest releases at the time of the request and is ignored.
/// </summary>
internal sealed partial class LeLezard : Wire
{
    public override string Key => "lelezard";
    public override string Name => "Le Lézard";
    public override Uri Home { get; } = new("https://www.lelezard.com/en/");
    protected override ImmutableArray<string> Sites => ["lelezard"];
    protected override Regex ReleasePath => ReleasePathPattern();
    public override TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");

    private static readonly PageLabels Labels = new()
    {
        Signs = SearchValues.Create(["classified", "classé", "subject", "sujet", "interest", "intéress", "distributed", "diffusé"], StringComparison.OrdinalIgnoreCase),
        Categories = CategoriesLabel(),
        Subjects = SubjectsLabel(),
        Sidebar = SidebarHeading(),
        Footer = FooterHeading(),
        SidebarClock = SidebarClock(),
        SiteName = "Le Lézard",
    };

    // The same words as they occur in HTML source, where letters may be written as character references.
    private static readonly SearchValues<string> Written =
        SearchValues.Create(["classified", "classé", "class&", "subject", "sujet", "interest you", "téresser", "eacute;resser", "distributed by", "diffus"], StringComparison.OrdinalIgnoreCase);

    public override int Recognize(OpenedDocument document)
    {
        if (document.Kind is not ("html" or "text"))
            return base.Recognize(document);
        if (document.Address?.Host.Contains("lelezard.", StringComparison.OrdinalIgnoreCase) == true)
            return 4;
        // In HTML a label may be split by elements and its colon may be in another one, so the labels are searched for in the text.
        var text = !document.Text.AsSpan().ContainsAny(Written) ? "" : document.Kind == "text" ? document.Text : document.Page?.Body?.TextContent ?? "";
        var found = (CategoriesLabel().IsMatch(text) ? 1 : 0) + (SubjectsLabel().IsMatch(text) ? 1 : 0) + (SidebarHeading().IsMatch(text) ? 1 : 0) + (FooterHeading().IsMatch(text) ? 1 : 0);
        // A single label is not enough in plain text or on another site: e-mails have a "Subject:" too.
        if (document.Kind == "text")
            return found > 1 ? 2 : 0;
        return document.Signs.Hosts.IsEmpty ? Math.Min(found, 2) : found > 1 ? 1 : 0;
    }

    public override ParsedDocument Parse(OpenedDocument document)
    {
        if (document.Kind is not ("html" or "text"))
            return base.Parse(document);
        if (PageOf(document) is not { } page)
            return ParsedDocument.Unreadable("html", Key, "The page is nested too deeply to be a release.");

        var content = LabelledPage.Read(page, Labels);
        var url = Address(document);
        // Resolving all links takes half as long as parsing the page, so links are only collected where the page has no release address.
        var links = content is { BodyHtml: not null, Headline: not null } && url is not null ? [] : Links(document);
        // A list of releases may have a category and teasers, but neither a release's address nor a dateline under a label.
        var isRelease = content is { BodyHtml: not null, Headline: not null }
            && (url is not null || links.Length == 0 || (content is { HasDateline: true } and ({ Categories: not null } or { Subjects: not null })));
        if (!isRelease && links.Length > 0)
            return new ParsedDocument { Format = document.Kind, Wire = Key, Links = links, Warnings = document.Warnings };
        if (content?.BodyHtml is null || content.Headline is null)
            return ParsedDocument.Unreadable(document.Kind, Key, "No release was found on this page: it has no headline followed by text and no links to releases.") with { Warnings = document.Warnings };

        var french = page.DocumentElement.GetAttribute("lang")?.StartsWith("fr", StringComparison.OrdinalIgnoreCase)
            ?? FrenchLandmark().IsMatch(page.Body?.TextContent ?? "");
        return new ParsedDocument
        {
            Format = document.Kind,
            Wire = Key,
            Warnings = document.Warnings,
            Releases =
            [
                OfPage(new RawRelease
                {
                    NativeId = IdIn(url?.AbsolutePath ?? document.FileName),
                    Headline = content.Headline,
                    Subheadline = content.Subheadline,
                    Url = url,
                    Language = french ? "fr" : "en",
                    Published = content.Footer is { } footer && FooterTime().Match(footer) is { Success: true } time ? time.Groups["time"].Value.Trim() : null,
                    Distributor = content.Distributor,
                    Categories = [.. (content.Categories ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
                    Subjects = [.. SubjectList.Split(content.Subjects ?? "", SubjectCatalog.PrNewswire)],
                    BodyHtml = content.BodyHtml,
                }),
            ],
        };
    }

    // Le Lézard is not known to publish feeds; feeds that others generate from its pages hold leads.
    protected override RawRelease Adapt(FoundRelease found) => Lead(found, SubjectCatalog.PrNewswire) with { Distributor = found.Text("dc:publisher") };

    // A page copied as plain text has the same lines.
    private static IHtmlDocument? PageOf(OpenedDocument document) =>
        document.Kind == "html" ? document.Page : HtmlPage.Parse($"<!doctype html><title></title><body><pre>{WebUtility.HtmlEncode(document.Text)}</pre>");

    private static Uri? Address(OpenedDocument document)
    {
        if (document.Address is { } asked && IdIn(asked.AbsolutePath) is not null)
            return asked;
        var canonical = document.Page?.QuerySelector("link[rel=canonical]")?.GetAttribute("href")
            ?? document.Page?.QuerySelector("meta[property='og:url']")?.GetAttribute("content");
        return WebAddress.Of(canonical, document.Address) is { } named && IdIn(named.AbsolutePath) is not null ? named : null;
    }

    private static string? IdIn(string? path) =>
        path is not null && ReleasePathPattern().Match(path) is { Success: true } match ? match.Groups["id"].Value : null;

    private static ImmutableArray<Uri> Links(OpenedDocument document)
    {
        if (document.Address is not { } address || document.Page is null)
            return [];
        return
        [
            .. document.Page.QuerySelectorAll("a[href]")
                .Select(link => link.GetAttribute("href"))
                .Where(href => IdIn(href?.Split('?', '#')[0]) is not null)
                .Select(href => WebAddress.Of(href, address))
                .OfType<Uri>()
                .Where(to => to.Host == address.Host && IdIn(to.AbsolutePath) is not null)
                .Select(to => new Uri(to.GetLeftPart(UriPartial.Path)))
                .Distinct(),
        ];
    }

    [GeneratedRegex("""(?<![\p{L}])(?:Classified\s+in|Classé\s+dans)\s*:""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex CategoriesLabel();

    [GeneratedRegex("""(?<![\p{L}])(?:Subject(?:s|\(s\))?|Sujet(?:s|\(s\))?)\s*:""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SubjectsLabel();

    [GeneratedRegex("""These\s+press\s+releases\s+may\s+also\s+interest\s+you|Ces\s+communiqués\s+de\s+presse\s+(?:pourraient|peuvent)\s+(?:aussi\s+)?vous\s+intéresser""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SidebarHeading();

    [GeneratedRegex("""(?:News\s+published\s[^:]{0,60}(?::\d\d)?[^:]{0,20}distributed\s+by|Communiqué\s+(?:envoyé|publié)\s[^:]{0,60}(?::\d\d)?[^:]{0,20}diffusé\s+par)\s*:""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FooterHeading();

    [GeneratedRegex("""(?:published|envoyé|publié)\s+(?:on|le)\s+(?<time>.{6,40}?)\s+(?:and|et)\s""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FooterTime();

    [GeneratedRegex("""^\s*(?:at|à)\s+\d{1,2}\s?[:h]\s?\d{2}\b""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SidebarClock();

    [GeneratedRegex("""Classé\s+dans\s*:|Sujet(?:s|\(s\))?\s*:|diffusé\s+par\s*:""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FrenchLandmark();

    // /en/news-20820484.html  /en/news-slug-22394745.html  /communique-5310542.html
    [GeneratedRegex("""(?:^|/|\b)(?:news|communique)-(?:[^/]*-)?(?<id>\d{5,12})\.html?$""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ReleasePathPattern();
}
