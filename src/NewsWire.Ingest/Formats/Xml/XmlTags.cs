using System.Buffers;

namespace NewsWire.Ingest.Formats.Xml;

/// <summary>A start tag as written.</summary>
/// <param name="Name">The name with the document's own prefix.</param>
/// <param name="End">The index after the tag.</param>
/// <param name="EndsDocument">True where the document ends inside the tag.</param>
internal readonly record struct XmlTag(string Name, IReadOnlyList<(string Name, string Value)> Attributes, bool IsEmpty, int End, bool EndsDocument);

/// <summary>Reads tags, tolerating missing quotation marks and missing ends.</summary>
internal sealed class XmlTags(string document)
{
    private const int MostAttributes = 200;
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/><='\"");
    private static readonly SearchValues<char> BareValueEnds = SearchValues.Create(" \t\r\n\f><");

    // The same few names occur thousands of times; sharing the strings saves memory.
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    // A quotation mark not found once does not occur later either; remembering that avoids quadratic time.
    private bool _noDouble;
    private bool _noSingle;

    public static (string Prefix, string Local) Split(string name) =>
        name.IndexOf(':') is var colon and > 0 && colon < name.Length - 1 ? (name[..colon], name[(colon + 1)..]) : ("", name);

    public XmlTag Read(int open, XmlEntities entities)
    {
        var at = open + 1;
        var name = Name(ref at);
        List<(string, string)>? attributes = null;
        while (true)
        {
            while (at < document.Length && char.IsWhiteSpace(document[at]))
                at++;
            if (at >= document.Length)
                return Tag(empty: false, at, ends: true);
            switch (document[at])
            {
                case '>':
                    return Tag(empty: false, at + 1, ends: false);
                case '/' when at + 1 < document.Length && document[at + 1] == '>':
                    return Tag(empty: true, at + 2, ends: false);
                // The next tag begins before this one ended.
                case '<':
                    return Tag(empty: false, at, ends: false);
                case '/' or '=' or '"' or '\'':
                    at++;
                    break;
                default:
                    var attribute = Name(ref at);
                    var value = Value(ref at, entities);
                    if (attributes is null || (attributes.Count < MostAttributes && !attributes.Exists(known => known.Item1 == attribute)))
                        (attributes ??= []).Add((attribute, value));
                    break;
            }
        }

        XmlTag Tag(bool empty, int end, bool ends) => new(name, attributes ?? (IReadOnlyList<(string, string)>)[], empty, end, ends);
    }

    public (string Name, int End) ReadEnd(int open)
    {
        var at = open + 2;
        var name = Name(ref at);
        var rest = document.AsSpan(at);
        var end = rest.IndexOfAny('>', '<');
        return (name, end < 0 ? document.Length : rest[end] == '>' ? at + end + 1 : at + end);
    }

    private string Name(ref int at)
    {
        var rest = document.AsSpan(at);
        var length = rest.IndexOfAny(NameEnds);
        var name = length < 0 ? rest : rest[..Math.Max(length, 1)];
        at += name.Length;
        var names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (names.TryGetValue(name, out var known))
            return known;
        var made = name.ToString();
        if (made.Length < 100)
            _names.Add(made);
        return made;
    }

    private string Value(ref int at, XmlEntities entities)
    {
        var ahead = at;
        while (ahead < document.Length && char.IsWhiteSpace(document[ahead]))
            ahead++;
        if (ahead >= document.Length || document[ahead] != '=')
            return "";
        ahead++;
        while (ahead < document.Length && char.IsWhiteSpace(document[ahead]))
            ahead++;
        at = ahead;
        if (ahead >= document.Length)
            return "";
        var quote = document[ahead];
        if (quote is '"' or '\'' && Closing(ahead + 1, quote) is var close and >= 0)
        {
            at = close + 1;
            return Decoded(document.AsSpan(ahead + 1, close - ahead - 1), entities);
        }
        var rest = document.AsSpan(ahead);
        var length = rest.IndexOfAny(BareValueEnds);
        var value = length < 0 ? rest : rest[..length];
        at = ahead + value.Length;
        if (value.EndsWith("/") && at < document.Length && document[at] == '>')
        {
            value = value[..^1];
            at--;
        }
        return Decoded(value.Trim("\"'"), entities);
    }

    // "<" in a value is not allowed but common. If no tag end follows the closing quotation mark, that mark belongs to another tag.
    private int Closing(int from, char quote)
    {
        ref var none = ref quote == '"' ? ref _noDouble : ref _noSingle;
        var close = none ? -1 : document.IndexOf(quote, from);
        if (close < 0)
        {
            none = true;
            return -1;
        }
        if (!document.AsSpan(from, close - from).Contains('<'))
            return close;
        var next = close + 1 < document.Length ? document[close + 1] : '>';
        return char.IsWhiteSpace(next) || next is '/' or '>' or '?' ? close : -1;
    }

    private static string Decoded(ReadOnlySpan<char> value, XmlEntities entities)
    {
        var text = value.Contains('&') ? entities.Decode(value) : value.ToString();
        return text.AsSpan().IndexOfAny('\n', '\t', '\r') < 0 ? text : text.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\t', ' ').Replace('\r', ' ');
    }
}
