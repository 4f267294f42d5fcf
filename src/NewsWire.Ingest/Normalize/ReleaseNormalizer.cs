using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NewsWire.Data;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>Context of a release beyond its document.</summary>
/// <param name="Via">Key of the wire it was received from.</param>
/// <param name="ViaName">That wire's name.</param>
/// <param name="Zone">The source's time zone, for times without a zone.</param>
internal sealed record ReadAt(string Via, string ViaName, TimeZoneInfo Zone, DateTimeOffset FetchedAt);

/// <summary>The Normalize stage: turns a wire's raw values into a release. No I/O; every text that is kept is sanitized last.</summary>
internal sealed class ReleaseNormalizer(SubjectCatalog catalog)
{
    // Maximum body length in characters; the longest releases seen, with their tables, have about 250,000.
    private const int LongestText = 1_000_000;
    private const int LongestHeadline = 400;
    private const int LongestIssuer = 200;
    private const int SummaryLength = 240;
    private const int SlugLength = 80;
    private const int ShortestNews = 30;
    private const int MostLabels = 20;

    /// <summary>The release, and why it must not be stored; the problem is null where it may be.</summary>
    public (Release Release, string? Problem) Normalize(RawRelease raw, ReadAt at)
    {
        var relativeTo = raw.Base ?? raw.Url;
        var html = raw.BodyHtml ?? raw.Summary ?? "";
        var isCut = html.Length > LongestText;
        // Cuts before a tag, so that no tag is truncated.
        var cleaned = SafeHtml.Clean(EscapedMarkup.Once(isCut ? html[..Math.Max(html.LastIndexOf('<', LongestText), LongestText / 2)] : html), relativeTo, out var pictures);
        var body = cleaned ?? SafeHtml.Clean("", null)!;
        // Where only an excerpt was sent, the body is made from it.
        var isLead = raw.BodyHtml is null || raw.BodyHtml == raw.Summary;
        if (isLead)
            LeadEnd.TakeFrom(body);
        var found = BodyDateline.TakeFrom(body);
        var bodyText = BlockText.Of(body);
        var title = PlainText.OfTitle(raw.Headline, raw.HeadlineIsText);
        var correction = Corrections.In(title ?? "", raw.Subheadline is null ? bodyText : PlainText.OfTitle(raw.Subheadline) + "\n\n" + bodyText);
        var headline = PlainText.Shorten(correction?.Headline ?? title ?? bodyText.Split('\n')[0], LongestHeadline);
        var authors = Labels(raw.Authors);
        var issuer = Issuer(raw, correction?.Issuer, headline, bodyText, authors);
        var url = raw.Url is { Scheme: "http" or "https" } address ? address : null;
        var language = Languages.Of(raw.Language, headline, bodyText);
        var dateline = Dateline(found, raw, at);
        var boilerplate = Boilerplate.In(bodyText);
        var shares = OwnShares.Of(raw.Tickers, headline, bodyText, issuer, boilerplate);
        var lead = News(PlainText.Clean(isLead ? bodyText : LeadOf(raw.Summary)));
        var published = PublishedTime.Resolve(raw.Published, dateline?.Date, at.Zone, at.FetchedAt);
        var (standing, notShown, embargo) = Standings.Of(raw, correction?.Correction, title, bodyText, published, at);
        var release = new Release
        {
            Via = at.Via,
            NativeId = Bounded(raw.NativeId ?? url?.AbsoluteUri ?? raw.Id ?? TextId(headline, bodyText)),
            NativeIdIsWires = raw.NativeId is not null,
            PublishedId = raw.Id,
            Language = language.Code,
            LanguageGuessed = language.Guessed,
            Wire = Distributor.Of(raw.Distributor) ?? Distributor.Of(found?.Text) ?? new Distributor(at.Via, at.ViaName),
            Published = published,
            Updated = PublishedTime.Resolve(raw.Updated, null, at.Zone, at.FetchedAt) is { Said: not null } updated ? updated : null,
            Headline = headline,
            Slug = Slug.Of(headline, SlugLength),
            Subheadline = PlainText.OfTitle(raw.Subheadline),
            Summary = Summary(lead, bodyText),
            Lead = lead.Length > 0 ? lead : null,
            Url = url,
            Dateline = dateline,
            Issuer = issuer,
            CompanyKey = CompanyKey.Of(issuer),
            Tickers = shares.Own,
            MentionedTickers = shares.Mentioned,
            Categories = [.. raw.Categories.Select(PlainText.OfLabel).OfType<string>().Distinct().Take(MostLabels)],
            Subjects = SubjectsOf.Resolve(raw.Subjects, catalog),
            Authors = authors,
            Enclosures = [.. raw.Enclosures.Where(enclosure => Links.Resolve(enclosure.Url, relativeTo) is not null)],
            Media = MediaLinks.Of(raw.Enclosures, pictures, body, bodyText, relativeTo),
            Contacts = ContactsOf(raw, boilerplate),
            Boilerplate = boilerplate,
            BodyHtml = SafeMarkup.Of(body, relativeTo).Trim(),
            BodyText = bodyText,
            Standing = standing,
            Correction = correction?.Correction is { } told ? told with { OfNativeId = raw.Replaces } : raw.Replaces is null ? null : new Correction(CorrectionKind.Correction, null, null, raw.Replaces),
            Remarks = [.. new[] { language.Remark, embargo, isCut ? "The text was longer than 1,000,000 characters and was truncated." : null }.OfType<string>()],
            Complete = raw.Complete && raw.BodyHtml is not null,
            Sample = url?.Host.EndsWith(".example", StringComparison.OrdinalIgnoreCase) == true,
        };
        var problem = cleaned is null ? "The HTML is nested too deeply to be a release."
            : headline.Length == 0 && bodyText.Length == 0 && standing != Standing.Withdrawn ? "The release has no headline and no text."
            : notShown;
        return (release, problem);
    }

