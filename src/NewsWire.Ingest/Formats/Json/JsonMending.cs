using System.Buffers;
using System.Text;

namespace NewsWire.Ingest.Formats.Json;

/// <summary>Repairs JSON that is invalid but unambiguous; each repair is a single pass over the text.</summary>
internal static class JsonMending
{
    private const int UnicodeEscape = 6;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Replaces unpaired surrogate escapes: .NET strings made from them cannot be encoded and comparing them throws.</summary>
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
    /// Escapes line breaks and quotation marks inside strings, replaces escapes that JSON does not define by the characters themselves, and
    /// closes truncated text after the last complete element of an array.
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
            // A line break ends a comment and is kept; other control characters between tokens have no meaning.
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

    // Takes the characters after the backslash.
    private static string Escape(ReadOnlySpan<char> escaped) => escaped[0] switch
    {
        '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' => $"\\{escaped[0]}",
        'u' when escaped.Length > 4 && !escaped[1..5].ContainsAnyExcept(Hexadecimal) => "\\u",
        '\'' => "'",
        < ' ' => "\\\\" + Control(escaped[0]),
        var other => $"\\\\{other}",
    };

    // A quotation mark ends the string where valid JSON follows it; any other is part of the string.
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

    // \ud83d is a high surrogate, \ude00 a low surrogate.
    private static bool IsHalf(ReadOnlySpan<char> text, string kinds) =>
        text.Length >= UnicodeEscape && text[0] == '\\' && text[1] == 'u' && text[2] is 'd' or 'D' && kinds.Contains(text[3], StringComparison.Ordinal)
        && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);
}
