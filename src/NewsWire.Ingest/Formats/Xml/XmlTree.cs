using System.Collections.Immutable;
using System.Globalization;

namespace NewsWire.Ingest.Formats.Xml;

/// <summary>
/// Any text that means to be XML, as a tree. What a strict parser refuses is read the way it was meant: bare ampersands,
/// HTML's entities, prefixes nobody declared, tags that are not closed, attributes without quotes, a document that ends in the
/// middle. It never fails, loads nothing, and its time grows with the length of the text.
/// </summary>
/// <param name="Root">The outermost element, or null where there is none.</param>
/// <param name="BreaksOff">True where the text ended before its elements did.</param>
/// <param name="Warnings">What had to be mended, in words for a person.</param>
internal sealed record XmlTree(WireElement? Root, bool BreaksOff, ImmutableArray<string> Warnings)
{
    /// <summary>Elements further in are taken for the content of this depth: no honest document has them.</summary>
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

    /// <summary>What was mended, counted and named.</summary>
    internal static string Mended(int count, string one, string many) =>
        count == 1 ? one : string.Create(CultureInfo.InvariantCulture, $"{count} {many}");
}
