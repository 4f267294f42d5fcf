using System.Globalization;
using System.Net;
using System.Text.Json;

namespace NewsWire.Ingest.Formats.Json;

/// <summary>Members of JSON objects for readers that take what they find.</summary>
internal static class JsonValues
{
    /// <summary>A member as text, numbers included; null where it is missing, empty or something else.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) ? Text(value) : null;

    /// <summary>A value as trimmed text, or null.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()?.Trim() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>A member that is text without markup, though its writer may have taken it out of a page: references are what they stand for.</summary>
    public static string? Words(this JsonElement element, string name) => WebUtility.HtmlDecode(element.Text(name));

    /// <summary>A member as a size in bytes; null where it is missing, zero or no number.</summary>
    public static long? Size(this JsonElement element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;

    /// <summary>The values of an array, or the one value that stands where an array should.</summary>
    public static IEnumerable<JsonElement> All(this JsonElement element, string name)
    {
        if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
            return [];
        return value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [value];
    }
}
