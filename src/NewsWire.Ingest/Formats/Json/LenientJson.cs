using System.Collections.Immutable;
using System.Text.Json;

namespace NewsWire.Ingest.Formats.Json;

/// <summary>
/// JSON as people write it: with comments, trailing commas, line breaks and quotation marks in texts; and what is left of
/// it where it breaks off: everything up to the last whole element of a list.
/// </summary>
internal static class LenientJson
{
    /// <summary>No tree is deeper: whoever walks one has room on the stack.</summary>
    public const int MaximumDepth = 200;

    private const int LargestScript = 2_000_000;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaximumDepth };

    /// <summary>The root element, or null where nothing can be made of it, and what was mended.</summary>
    public static (JsonElement? Root, ImmutableArray<string> Warnings) Read(string text)
    {
        if (Parse(text) is { } root)
            return (root, []);
        var (mended, breaksOff) = JsonMending.Mend(text);
        return (Parse(mended), [breaksOff ? "It breaks off in the middle; what came before was kept." : "It is not quite JSON; it was mended."]);
    }

    /// <summary>The root element of a script of a page, with comments or CDATA around it; null where it breaks off or nothing can be made of it.</summary>
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
        // The bracket of CDATA is not the document's.
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
