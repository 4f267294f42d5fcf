using System.Security.Cryptography;
using System.Text;
using NewsWire.Ingest.Normalize;

namespace NewsWire.Ingest.Store;

/// <summary>The columns of a release as its row and its body hold them: the parameters of every write.</summary>
internal sealed record ReleaseRow
{
    public long Id { get; init; }
    public required string Via { get; init; }
    public required string NativeId { get; init; }
    public required string Language { get; init; }
    public required string Wire { get; init; }
    public int? SourceId { get; init; }
    public DateTimeOffset PublishedAt { get; init; }
    public required string PublishedAs { get; init; }
    public string? PublishedText { get; init; }
    public string? PublishedZone { get; init; }
    public bool Clamped { get; init; }
    public DateTimeOffset SeenAt { get; init; }
    public bool Complete { get; init; }
    public bool Sample { get; init; }
    public required string Headline { get; init; }
    public required string Slug { get; init; }
    public required string Summary { get; init; }
    public string? Url { get; init; }
    public string? Issuer { get; init; }
    public long? CompanyId { get; init; }
    public required string[] Tickers { get; init; }
    public required string[] MentionedTickers { get; init; }
    public required string[] Categories { get; init; }
    public required int[] SubjectIds { get; init; }
    public long? StoryId { get; init; }
    public required byte[] ContentHash { get; init; }

    /// <summary>correction or withdrawal, where it replaces an earlier release; what it says of that one is in the next three.</summary>
    public string? Correction { get; init; }
    public string? CorrectsHeadline { get; init; }
    public string? CorrectsNativeId { get; init; }
    public DateTime? CorrectsDate { get; init; }
    public string? Subheadline { get; init; }
    public string? Dateline { get; init; }
    public string? DatelinePlace { get; init; }
    public DateTime? DatelineDate { get; init; }
    public required string BodyHtml { get; init; }
    public required string BodyText { get; init; }
    public string? Distributor { get; init; }

    public Counted Counted => new(Wire, Language, CompanyId, SubjectIds, DateOnly.FromDateTime(PublishedAt.UtcDateTime));

    public static ReleaseRow Of(Release release, int? sourceId, long? companyId, int[] subjectIds, DateTimeOffset seenAt) => new()
    {
        Via = release.Via,
        NativeId = release.NativeId,
        Language = release.Language,
        Wire = release.Wire.Key,
        SourceId = sourceId,
        PublishedAt = release.Published.Instant,
        PublishedAs = release.Published.As,
        PublishedText = release.Published.Text,
        PublishedZone = release.Published.Zone,
        Clamped = release.Published.Clamped,
        SeenAt = seenAt,
        Complete = release.Complete,
        Sample = release.Sample,
        Headline = release.Headline,
        Slug = release.Slug,
        Summary = release.Summary,
        Url = release.Url?.AbsoluteUri,
        Issuer = release.Issuer,
        CompanyId = companyId,
        Tickers = Symbols(release.Tickers),
        MentionedTickers = Symbols(release.MentionedTickers),
        // Categories that differ only in case are the same to a reader.
        Categories = [.. release.Categories.Distinct(StringComparer.OrdinalIgnoreCase)],
        SubjectIds = subjectIds,
        ContentHash = SHA256.HashData(Encoding.UTF8.GetBytes(release.Headline + "\n" + release.BodyText)),
        Correction = CorrectionStore.KindOf(release),
        CorrectsHeadline = release.Correction?.OfHeadline,
        CorrectsNativeId = release.Correction?.OfNativeId,
        CorrectsDate = release.Correction?.OfDate?.ToDateTime(TimeOnly.MinValue),
        Subheadline = release.Subheadline,
        Dateline = release.Dateline?.Text,
        DatelinePlace = release.Dateline?.Place,
        DatelineDate = release.Dateline?.Date?.ToDateTime(TimeOnly.MinValue),
        BodyHtml = release.BodyHtml,
        BodyText = release.BodyText,
        Distributor = release.Wire.Name,
    };

    // Readers know shares by symbol, so an ISIN alone is not shown.
    private static string[] Symbols(IEnumerable<Ticker> tickers) => [.. tickers.Where(ticker => ticker.Symbol is not null).Select(ticker => ticker.ToString())];
}
