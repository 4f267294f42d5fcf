using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Normalize;
using NewsWire.Ingest.Wires;

namespace NewsWire.Ingest;

/// <summary>
/// The result of the Parse and Normalize stages for one document, as a line of JSON, for the parse command and for tests. Uses no
/// network and no database.
/// </summary>
public sealed class DocumentInspection
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // The output is for terminals and tools, never for a page, so letters are not escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    private readonly WireCatalog _wires = new();
    private readonly DocumentReader _reader;
    private readonly ReleaseNormalizer _normalizer = new(SubjectCatalog.Shipped);

    public DocumentInspection() => _reader = new DocumentReader(_wires);

    /// <summary>One JSON object, and whether the document gave a result.</summary>
    /// <param name="file">The name to report; its last part is also used to detect the format.</param>
    /// <param name="url">The address it was published at, or null.</param>
    /// <param name="at">When the document counts as read, in UTC; clock times without a date are resolved against it.</param>
    public (string Line, bool Succeeded) Describe(ReadOnlyMemory<byte> bytes, string file, Uri? url, DateTimeOffset at)
    {
        var document = _reader.Read(new SourceDocument(bytes, url, Path.GetFileName(file), null, at), null);
        var wire = _wires.Find(document.Wire)!;
        List<string> warnings = [.. document.Warnings];
        List<DescribedRelease> releases = [];
        foreach (var raw in document.Releases)
        {
            var (release, problem) = Patience.Over(() => _normalizer.Normalize(raw, new ReadAt(wire.Key, wire.Name, wire.Zone, at)));
            releases.Add(DescribedRelease.Of(release));
            warnings.AddRange(release.Remarks);
            if (problem is not null)
                warnings.Add($"A release is not kept: {problem}");
        }
        var succeeded = document.Error is null;
        return (JsonSerializer.Serialize(new Description(file, document.Format, DescribedFeed.Of(document.Feed, wire.Zone, at), releases, document.Links, warnings, document.Error), Json), succeeded);
    }

    /// <summary>The line for a document that could not even be opened.</summary>
    public static (string Line, bool Succeeded) Missing(string file, string reason) =>
        (JsonSerializer.Serialize(new Description(file, "unknown", null, [], [], [], reason), Json), false);

    private sealed record Description(
        string File, string Format, DescribedFeed? Feed, IReadOnlyList<DescribedRelease> Releases, ImmutableArray<Uri> Links, IReadOnlyList<string> Warnings, string? Error);

    private sealed record DescribedFeed(string? Title, string? Link, string? Description, string? Language, DateTimeOffset? UpdatedAt)
    {
        public static DescribedFeed? Of(FeedDescription? feed, TimeZoneInfo zone, DateTimeOffset at) => feed is null ? null : new(
            PlainText.AsWritten(feed.Title, feed.TitleIsText),
            feed.Link,
            feed.Description is { } description ? PlainText.AsWritten(description, isText: false) ?? "" : null,
            feed.Language,
            PublishedTime.Resolve(feed.Updated, null, zone, at) is { As: "instant", Clamped: false } updated ? updated.Instant : null);
    }

    private sealed record DescribedRelease
    {
        public string? Id { get; init; }
        public string? NativeId { get; init; }
        public required string Headline { get; init; }
        public string? Subheadline { get; init; }
        public Uri? Url { get; init; }
        public required string Wire { get; init; }
        public required string Language { get; init; }
        public required bool LanguageGuessed { get; init; }
        public string? PublishedAt { get; init; }
        public string? UpdatedAt { get; init; }
        public DatelineOf? Dateline { get; init; }
        public string? Issuer { get; init; }
        public required IReadOnlyList<DescribedTicker> Tickers { get; init; }
        public required IReadOnlyList<DescribedTicker> MentionedTickers { get; init; }
        public required ImmutableArray<string> Categories { get; init; }
        public required IReadOnlyList<DescribedSubject> Subjects { get; init; }
        public required ImmutableArray<string> Authors { get; init; }
        public required string Summary { get; init; }
        public required string BodyHtml { get; init; }
        public required string BodyText { get; init; }
        public required ImmutableArray<Enclosure> Enclosures { get; init; }
        public required ImmutableArray<MediaLink> Media { get; init; }
        public required ImmutableArray<Contact> Contacts { get; init; }
        public required IReadOnlyList<DescribedSection> Boilerplate { get; init; }
        public required string Status { get; init; }
        public string? Corrects { get; init; }
        public DescribedCorrection? Correction { get; init; }
        public string? Slug { get; init; }

        public static DescribedRelease Of(Release release) => new()
        {
            Id = release.PublishedId,
            NativeId = release.NativeIdIsWires ? release.NativeId : null,
            Headline = release.Headline,
            Subheadline = release.Subheadline,
            Url = release.Url,
            Wire = release.Wire.Name,
            Language = release.Language,
            LanguageGuessed = release.LanguageGuessed,
            PublishedAt = release.Published.Iso,
            UpdatedAt = release.Updated?.Iso,
            Dateline = release.Dateline,
            Issuer = release.Issuer,
            Tickers = [.. release.Tickers.Select(DescribedTicker.Of)],
            MentionedTickers = [.. release.MentionedTickers.Select(DescribedTicker.Of)],
            Categories = release.Categories,
            Subjects = [.. release.Subjects.Select(subject => new DescribedSubject(subject.Scheme, subject.Code, subject.Name, subject.Topic.ToString(), subject.Medtop))],
            Authors = release.Authors,
            Summary = release.Lead ?? release.Summary,
            BodyHtml = release.BodyHtml,
            BodyText = release.BodyText,
            Enclosures = release.Enclosures,
            Media = release.Media,
            Contacts = release.Contacts,
            Boilerplate = [.. release.Boilerplate.Select(section => new DescribedSection(section.Kind, section.Text))],
            Status = release.Standing.ToString().ToLowerInvariant(),
            Corrects = release.Correction?.OfHeadline,
            Correction = release.Correction is { } told ? new DescribedCorrection(told.Kind.ToString().ToLowerInvariant(), told.OfHeadline, told.OfDate, told.OfNativeId) : null,
            Slug = release.Slug,
        };
    }

    private sealed record DescribedTicker(string? Exchange, string? Symbol, string? Isin)
    {
        public static DescribedTicker Of(Ticker ticker) => new(ticker.Exchange, ticker.Symbol, ticker.Isin);
    }

    private sealed record DescribedSection(string Kind, string Text);

    private sealed record DescribedCorrection(string Kind, string? Headline, DateOnly? Date, string? NativeId);

    private sealed record DescribedSubject(string Scheme, string Code, string Name, string Topic, string? Medtop);
}
