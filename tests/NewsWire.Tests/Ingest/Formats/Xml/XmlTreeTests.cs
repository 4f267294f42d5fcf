using System.Text;
using System.Xml;
using NewsWire.Ingest.Formats.Xml;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats.Xml;

/// <summary>XmlTree gives the same tree as .NET's parser for well-formed documents, and some tree for any other.</summary>
public sealed class XmlTreeTests
{
    private static readonly string[] Names = ["item", "title", "a", "Mixed", "x-y", "été"];
    private static readonly string[] Texts = ["plain", " a &amp; b ", "&#8220;x&#x201D;", "line\r\nend\rand", "<![CDATA[<b>&amp;</b>]]>", "]]&gt;", "é – 漢字 😀", "<!-- a <b> --> ", "<?php echo '>' ?>", "\t"];
    private const string Trouble = "<>&\"'/![]-?;= \0\uD800";
    private static readonly string[] Values = ["", "1", "a &lt; b", "&quot;q&quot;", "two\nlines\tand", "https://osprey.example/?a=1&amp;b=2", "é", "a > b"];

    [Fact]
    public void Whole_documents_are_read_as_a_strict_parser_reads_them()
    {
        var random = new Random(2026);
        for (var round = 0; round < 500; round++)
            AssertSame(Document(random));
    }

    [Fact]
    public void Every_fixture_that_is_whole_is_read_as_a_strict_parser_reads_it()
    {
        var whole = Fixtures.AllDocuments().Where(file => file.EndsWith(".xml", StringComparison.Ordinal)).Select(File.ReadAllText).Where(text => Strict(text) is not null).ToList();

        Assert.NotEmpty(whole);
        Assert.All(whole, AssertSame);
    }

    [Fact]
    public void A_document_with_anything_wrong_in_it_is_still_a_tree()
    {
        var random = new Random(1998);
        for (var round = 0; round < 3000; round++)
        {
            var text = new StringBuilder(Document(random));
            for (var change = random.Next(1, 6); change > 0 && text.Length > 0; change--)
            {
                var at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at)),
                    1 => text.Insert(at, Trouble[random.Next(Trouble.Length)]),
                    _ => text.Insert(at, text.ToString(at, Math.Min(20, text.Length - at))),
                };
            }
            Assert.NotNull(XmlTree.Read(text.ToString()));
        }
    }

    [Theory]
    [InlineData("<rss><channel><title>A & B</title></channel></rss>", "A & B")]
    [InlineData("<rss><channel><title>A &nbsp; B &copy;</title></channel></rss>", "A \u00A0 B ©")]
    [InlineData("<rss><channel><title>don&#146;t</title></channel></rss>", "don’t")]
    [InlineData("<rss><channel><title>1 < 2</title></channel></rss>", "1 < 2")]
    [InlineData("<rss><channel><title>Mill</Title></channel></rss>", "Mill")]
    [InlineData("<rss><channel><x a=b c='d><title>Mill</title></channel></rss>", "Mill")]
    [InlineData("<rss><channel><title>Mill</title><item><titl", "Mill")]
    [InlineData("<!DOCTYPE rss [<!ENTITY mill \"Mill &#38; Wheel\">]><rss><channel><title>&mill;</title></channel></rss>", "Mill & Wheel")]
    public void Malformed_XML_is_repaired(string text, string title) =>
        Assert.Equal(title, Assert.Single(XmlTree.Read(text).Root!.Descendants("title")).Text);

    [Fact]
    public void Prefixes_are_those_of_the_namespaces_however_the_document_names_them()
    {
        var root = XmlTree.Read("<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:z='http://purl.org/dc/elements/1.1/' xmlns='http://purl.org/rss/1.0/'><item r:about='x'><z:creator>N</z:creator><dc:date>D</dc:date></item></r:RDF>").Root!;
        var item = root.First("item")!;

        Assert.Equal(("N", "D", "x"), (item.TextOf("dc:creator"), item.TextOf("dc:date"), item.Attribute("rdf:about")));
    }

    private static void AssertSame(string text) => Assert.Equal(Strict(text), Written(XmlTree.Read(text).Root!));

    private static string Document(Random random)
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?>\n<!-- <x> -->\n");
        Element(text, random, 0, "rss");
        return text.Append("\n<!-- end -->").ToString();
    }

    private static void Element(StringBuilder text, Random random, int depth, string name)
    {
        text.Append('<').Append(name);
        for (var i = random.Next(3); i > 0; i--)
            text.Append(' ').Append("abc"[i]).Append(" = \"").Append(Values[random.Next(Values.Length)]).Append('"');
        if (random.Next(6) == 0)
        {
            text.Append(" />");
            return;
        }
        text.Append('>');
        for (var i = random.Next(5); i > 0 && depth < 8; i--)
        {
            if (random.Next(2) == 0)
                text.Append(Texts[random.Next(Texts.Length)]);
            else
                Element(text, random, depth + 1, Names[random.Next(Names.Length)]);
        }
        text.Append("</").Append(name).Append(" >");
    }

    // A common form for both trees: names without prefixes, no namespace declarations, adjacent texts joined.
    private static string? Strict(string text)
    {
        var written = new StringBuilder();
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
            while (reader.Read())
            {
                if (reader.NodeType is XmlNodeType.Element)
                {
                    written.Append('<').Append(reader.LocalName);
                    var empty = reader.IsEmptyElement;
                    for (var i = 0; i < reader.AttributeCount; i++)
                    {
                        reader.MoveToAttribute(i);
                        if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
                            written.Append('|').Append(reader.LocalName).Append('=').Append(reader.Value);
                    }
                    written.Append(empty ? "></>" : ">");
                }
                else if (reader.NodeType is XmlNodeType.EndElement)
                    written.Append("</>");
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace && reader.Depth > 0)
                    written.Append(reader.Value);
            }
        }
        catch (XmlException)
        {
            return null;
        }
        return written.ToString();
    }

    private static string Written(WireElement element)
    {
        var written = new StringBuilder().Append('<').Append(element.LocalName);
        foreach (var (name, value) in element.Attributes)
            written.Append('|').Append(name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..]).Append('=').Append(value);
        written.Append('>');
        foreach (var node in element.Nodes)
            written.Append(node is WireText text ? text.Value : Written((WireElement)node));
        return written.Append("</>").ToString();
    }
}
