using System.Buffers;
using System.Text;

namespace NewsWire.Ingest.Formats.Json;

/// <summary>What a person reads past and a parser does not: each mended in one pass over the text.</summary>
internal static class JsonMending
{
    private const int UnicodeEscape = 6;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Half of a character is nothing that a text or a name can hold: it is replaced, or whoever compares it would be thrown out.</summary>
    public static string WithoutHalves(string text)
    {
        if (!text.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
            return text;
        var whole = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOf('\\') is var at and >= 0)
        {
            whole.Append(rest[..at]);
            rest = rest[at..];
            var length = Math.Min(2, rest.Length);
            if (IsHalf(rest, "89abAB") && IsHalf(rest[UnicodeEscape..], "cdefCDEF"))
                length = 2 * UnicodeEscape;
            var isAlone = length == 2 && IsHalf(rest, "89abcdefABCDEF");
            whole.Append(isAlone ? "\\uFFFD" : rest[..length]);
            rest = rest[(isAlone ? UnicodeEscape : length)..];
        }
        return whole.Append(rest).ToString();
    }

    /// <summary>
    /// Line breaks and quotation marks inside texts are escaped, escapes that JSON does not have are the characters
    /// themselves; and where the text breaks off, it is closed after the last whole element of a list.
    /// </summary>
    public static (string Text, bool BreaksOff) Mend(ReadOnlySpan<char> json)
    {
        var mended = new StringBuilder(json.Length + 64);
        var open = new Stack<char>();
        var whole = 0;
        var closers = "";
        var inText = false;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (inText && c == '\\' && i + 1 < json.Length)
            {
                i++;
                mended.Append(Escape(json[i..]));
                continue;
            }
            if (inText && c == '"' && !EndsText(json[(i + 1)..]))
                mended.Append('\\');
            else if (c == '"')
                inText = !inText;
            if (c < ' ' && inText)
                mended.Append(Control(c));
            // A line break ends a comment; other control characters mean nothing between texts.
            else if (c < ' ' && c != '\n')
                mended.Append(' ');
            else
                mended.Append(c);
            if (!inText && c is '{' or '[')
                open.Push(c == '{' ? '}' : ']');
            else if (!inText && c is '}' or ']' && open.TryPop(out _) && open.TryPeek(out var outer) && outer == ']')
                (whole, closers) = (mended.Length, open.Count < LenientJson.MaximumDepth ? string.Concat(open) : "");
        }
        return open.Count == 0 ? (mended.ToString(), false) : (mended.ToString(0, whole) + closers, true);
    }

    private static string Control(char c) => c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => " " };

    // What stands behind the stroke.
    private static string Escape(ReadOnlySpan<char> escaped) => escaped[0] switch
    {
        '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' => $"\\{escaped[0]}",
        'u' when escaped.Length > 4 && !escaped[1..5].ContainsAnyExcept(Hexadecimal) => "\\u",
        '\'' => "'",
        < ' ' => "\\\\" + Control(escaped[0]),
        var other => $"\\\\{other}",
    };

    // A quotation mark ends a text where JSON goes on after it; any other stands inside.
    private static bool EndsText(ReadOnlySpan<char> after)
    {
        var next = after.IndexOfAnyExcept(" \t\r\n");
        return next < 0 || after[next] is ':' or '}' or ']' || IsComment(after[next..]) || (after[next] == ',' && GoesOn(after[(next + 1)..]));
    }

    private static bool GoesOn(ReadOnlySpan<char> after)
    {
        var next = after.IndexOfAnyExcept(" \t\r\n");
        return next < 0 || after[next] is '"' or '{' or '[' or '}' or ']' or '-' or 't' or 'f' or 'n' || char.IsAsciiDigit(after[next]) || IsComment(after[next..]);
    }

    private static bool IsComment(ReadOnlySpan<char> text) => text.StartsWith("/*", StringComparison.Ordinal) || text.StartsWith("//", StringComparison.Ordinal);

    // \ud83d is the first half of a character, \ude00 the second.
    private static bool IsHalf(ReadOnlySpan<char> text, string kinds) =>
        text.Length >= UnicodeEscape && text[0] == '\\' && text[1] == 'u' && text[2] is 'd' or 'D' && kinds.Contains(text[3], StringComparison.Ordinal)
        && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);
}
