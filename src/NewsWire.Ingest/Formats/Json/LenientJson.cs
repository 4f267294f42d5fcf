using System.Collections.Immutable;
using System.Text.Json;

namespace NewsWire.Ingest.Formats.Json;

/// <summary>
/// Parses JSON with comments, trailing commas and unescaped line breaks or quotation marks in strings; of truncated text, everything up to
/// the last complete element of an array.
/// </summary>
internal static class LenientJson
{
    /// <summary>Maximum nesting depth; recursive code that walks a tree of this depth does not exhaust the stack.</summary>
    public const int MaximumDepth = 200;

    private const int LargestScript = 2_000_000;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaximumDepth };

    /// <summary>The root element, or null where the text cannot be repaired, and warnings about the repairs.</summary>
    public static (JsonElement? Root, ImmutableArray<string> Warnings) Read(string text)
    {
        if (Parse(text) is { } root)
            return (root, []);
        var (mended, breaksOff) = JsonMending.Mend(text);
        return (Parse(mended), [breaksOff ? "The document is truncated; everything before that point was kept." : "Invalid JSON was repaired."]);
    }

    /// <summary>
    /// The root element of an inline script, which may be wrapped in a comment or CDATA; null where it is truncated or cannot be parsed.
    /// </summary>
    public static JsonElement? ReadScript(string script)
    {
        if (script.Length > LargestScript || Unwrapped(script) is not { Length: > 0 } text)
            return null;
        return Parse(text) ?? (JsonMending.Mend(text) is { BreaksOff: false, Text: var mended } ? Parse(mended) : null);
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonMending.WithoutHalves(text), Options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // <!-- {…} -->   //<![CDATA[ {…} //]]>   {…};
    private static string Unwrapped(string script)
    {
        var start = script.AsSpan().IndexOfAny('{', '[');
        // The opening bracket of CDATA must not be taken for a JSON array.
        while (start >= 0 && script.AsSpan(start).StartsWith("[CDATA[", StringComparison.OrdinalIgnoreCase))
        {
            var next = script.AsSpan(start + 7).IndexOfAny('{', '[');
            start = next < 0 ? -1 : start + 7 + next;
        }
        if (start < 0)
            return "";
        var rest = script.AsSpan(start).TrimEnd();
        while (rest.EndsWith("-->", StringComparison.Ordinal) || rest.EndsWith("]]>", StringComparison.Ordinal) || rest.EndsWith("*/", StringComparison.Ordinal))
            rest = rest[..^(rest[^1] == '/' ? 2 : 3)].TrimEnd(" \t\r\n/*");
        return rest[..(rest.LastIndexOfAny('}', ']') + 1)].ToString();
    }
}
