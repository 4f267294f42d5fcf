using System.Collections.Immutable;
using System.Text.Json;
using NewsWire.Ingest.Formats.Json;

namespace NewsWire.Ingest.Formats.News;

/// <summary>
/// Reads ninjs of every generation (1: lower case, 2: lists, 3: camel case): one item, a list of items, or either inside an object of
/// another name.
/// </summary>
internal static class Ninjs
{
    private const int DeepestWrapper = 4;

    /// <summary>The content of the document, or null where it contains no item.</summary>
    /// <param name="warnings">Warnings from parsing the JSON, passed on.</param>
    public static FormatContent? Read(JsonElement root, ImmutableArray<string> warnings)
    {
        var items = Items(root, 0).ToList();
        if (items.Count == 0)
            return null;
        var read = items.Select(NinjsItem.Read).ToList();
        return new FormatContent
        {
            Format = "ninjs",
            Releases = [.. read.Select(item => item.Release).OfType<RawRelease>().Select(release => new FoundRelease(release))],
            Warnings = [.. warnings, .. read.Select(item => item.Why).OfType<string>()],
        };
    }

    /// <summary>The items of the document, also used to recognize its wire.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement root) => Items(root, 0);

    private static IEnumerable<JsonElement> Items(JsonElement element, int depth)
    {
        if (depth > DeepestWrapper)
            return [];
        return element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(inner => Items(inner, depth + 1)),
            JsonValueKind.Object when IsItem(element) => [element],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object ? Items(member.Value, depth + 1) : []),
            _ => [],
        };
    }

    // Every item has a uri, but so do renditions and subjects; other members tell them apart.
    private static bool IsItem(JsonElement element) =>
        element.Text("uri") is not null
        && NinjsItem.Telling.Any(name => element.TryGetProperty(name, out _));
}
