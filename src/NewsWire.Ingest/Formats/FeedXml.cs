using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// Makes what feeds send readable for a strict XML reader: prefixes that were never declared are declared, HTML's names
/// for characters become characters, bare ampersands are escaped. Document types and their entities are never expanded.
/// </summary>
internal static partial class FeedXml
{
    /// <summary>A reader over the text as it came, for feeds that keep the rules. It loads nothing and expands nothing.</summary>
    public static XmlReader Open(string xml) => Open(xml, checkCharacters: true);

    /// <summary>A reader over mended text, for feeds that do not. Mending costs several times what reading does.</summary>
    public static XmlReader OpenMended(string xml) => Open(Mend(xml), checkCharacters: false);

    private static XmlReader Open(string xml, bool checkCharacters) => XmlReader.Create(new StringReader(xml), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = checkCharacters,
    });

    private static string Mend(string xml)
    {
        var start = xml.IndexOf('<', StringComparison.Ordinal);
        if (start > 0)
            xml = xml[start..];
        return DeclarePrefixes(Ampersands(xml));
    }

    private static string Ampersands(string xml) => xml.Contains('&') ? Ampersand().Replace(xml, match =>
    {
        if (match.Groups["cdata"].Success)
            return match.Value;
        if (match.Groups["known"] is { Success: true } known)
            return known.Value[0] != '#' || IsCharacter(known.Value) ? match.Value : "\uFFFD";
        if (match.Groups["name"] is { Success: true } name && WebUtility.HtmlDecode($"&{name.Value};") is [var character] && !char.IsSurrogate(character))
            return $"&#{(int)character};";
        return "&amp;" + match.Value[1..];
    }) : xml;

    // Zero, halves of characters and the like are well-formed numbers of nothing that can be shown or stored.
    private static bool IsCharacter(string reference)
    {
        var digits = reference.AsSpan()[1..^1];
        var number = digits[0] is 'x'
            ? int.Parse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return number is >= 0x10000 and <= 0x10FFFF || (number <= 0xFFFF && XmlConvert.IsXmlChar((char)number));
    }

    private static string DeclarePrefixes(string xml)
    {
        var root = Root().Match(xml, AfterComments(xml));
        if (!root.Success)
            return xml;
        var used = Prefix().Matches(xml).Select(match => match.Groups["prefix"].Value).Where(prefix => prefix is not ("xml" or "xmlns")).Distinct(StringComparer.Ordinal);
        var declarations = new StringBuilder();
        foreach (var prefix in used)
        {
            // A declaration further down is fine there and harmless here.
            if (!root.Value.Contains($"xmlns:{prefix}=", StringComparison.Ordinal))
                declarations.Append(" xmlns:").Append(prefix).Append("=\"urn:newswire:undeclared:").Append(prefix).Append('"');
        }
        return declarations.Length == 0 ? xml : xml.Insert(root.Groups["name"].Index + root.Groups["name"].Length, declarations.ToString());
    }

    // What stands in a comment before the root may look like one.
    private static int AfterComments(string xml)
    {
        var at = 0;
        while (xml.IndexOf('<', at) is var open and >= 0 && string.CompareOrdinal(xml, open, "<!--", 0, 4) == 0 && xml.IndexOf("-->", open, StringComparison.Ordinal) is var end and > 0)
            at = end + 3;
        if (xml.IndexOf("<?", at, StringComparison.Ordinal) is var declaration and >= 0 && xml[at..declaration].AsSpan().Trim().IsEmpty && xml.IndexOf("?>", declaration, StringComparison.Ordinal) is var closed and > 0)
            return closed + 2 + AfterComments(xml[(closed + 2)..]);
        return at;
    }

    [GeneratedRegex("""<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>|&(?:(?<known>(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)|(?<name>[A-Za-z][A-Za-z0-9]{1,30});|)""", RegexOptions.None, 10_000)]
    private static partial Regex Ampersand();

    [GeneratedRegex("""<(?<name>[A-Za-z_][\w.\-]*(?::[\w.\-]+)?)(?:\s[^>]*)?>""", RegexOptions.None, 10_000)]
    private static partial Regex Root();

    [GeneratedRegex("""(?:</?|\s)(?<prefix>[A-Za-z_][\w.\-]{0,40}):[A-Za-z_][\w.\-]*(?=[\s=/>])""", RegexOptions.None, 10_000)]
    private static partial Regex Prefix();
}
