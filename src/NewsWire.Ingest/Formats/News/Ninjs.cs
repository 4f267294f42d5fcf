using System.Collections.Immutable;
using System.Text.Json;
using NewsWire.Ingest.Formats.Json;

namespace NewsWire.Ingest.Formats.News;

/// <summary>
/// ninjs of every generation: flat lower case (1), lists (2), camel case (3); one item, a list of them, or an object of
/// somebody's own around either.
/// </summary>
internal static class Ninjs
{
    private const int DeepestWrapper = 4;

    /// <summary>What the document holds, or null where no item is in it.</summary>
    /// <param name="warnings">What had to be mended for it to be read at all.</param>
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

    /// <summary>The first item's address or id, and whose it says it is: what its wire is recognized by.</summary>
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

    // Every item has a uri; only what goes with it tells it from a rendition or a subject.
    private static bool IsItem(JsonElement element) =>
        element.Text("uri") is not null
        && NinjsItem.Telling.Any(name => element.TryGetProperty(name, out _));
}
