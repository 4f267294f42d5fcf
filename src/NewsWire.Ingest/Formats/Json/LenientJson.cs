using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats.Json;

/// <summary>
/// JSON as people write it: with comments, trailing commas and line breaks in texts; and what is left of it where it
/// breaks off: everything up to the last whole element of a list.
/// </summary>
internal static partial class LenientJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 200 };

    /// <summary>The root element, or null where nothing can be made of it, and what was mended.</summary>
    public static (JsonElement? Root, ImmutableArray<string> Warnings) Read(string text)
    {
        if (Parse(text) is { } root)
            return (root, []);
        var (mended, breaksOff) = Mend(text);
        return (Parse(mended), [breaksOff ? "It breaks off in the middle; what came before was kept." : "It is not quite JSON; it was mended."]);
    }

    /// <summary>The text of an escaped string; halves of characters are replaced.</summary>
    public static string Unescape(ReadOnlySpan<char> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\' || i + 1 >= escaped.Length)
            {
                text.Append(escaped[i]);
                continue;
            }
            var kind = escaped[++i];
            if (kind == 'u' && i + 4 < escaped.Length && ushort.TryParse(escaped.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 4;
            }
            else
            {
                text.Append(kind switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' or 'f' => ' ', _ => kind });
            }
        }
        return string.Concat(text.ToString().EnumerateRunes());
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            // Half of a character is nothing that a name can hold either: whoever compares it would be thrown out.
            using var document = JsonDocument.Parse(text.Contains("\\ud", StringComparison.OrdinalIgnoreCase) ? HalfCharacter().Replace(text, "\\uFFFD") : text, Options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // One pass: raw line breaks in strings are escaped, and the place after the last whole element of a list is kept.
    private static (string Text, bool BreaksOff) Mend(string text)
    {
        var mended = new StringBuilder(text.Length + 16);
        var open = new Stack<char>();
        var whole = 0;
        var closers = "";
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (inString && c is '\n' or '\r' or '\t')
            {
                mended.Append(c switch { '\n' => "\\n", '\r' => "\\r", _ => "\\t" });
                continue;
            }
            mended.Append(c);
            if (inString && c == '\\' && i + 1 < text.Length)
                mended.Append(text[++i]);
            else if (c == '"')
                inString = !inString;
            else if (!inString && c is '{' or '[')
                open.Push(c == '{' ? '}' : ']');
            else if (!inString && c is '}' or ']' && open.TryPop(out _) && open.TryPeek(out var outer) && outer == ']')
                (whole, closers) = (mended.Length, open.Count < 200 ? string.Concat(open) : "");
        }
        return open.Count == 0 ? (mended.ToString(), false) : (mended.ToString(0, whole) + closers, true);
    }

    [GeneratedRegex("""\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}""", RegexOptions.None, 5000)]
    private static partial Regex HalfCharacter();
}
