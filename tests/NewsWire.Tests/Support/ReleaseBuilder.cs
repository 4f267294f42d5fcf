using System.Globalization;
using NewsWire.Data.Subjects;
using NewsWire.Ingest;
using NewsWire.Ingest.Normalize;

namespace NewsWire.Tests.Support;

/// <summary>Builds releases for tests through the real Normalize stage; each number gives a different release.</summary>
internal static class ReleaseBuilder
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly ReleaseNormalizer Normalizer = new(SubjectCatalog.Shipped);

    public static Release Build(int number, string? headline = null, string? body = null, string subjects = "LIC", string via = "lelezard", string? issuer = null, DateTimeOffset? at = null, bool complete = true, RawStatus status = RawStatus.Usable, string? language = "en")
    {
        var published = at ?? Noon.AddMinutes(number);
        var raw = new RawRelease
        {
            NativeId = (20_000_000 + number).ToString(CultureInfo.InvariantCulture),
            Headline = headline ?? $"Release number {number} of the series",
            Url = new Uri($"https://{via}.test/release-{20_000_000 + number}.html"),
            Language = language,
            Published = published.ToString("O", CultureInfo.InvariantCulture),
            Issuer = issuer,
            Status = status,
            Subjects = [.. subjects.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => new RawSubject(SubjectCatalog.PrNewswire, code))],
            Summary = complete ? null : body ?? Words(number),
            BodyHtml = complete ? $"<p>{body ?? Words(number)}</p>" : null,
            Complete = complete,
        };
        var (release, problem) = Normalizer.Normalize(raw, new ReadAt(via, via, TimeZoneInfo.Utc, published.AddSeconds(30)));
        return problem is null ? release : throw new InvalidOperationException(problem);
    }

    /// <summary>A different text for each number: no two share a five-word shingle.</summary>
    public static string Words(int number)
    {
        var random = new Random(number);
        return string.Join(' ', Enumerable.Range(0, 120).Select(_ => "w" + (char)('a' + random.Next(26)) + (char)('a' + random.Next(26)) + random.Next(1000).ToString(CultureInfo.InvariantCulture)));
    }
}