    private static ImmutableArray<string> Labels(ImmutableArray<string> written) => [.. written.Select(label => PlainText.OfTitle(label)).OfType<string>().Distinct().Take(MostLabels)];

    private static string? Issuer(RawRelease raw, string? corrected, string headline, string bodyText, ImmutableArray<string> authors)
    {
        var name = PlainText.OfTitle(raw.Issuer) ?? Issuers.FromSourceLine(bodyText) ?? corrected ?? Issuers.FromOpening(bodyText) ?? Issuers.FromAuthors(authors) ?? Issuers.FromAbout(headline, bodyText)
            ?? Issuers.FromAnnouncement(headline, bodyText);
        return name is null ? null : PlainText.Shorten(name, LongestIssuer);
    }

    /// <summary>
    /// The dateline from the text, with the year added if it names none; or the place that was sent as a separate element.
    /// </summary>
    private static DatelineOf? Dateline(Dateline? found, RawRelease raw, ReadAt at)
    {
        var day = raw.DatelineDay;
        if (found is null)
        {
            return PlainText.OfTitle(raw.DatelinePlace) is { } place
                ? Composed(place, PlainText.OfTitle(day), day is null ? null : WireDates.Read(day)?.Date ?? InItsYear(WireDates.DayIn(day), raw, at), Distributor.Of(raw.Distributor)?.Name)
                : null;
        }
        var date = found.Date ?? InItsYear(found.DayOfYear, raw, at);
        var sent = found.Place is null ? PlainText.OfTitle(raw.DatelinePlace) : null;
        return new DatelineOf(sent + PlainText.Clean(found.Text), found.Place ?? sent, date, found.Wire);
    }

    private static DateOnly? InItsYear((int Month, int Day)? day, RawRelease raw, ReadAt at)
    {
        if (day is null)
            return null;
        // The dateline's local date may be one day ahead of the UTC publication date.
        var published = PublishedTime.Resolve(raw.Published, null, at.Zone, at.FetchedAt).Instant;
        return WireDates.LatestOf(day.Value.Month, day.Value.Day, DateOnly.FromDateTime(published.UtcDateTime).AddDays(1));
    }

    // Business Wire's files give the place only; the dateline is composed as on its pages: SAN FRANCISCO--(BUSINESS WIRE)--
    private static DatelineOf Composed(string place, string? day, DateOnly? date, string? wire)
    {
        var written = day is not null && WireDates.DayIn(day) is not null ? $"{place}, {day}" : place;
        return new(wire is null ? written : $"{written}--({wire.ToUpperInvariant()})--", place, date, wire);
    }

    private static ImmutableArray<Contact> ContactsOf(RawRelease raw, ImmutableArray<Section> boilerplate)
    {
        var apart = raw.ContactHtml is { } html && SafeHtml.Clean(html, null) is { } element ? BlockText.Of(element) : "";
        var inText = boilerplate.Where(section => section.Kind == "contact").Select(section => section.Text);
        return Contacts.In(string.Join("\n\n", inText.Prepend(apart)));
    }

    private static string Summary(string lead, string bodyText)
    {
        if (lead.Length > 0)
            return PlainText.Shorten(lead, SummaryLength);
        // The first paragraph that is long enough to be text and not a subheading or a note.
        var paragraphs = bodyText.Split("\n\n");
        var first = paragraphs.Take(4).FirstOrDefault(paragraph => paragraph.Length > 60) ?? paragraphs[0];
        return PlainText.Shorten(PlainText.Clean(first), SummaryLength);
    }

    // Where a subheadline runs into the dateline, the news begins after both, unless nothing follows.
    private static string News(string lead)
    {
        if ((Formats.Dateline.Find(lead) ?? UnsignedDateline.At(lead)) is not { } dateline)
            return lead;
        if (lead.Length - dateline.End >= ShortestNews)
            return lead[dateline.End..];
        return dateline.Start > 0 ? lead[..dateline.Start].TrimEnd() : lead;
    }

    private static string LeadOf(string? html)
    {
        if (html is null || SafeHtml.Clean(EscapedMarkup.Once(html), null) is not { } element)
            return "";
        LeadEnd.TakeFrom(element);
        BodyDateline.TakeFrom(element);
        return BlockText.Of(element);
    }

    // Ids are indexed, and PostgreSQL limits the size of index entries, so long ids are hashed.
    private static string Bounded(string id) => id.Length <= 400 ? id : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private static string TextId(string headline, string bodyText) =>
        "text:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(headline + "\n" + bodyText)))[..32];
}
