using System.Text.Json;
using NewsWire.Ingest.Formats.Json;

namespace NewsWire.Ingest.Formats.News;

/// <summary>Pictures, videos and documents of a ninjs item, each in its best rendition.</summary>
internal static class NinjsFiles
{
    public static IEnumerable<Enclosure> Of(JsonElement item) => Values(item, "associations")
        .Where(file => file.Text("type") is not ("text" or "composite" or "event" or "planning"))
        .SelectMany(file => Best(file, Caption(file)))
        .Concat(Best(item, null).Select(file => file with { Credit = null }))
        .DistinctBy(file => file.Url);

    private static IEnumerable<Enclosure> Best(JsonElement file, string? caption) => Renditions.Best(
        Values(file, "renditions")
            .Where(rendition => rendition.Text("href") is not null)
            .Select(rendition => Rendition.Of(rendition.Text("href")!, rendition.Text("mimetype") ?? rendition.Text("contenttype") ?? rendition.Text("contentType"), rendition.Text("width"), rendition.Text("sizeinbytes") ?? rendition.Text("sizeInBytes"))),
        caption,
        NinjsItem.Either(file, "creditline", "creditLine") ?? file.Text("byline"));

    private static string? Caption(JsonElement file) =>
        file.All("descriptions").Concat(file.All("headlines")).Select(text => text.Text("value")).FirstOrDefault(text => text is not null)
        ?? file.Text("description_text") ?? file.Text("headline") ?? file.Text("title");

    // ninjs 1 has them as members of an object, later generations as an array.
    private static IEnumerable<JsonElement> Values(JsonElement element, string name) => element.All(name)
        .SelectMany(value => value.ValueKind is JsonValueKind.Object && value.Text("href") is null && value.Text("uri") is null && value.Text("name") is null ? value.EnumerateObject().Select(member => member.Value) : [value])
        .Where(value => value.ValueKind is JsonValueKind.Object);
}
