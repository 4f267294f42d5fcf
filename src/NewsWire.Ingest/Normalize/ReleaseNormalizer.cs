using System.Security.Cryptography;
using System.Text;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>What the pipeline knows of a release beyond its document.</summary>
/// <param name="Via">Key of the wire it was read at.</param>
/// <param name="ViaName">That wire's name.</param>
/// <param name="Zone">The source's zone for clock times that name none.</param>
internal sealed record ReadAt(string Via, string ViaName, TimeZoneInfo Zone, DateTimeOffset FetchedAt);

/// <summary>The Normalize stage: what the wire said to what we understood. No I/O; sanitizing comes last for every text that is kept.</summary>
internal sealed class ReleaseNormalizer(SubjectCatalog catalog)
{
    private const int LongestHeadline = 400;
    private const int LongestIssuer = 200;
    private const int SummaryLength = 240;
    private const int SlugLength = 80;

    /// <summary>The release, or null with the reason where there is nothing to keep.</summary>
    public (Release? Release, string? Problem) Normalize(RawRelease raw, ReadAt at)
    {
        var body = SafeHtml.Clean(raw.BodyHtml ?? raw.Summary ?? "", raw.Base ?? raw.Url);
        if (body is null)
            return (null, "Its text is nested too deep to be a release.");
        var dateline = BodyDateline.TakeFrom(body);
        var bodyText = BlockText.Of(body);
        var published = PlainText.OfTitle(raw.Headline);
        if (published is null && bodyText.Length == 0)
            return (null, "It has neither a headline nor a text.");

        var correction = Corrections.In(published ?? "", bodyText);
        var headline = PlainText.Shorten(correction?.Headline ?? published ?? bodyText.Split('\n')[0], LongestHeadline);
        var issuer = (PlainText.OfTitle(raw.Issuer) is { } named ? PlainText.Shorten(named, LongestIssuer) : null) ?? Issuers.FromSourceLine(bodyText) ?? correction?.Issuer ?? Issuers.FromOpening(bodyText);
        var url = raw.Url is { Scheme: "http" or "https" } address ? address : null;
        var nativeId = raw.NativeId ?? url?.AbsoluteUri ?? raw.Id;
        return (new Release
        {
            Via = at.Via,
            NativeId = Bounded(nativeId ?? TextId(headline, bodyText)),
            NativeIdIsWires = raw.NativeId is not null,
            PublishedId = raw.Id,
            Language = Language(raw.Language),
            Wire = Distributor.Of(raw.Distributor) ?? Distributor.Of(dateline?.Text) ?? new Distributor(at.Via, at.ViaName),
            Published = PublishedTime.Resolve(raw.Published, dateline?.Date, at.Zone, at.FetchedAt),
            Updated = raw.Updated is null ? null : PublishedTime.Resolve(raw.Updated, null, at.Zone, at.FetchedAt) is { As: "instant" } updated ? updated.Instant : null,
            Headline = headline,
            Slug = PlainText.Slug(headline, SlugLength),
            Subheadline = PlainText.OfTitle(raw.Subheadline),
            Summary = Summary(raw.Summary, bodyText),
            Url = url,
            Dateline = dateline is null ? null : new DatelineOf(PlainText.Clean(dateline.Text), dateline.Place, dateline.Date, dateline.Wire),
            Issuer = issuer,
            CompanyKey = Issuers.Key(issuer),
            Tickers = Tickers.In(headline + "\n" + bodyText),
            Categories = [.. raw.Categories.Select(PlainText.OfTitle).OfType<string>().Distinct().Take(20)],
            Subjects = SubjectsOf.Resolve(raw.Subjects, catalog),
            Authors = [.. raw.Authors.Select(PlainText.OfTitle).OfType<string>().Distinct().Take(20)],
            Enclosures = [.. raw.Enclosures.Where(enclosure => Links.Resolve(enclosure.Url, url) is not null)],
            BodyHtml = SafeMarkup.Of(body, raw.Base ?? raw.Url).Trim(),
            BodyText = bodyText,
            Correction = correction?.Correction,
            Complete = raw.Complete && raw.BodyHtml is not null,
            Sample = url?.Host.EndsWith(".example", StringComparison.OrdinalIgnoreCase) == true,
        }, null);
    }

    private static string Summary(string? lead, string bodyText)
    {
        if (lead is not null && SafeHtml.Clean(lead, null) is { } element)
        {
            BodyDateline.TakeFrom(element);
            var text = PlainText.Clean(BlockText.Of(element));
            if (text.Length > 0)
                return PlainText.Shorten(text, SummaryLength);
        }
        // The first paragraph that is more than a line of its own: not a sub-heading, not a note.
        var paragraphs = bodyText.Split("\n\n");
        var first = paragraphs.Take(4).FirstOrDefault(paragraph => paragraph.Length > 60) ?? paragraphs[0];
        return PlainText.Shorten(PlainText.Clean(first), SummaryLength);
    }

    private static string Language(string? tag)
    {
        var code = (tag ?? "en").Trim().Split('-', '_')[0].ToLowerInvariant();
        return code.Length is 2 or 3 && code.All(char.IsAsciiLetter) ? code : "en";
    }

    // An id goes into an index, whose entries have a limit.
    private static string Bounded(string id) => id.Length <= 400 ? id : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private static string TextId(string headline, string bodyText) =>
        "text:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(headline + "\n" + bodyText)))[..32];
}
