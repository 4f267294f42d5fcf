using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWire.Ingest;

namespace NewsWire.Tests.Support;

/// <summary>Finds, reads and compares the fixture documents.</summary>
internal static class Fixtures
{
    /// <summary>The time at which every fixture is taken to have been fetched.</summary>
    public static readonly DateTimeOffset At = new(2026, 11, 21, 13, 5, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Ingest", "Wires", "Fixtures");

    /// <summary>Every document of a wire's folder; throws if there are none, so that a moved folder does not pass unnoticed.</summary>
    public static IReadOnlyList<string> Documents(string wire)
    {
        var folder = Path.Combine(Folder, wire);
        var files = Directory.Exists(folder)
            ? Directory.GetFiles(folder).Where(IsDocument).Order(StringComparer.Ordinal).ToList()
            : [];
        return files.Count > 0 ? files : throw new InvalidOperationException($"No fixtures found in {folder}.");
    }

    private static bool IsDocument(string file) =>
        Path.GetExtension(file) is not (".url" or ".md") && !file.EndsWith(".expected.json", StringComparison.Ordinal) && !file.EndsWith(".actual.json", StringComparison.Ordinal);

    /// <summary>Every document of every wire.</summary>
    public static IEnumerable<string> AllDocuments() => Directory.GetDirectories(Folder).Order(StringComparer.Ordinal).SelectMany(folder => Documents(Path.GetFileName(folder)));

    /// <summary>
    /// The address a fixture is taken to have been fetched from, given in a file name.url beside it; null where there is none.
    /// </summary>
    public static Uri? Address(string document)
    {
        var file = Path.ChangeExtension(document, ".url");
        return File.Exists(file) ? new Uri(File.ReadAllText(file).Trim()) : null;
    }

    /// <summary>The result of parsing and normalizing a fixture, as `newswire parse` prints it.</summary>
    public static JsonObject Inspect(string document) => Inspect(File.ReadAllBytes(document), Path.GetFileName(document), Address(document));

    public static JsonObject Inspect(byte[] bytes, string name, Uri? address)
    {
        var (line, _) = new DocumentInspection().Describe(bytes, name, address, At);
        return JsonNode.Parse(line)!.AsObject();
    }

    public static string Print(JsonNode node) => node.ToJsonString(Indented) + "\n";

    /// <summary>Every value that differs between two JSON trees, with its path; empty where they are equal.</summary>
    public static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path = "$")
    {
        switch (expected, actual)
        {
            case (JsonObject left, JsonObject right):
                return left.Select(pair => pair.Key).Union(right.Select(pair => pair.Key))
                    .SelectMany(key => Differences(left[key], right[key], $"{path}.{key}"));
            case (JsonArray left, JsonArray right):
                var count = left.Count == right.Count ? [] : new[] { $"{path}: expected {left.Count} items, found {right.Count}" };
                return count.Concat(Enumerable.Range(0, Math.Min(left.Count, right.Count)).SelectMany(i => Differences(left[i], right[i], $"{path}[{i}]")));
            default:
                return JsonNode.DeepEquals(expected, actual) ? [] : [$"{path}\n    - {Shown(expected)}\n    + {Shown(actual)}"];
        }
    }

    private static string Shown(JsonNode? node) => node?.ToJsonString(Indented) ?? "null";
}
