using System.Globalization;
using System.Net;
using System.Text.Json;

namespace NewsWire.Ingest.Formats.Json;

/// <summary>Accessors for members of JSON objects that tolerate missing members and wrong types.</summary>
internal static class JsonValues
{
    /// <summary>A member as text, numbers included; null where it is missing, empty or of another type.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) ? Text(value) : null;

    /// <summary>A string or number as trimmed text, or null.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()?.Trim() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>A plain-text member with its character references decoded, because some writers copy it from HTML.</summary>
    public static string? Words(this JsonElement element, string name) => WebUtility.HtmlDecode(element.Text(name));

    /// <summary>A member as a size in bytes; null where it is missing, zero or no number.</summary>
    public static long? Size(this JsonElement element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;

    /// <summary>The elements of an array member, or the single value given in place of an array.</summary>
    public static IEnumerable<JsonElement> All(this JsonElement element, string name)
    {
        if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
            return [];
        return value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [value];
    }
}
