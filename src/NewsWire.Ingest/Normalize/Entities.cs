using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace NewsWire.Ingest.Normalize;

/// <summary>
/// Decodes HTML character references: &amp;eacute; &amp;#233; &amp;#xE9;. Without a semicolon only the names that HTML allows so are
/// decoded, and only as a whole word.
/// </summary>
internal static class Entities
{
    private const int LongestName = 34;

    /// <summary>The text with its references decoded; an ampersand that begins none is kept.</summary>
    public static string Decode(string text)
    {
        var at = text.IndexOf('&');
        if (at < 0)
            return text;
        var decoded = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0 && at < text.Length; at = text.IndexOf('&', at))
        {
            var (character, length) = At(text, at);
            if (character is null)
            {
                at++;
                continue;
            }
            decoded.Append(text, from, at - from).Append(character);
            from = at += length;
        }
        return decoded.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>True where a text contains a complete reference with its semicolon, which indicates double encoding.</summary>
    public static bool IsIn(string text)
    {
        for (var at = text.IndexOf('&'); at >= 0; at = text.IndexOf('&', at + 1))
        {
            if (At(text, at) is { Character: not null, Length: var length } && text[at + length - 1] == ';')
                return true;
        }
        return false;
    }

    private static (string? Character, int Length) At(string text, int at)
    {
        var end = at + 1;
        if (end < text.Length && text[end] == '#')
            end++;
        var start = end;
        while (end < text.Length && end - start < LongestName && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end == start)
            return (null, 0);
        var closed = end < text.Length && text[end] == ';';
        if (text[start - 1] == '#')
            return (Numbered(text[start..end]), end - at + (closed ? 1 : 0));
        // "&copy 2026" is a reference in an old form; "AT&T" and "R&D" are not.
        var name = text[start..end];
        return (HtmlEntityProvider.Resolver.GetSymbol(closed ? name + ";" : name), end - at + (closed ? 1 : 0));
    }

    private static string? Numbered(string digits)
    {
        var hexadecimal = digits[0] is 'x' or 'X';
        if (!int.TryParse(hexadecimal ? digits[1..] : digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return null;
        // Numbers 0x80 to 0x9F come from programs that mean Windows-1252.
        if (code is >= 0x80 and <= 0x9F)
            return Windows1252[code - 0x80] is var meant and not '\0' ? meant.ToString() : null;
        return Rune.IsValid(code) && code > 0 ? new Rune(code).ToString() : null;
    }

    private const string Windows1252 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";
}
