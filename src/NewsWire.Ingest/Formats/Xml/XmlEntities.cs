using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace NewsWire.Ingest.Formats.Xml;

/// <summary>
/// Decodes character references and entities: the five of XML, those of HTML (feeds use them undeclared), numeric ones as browsers do, and
/// those the document declares as plain text. Entities that refer to other entities are left as written: expanding them allows exponential
/// growth ("billion laughs").
/// </summary>
internal sealed class XmlEntities
{
    private const int LongestName = 32;
    private const int LongestValue = 1000;
    private const int MostDeclared = 1000;
    private const int MostExpanded = 1 << 20;

    private readonly Dictionary<string, string> _declared = new(StringComparer.Ordinal);
    private int _expanded;

    /// <summary>Registers an entity the document declares; true where it is plain text and will be expanded.</summary>
    public bool Declare(string name, ReadOnlySpan<char> value)
    {
        if (name.Length > LongestName || value.Length > LongestValue || _declared.Count >= MostDeclared || value.Contains('<'))
            return false;
        var text = Decode(value);
        // A value that still contains an entity after decoding would be expanded again by the next reader.
        if (value.Contains('&') && !IsCharactersOnly(value))
            return false;
        _declared.TryAdd(name, text);
        return true;
    }

    /// <summary>Decodes the references in a text; an ampersand that begins none is kept. Line ends are normalized.</summary>
    public string Decode(ReadOnlySpan<char> text)
    {
        var decoded = new StringBuilder(text.Length);
        while (text.IndexOfAny('&', '\r') is var at and >= 0)
        {
            decoded.Append(text[..at]);
            var rest = text[at..];
            if (rest[0] == '\r')
            {
                decoded.Append('\n');
                text = rest[(rest.Length > 1 && rest[1] == '\n' ? 2 : 1)..];
                continue;
            }
            var end = rest[..Math.Min(rest.Length, LongestName + 2)].IndexOf(';');
            if (end > 1 && Character(rest[1..end]) is { } character)
            {
                decoded.Append(character);
                text = rest[(end + 1)..];
            }
            else
            {
                decoded.Append('&');
                text = rest[1..];
            }
        }
        return decoded.Append(text).ToString();
    }

    private string? Character(ReadOnlySpan<char> name)
    {
        if (name[0] == '#')
            return Number(name[1..]);
        switch (name)
        {
            case "amp":
                return "&";
            case "lt":
                return "<";
            case "gt":
                return ">";
            case "quot":
                return "\"";
            case "apos":
                return "'";
        }
        if (_declared.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var value))
        {
            _expanded += value.Length;
            return _expanded > MostExpanded ? null : value;
        }
        return char.IsAsciiLetter(name[0]) ? HtmlEntityProvider.Resolver.GetSymbol($"{name};") : null;
    }

    private static string? Number(ReadOnlySpan<char> digits)
    {
        var hexadecimal = digits.Length > 1 && digits[0] is 'x' or 'X';
        if (!uint.TryParse(hexadecimal ? digits[1..] : digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        // References 128 to 159 denote C1 control characters but mean Windows-1252; the HTML Standard maps them so.
        if (number is >= 0x80 and <= 0x9F)
            number = HtmlEntityProvider.IsInCharacterTable((int)number) ? HtmlEntityProvider.GetSymbolFromTable((int)number)![0] : number;
        if (number is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF))
            return char.ConvertFromUtf32((int)number);
        return "\uFFFD";
    }

    private static bool IsCharactersOnly(ReadOnlySpan<char> value)
    {
        while (value.IndexOf('&') is var at and >= 0)
        {
            if (at + 1 >= value.Length || value[at + 1] != '#')
                return false;
            value = value[(at + 1)..];
        }
        return true;
    }
}
