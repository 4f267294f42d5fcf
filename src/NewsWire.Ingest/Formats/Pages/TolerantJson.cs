using System.Text;
using System.Text.Json;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>
/// Reads JSON as pages hold it: wrapped in comments or CDATA, with trailing commas, with line breaks and quotation marks
/// inside texts. What stays unreadable is null.
/// </summary>
internal static class TolerantJson
{
    private const int LargestScript = 2_000_000;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static JsonElement? Read(string script)
    {
        if (script.Length > LargestScript)
            return null;
        var text = Unwrapped(script);
        return text.IsEmpty ? null : Parse(text.ToString()) ?? Parse(Mended(text));
    }

    private static JsonElement? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // <!-- {…} -->   //<![CDATA[ {…} //]]>   {…};
    private static ReadOnlySpan<char> Unwrapped(string script)
    {
        var start = script.AsSpan().IndexOfAny('{', '[');
        // The bracket of CDATA is not the document's.
        while (start >= 0 && script.AsSpan(start).StartsWith("[CDATA[", StringComparison.OrdinalIgnoreCase))
        {
            var next = script.AsSpan(start + 7).IndexOfAny('{', '[');
            start = next < 0 ? -1 : start + 7 + next;
        }
        if (start < 0)
            return [];
        var rest = script.AsSpan(start).TrimEnd();
        while (rest.EndsWith("-->", StringComparison.Ordinal) || rest.EndsWith("]]>", StringComparison.Ordinal) || rest.EndsWith("*/", StringComparison.Ordinal))
            rest = rest[..^(rest[^1] == '/' ? 2 : 3)].TrimEnd(" \t\r\n/*");
        return rest[..(rest.LastIndexOfAny('}', ']') + 1)];
    }

    private static string Mended(ReadOnlySpan<char> json)
    {
        var mended = new StringBuilder(json.Length + 64);
        var inText = false;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (!inText)
            {
                inText = c == '"';
                mended.Append(c < ' ' ? ' ' : c);
            }
            else if (c == '\\' && i + 1 < json.Length)
            {
                var next = json[++i];
                // An escape that JSON does not have is the character itself.
                if ("\"\\/bfnrt".Contains(next, StringComparison.Ordinal) || (next == 'u' && IsHexadecimal(json[(i + 1)..])))
                    mended.Append(c).Append(next);
                else
                    mended.Append(next == '\'' ? "'" : "\\\\" + (next < ' ' ? "" : next));
            }
            else if (c == '"')
            {
                inText = !Ends(json[(i + 1)..]);
                mended.Append(inText ? "\\\"" : "\"");
            }
            else if (c < ' ')
            {
                mended.Append(c == '\n' ? "\\n" : c == '\r' ? "" : " ");
            }
            else
            {
                mended.Append(c);
            }
        }
        return mended.ToString();
    }

    // A quotation mark ends a text where JSON goes on after it; any other stands inside.
    private static bool Ends(ReadOnlySpan<char> after)
    {
        var next = after.IndexOfAnyExcept(" \t\r\n");
        return next < 0 || after[next] is ':' or '}' or ']' || (after[next] == ',' && GoesOn(after[(next + 1)..]));
    }

    private static bool GoesOn(ReadOnlySpan<char> after)
    {
        var next = after.IndexOfAnyExcept(" \t\r\n");
        return next < 0 || after[next] is '"' or '{' or '[' or '}' or ']' or '-' or 't' or 'f' or 'n' || char.IsAsciiDigit(after[next]);
    }

    private static bool IsHexadecimal(ReadOnlySpan<char> text) => text.Length >= 4 && text[0..4] is var four && char.IsAsciiHexDigit(four[0]) && char.IsAsciiHexDigit(four[1]) && char.IsAsciiHexDigit(four[2]) && char.IsAsciiHexDigit(four[3]);
}
