using System.Collections.Immutable;
using System.Globalization;

namespace NewsWire.Ingest.Formats.Xml;

/// <summary>
/// Parses any XML, however malformed: unescaped ampersands, HTML entities, undeclared prefixes, unclosed tags, unquoted attributes,
/// truncated documents. It never fails, loads and expands nothing external, and runs in linear time.
/// </summary>
/// <param name="Root">The root element, or null where there is none.</param>
/// <param name="BreaksOff">True where the text ended before its elements were closed.</param>
/// <param name="Warnings">What was repaired, as sentences for operators.</param>
internal sealed record XmlTree(WireElement? Root, bool BreaksOff, ImmutableArray<string> Warnings)
{
    /// <summary>
    /// Maximum nesting depth; tags of deeper elements are dropped and their text is kept. Real documents do not reach it, and recursive code
    /// stays within the stack.
    /// </summary>
    public const int MaximumDepth = 200;

    public static XmlTree Read(string text)
    {
        var builder = new XmlTreeBuilder(text);
        var scan = new XmlScan(text);
        var texts = 0;
        var at = 0;
        while (text.IndexOf('<', at) is var open and >= 0)
        {
            var kind = scan.KindAt(open);
            if (kind is XmlScan.Kind.Text)
            {
                at = open + 1;
                continue;
            }
            builder.Text(texts, open);
            texts = at = kind switch
            {
                XmlScan.Kind.Start => builder.Start(open),
                XmlScan.Kind.End => builder.End(open),
                XmlScan.Kind.CData => CData(open),
                XmlScan.Kind.DocumentType => builder.DocumentType(open),
                _ => scan.EndOf(kind, open),
            };
        }
        builder.Text(texts, text.Length);
        return builder.Finish();

        int CData(int open)
        {
            var start = open + "<![CDATA[".Length;
            var end = text.IndexOf("]]>", start, StringComparison.Ordinal);
            builder.CData(start, end < 0 ? text.Length : end);
            return end < 0 ? text.Length : end + 3;
        }
    }

    /// <summary>A repair with its count, singular or plural.</summary>
    internal static string Mended(int count, string one, string many) =>
        count == 1 ? one : string.Create(CultureInfo.InvariantCulture, $"{count} {many}");
}
