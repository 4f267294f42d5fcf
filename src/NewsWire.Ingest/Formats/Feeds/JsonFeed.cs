using System.Collections.Immutable;
using System.Text.Json;
using NewsWire.Ingest.Formats.Json;

namespace NewsWire.Ingest.Formats.Feeds;

/// <summary>Reads JSON Feed 1 and 1.1, tolerating members of the wrong type.</summary>
internal static class JsonFeed
{
    /// <summary>True for an object that declares itself a JSON Feed, or has the structure of one.</summary>
    public static bool Fits(JsonElement root) =>
        root.ValueKind is JsonValueKind.Object
        && (root.Text("version")?.Contains("jsonfeed", StringComparison.OrdinalIgnoreCase) == true
            || (root.TryGetProperty("items", out var items) && items.ValueKind is JsonValueKind.Array
                && (root.Text("home_page_url") ?? root.Text("feed_url") ?? root.Text("version") ?? root.Text("title")) is not null));

    /// <param name="warnings">Warnings from parsing the JSON, passed on.</param>
    public static FormatContent Read(JsonElement root, Uri? address, ImmutableArray<string> warnings)
    {
        var home = WebAddress.Of(root.Text("home_page_url"), address);
        var feed = new Inherited(FeedLanguage.Tag(root.Text("language")), Authors(root), [], home ?? WebAddress.Of(root.Text("feed_url"), address) ?? address);
        return new FormatContent
        {
            Format = "jsonfeed",
            Feed = new FeedDescription(root.Text("title"), home?.AbsoluteUri, root.Text("description") is { } text ? TextAsHtml.Of(text) : null, feed.Language, Updated(root)) { TitleIsText = true },
            Releases = [.. root.All("items").Where(item => item.ValueKind is JsonValueKind.Object).Select(item => new FoundRelease(Release(item, feed)))],
            Warnings = warnings,
        };
    }

    private static RawRelease Release(JsonElement item, Inherited feed)
    {
        var id = item.Text("id");
        var url = WebAddress.Of(item.Text("url"), feed.Address) ?? WebAddress.Of(item.Text("external_url"), feed.Address) ?? WebAddress.Of(id);
        var plain = item.Text("content_text") is { } text ? TextAsHtml.Of(text) : null;
        var lead = item.Text("summary") is { } summary ? TextAsHtml.Of(summary) : null;
        var html = item.Text("content_html") is { } content ? EscapedMarkup.Unescaped(content) : null;
        return new RawRelease
        {
            Id = id,
            Headline = item.Words("title"),
            HeadlineIsText = true,
            Url = url,
            Language = FeedLanguage.Tag(item.Text("language")) ?? feed.Language,
            Published = item.Text("date_published") ?? item.Text("date_modified"),
            Updated = item.Text("date_modified"),
            Categories = [.. item.All("tags").Select(JsonValues.Text).OfType<string>().Distinct(StringComparer.Ordinal)],
            Authors = [.. Authors(item) is { Count: > 0 } own ? own : feed.Authors],
            Summary = lead ?? html ?? plain,
            BodyHtml = html ?? plain ?? lead,
            Base = url is null ? feed.Address : null,
            Enclosures = [.. item.All("attachments").Select(file => File(file, feed.Address)).Append(Image(item, feed.Address)).OfType<Enclosure>().DistinctBy(file => file.Url, StringComparer.Ordinal)],
        };
    }

    // Version 1 has one author object, version 1.1 an array; feeds send either in place of the other, or a plain name.
    private static IReadOnlyList<string> Authors(JsonElement element) =>
        [.. element.All("authors").Concat(element.All("author")).Select(author => author.ValueKind is JsonValueKind.Object ? author.Text("name") : JsonValues.Text(author)).OfType<string>().Distinct(StringComparer.Ordinal)];

    // JSON Feed has no such member; some feeds add one, otherwise the newest item's time is used.
    private static string? Updated(JsonElement root) =>
        root.Text("date_modified") ?? root.Text("updated") ?? root.All("items")
            .Select(item => item.ValueKind is JsonValueKind.Object ? item.Text("date_modified") ?? item.Text("date_published") : null)
            .OfType<string>()
            .MaxBy(date => DateTimeOffset.TryParse(date, System.Globalization.CultureInfo.InvariantCulture, out var instant) ? instant.UtcDateTime : DateTime.MinValue);

    private static Enclosure? Image(JsonElement item, Uri? address) =>
        WebAddress.Resolve(item.Text("image") ?? item.Text("banner_image"), address) is { } url ? new Enclosure(url.AbsoluteUri, null) : null;

    private static Enclosure? File(JsonElement file, Uri? address) =>
        file.ValueKind is JsonValueKind.Object && WebAddress.Resolve(file.Text("url"), address) is { } url
            ? new Enclosure(url.AbsoluteUri, file.Text("mime_type"), file.Text("title")) { Length = file.Size("size_in_bytes") } : null;
}
