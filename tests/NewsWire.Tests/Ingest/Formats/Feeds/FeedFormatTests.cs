using System.Text;
using NewsWire.Ingest;
using NewsWire.Ingest.Formats;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats.Feeds;

/// <summary>Feeds as the standards define them, and common deviations.</summary>
public sealed class FeedFormatTests
{
    private static readonly Uri Address = new("https://feeds.osprey.example/all.xml");

    [Theory]
    [InlineData("<title>A &lt;b&gt; C</title>", "A <b> C", true)]
    [InlineData("<title type='html'>A &lt;b&gt;B&lt;/b&gt;</title>", "A <b>B</b>", false)]
    [InlineData("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A &lt; <b>B</b></div></title>", "A &lt; <b>B</b>", false)]
    [InlineData("<title type='text/plain' mode='base64'>QSA8Yj5CPC9iPg==</title>", "A <b>B</b>", true)]
    [InlineData("<title type='html' mode='base64'>QSA8Yj5CPC9iPg==</title>", "A <b>B</b>", false)]
    [InlineData("<title type='html'>A&lt;!-- hidden</title>", "A", false)]
    public void An_Atom_title_is_read_by_its_type(string title, string expected, bool isText)
    {
        var release = Entry(title);

        Assert.Equal((expected, isText), (release.Headline, release.HeadlineIsText));
    }

    [Theory]
    [InlineData("<link>https://osprey.example/1</link>", "https://osprey.example/1")]
    [InlineData("<link> /1 </link>", "https://osprey.example/1")]
    [InlineData("<feedburner:origLink>https://osprey.example/1</feedburner:origLink>", "https://osprey.example/1")]
    [InlineData("<link>https://click.example/x</link><feedburner:origLink>https://osprey.example/1</feedburner:origLink>", "https://click.example/x")]
    [InlineData("<guid>https://osprey.example/1</guid>", "https://osprey.example/1")]
    [InlineData("<guid isPermaLink='false'>https://osprey.example/1</guid>", null)]
    [InlineData("<atom:link rel='self' href='https://osprey.example/1.xml'/><atom:link href='https://osprey.example/1'/>", "https://osprey.example/1")]
    [InlineData("<link>javascript:alert(1)</link>", null)]
    public void The_page_address_of_an_item_is_found_in_every_form(string item, string? expected) => Assert.Equal(expected, Item(item).Url?.AbsoluteUri);

    [Theory]
    [InlineData("<author>desk@osprey.example (Osprey Desk)</author>", "Osprey Desk")]
    [InlineData("<author>Osprey Desk &lt;desk@osprey.example&gt;</author>", "Osprey Desk")]
    [InlineData("<author>desk@osprey.example</author>", "desk@osprey.example")]
    [InlineData("<dc:creator>Osprey Desk</dc:creator><author>desk@osprey.example (Osprey Desk)</author>", "Osprey Desk")]
    [InlineData("<atom:author><atom:name>Osprey Desk</atom:name><atom:email>desk@osprey.example</atom:email></atom:author>", "Osprey Desk")]
    [InlineData("", "The Editor")]
    public void An_author_is_a_name(string item, string expected) => Assert.Equal([expected], Item(item).Authors.AsEnumerable());

    [Fact]
    public void Files_come_once_and_with_absolute_addresses()
    {
        var release = Item("<enclosure url='/a.pdf' type='application/pdf'/><media:group><media:content url='https://osprey.example/a.pdf'/><media:content url='b.jpg'/></media:group><media:thumbnail url='c.jpg'/>");

        Assert.Equal(["https://osprey.example/a.pdf", "https://osprey.example/b.jpg", "https://osprey.example/c.jpg"], release.Enclosures.Select(file => file.Url));
    }

    [Fact]
    public void Files_have_their_size_title_and_maker()
    {
        var release = Item("""
            <enclosure url='/a.pdf' type='application/pdf' length='12345'/><enclosure url='/b.pdf' length='0'/>
            <media:group><media:credit role='publishing company'>Quay Wire</media:credit><media:credit role='photographer'>Ann Weaver</media:credit>
            <media:content url='c.jpg' fileSize='33116' medium='image'><media:title>The mill</media:title></media:content></media:group>
            """);

        Assert.Equal(
            [
                new Enclosure("https://osprey.example/a.pdf", "application/pdf") { Length = 12_345 },
                new Enclosure("https://osprey.example/b.pdf", null),
                new Enclosure("https://osprey.example/c.jpg", null, "The mill") { Length = 33_116, Credit = "Ann Weaver", Medium = "image" },
            ],
            release.Enclosures);
        Assert.Equal(512, Assert.Single(JsonItem("""{"id":"1","title":"Mill","attachments":[{"url":"https://a.example/x.pdf","mime_type":"application/pdf","size_in_bytes":512}]}""").Enclosures).Length);
    }

    [Fact]
    public void The_full_text_is_the_body_and_the_description_the_lead()
    {
        var release = Item("<description>Short.</description><content:encoded><![CDATA[<p>Long.</p>]]></content:encoded>");

        Assert.Equal(("Short.", "<p>Long.</p>"), (release.Summary, release.BodyHtml));
    }

    [Fact]
    public void Links_in_markup_follow_the_bases_of_their_elements()
    {
        var release = Entry("<content type='xhtml' xml:base='https://a.example/x/'><div xmlns='http://www.w3.org/1999/xhtml'><p xml:base='y/'><a href='z'>z</a></p></div></content>");

        Assert.Contains("href=\"https://a.example/x/y/z\"", release.BodyHtml);
        Assert.Equal("https://a.example/x/", release.Base?.AbsoluteUri);
    }

    [Fact]
    public void An_item_in_the_content_of_another_is_not_the_feeds() =>
        Assert.Single(Read("<rss version='2.0'><channel><item><title>Outer</title><description><x><item><title>Inner</title></item></x></description></item></channel></rss>").Releases);

    [Fact]
    public void A_truncated_item_is_kept_as_a_lead_if_its_page_can_complete_it()
    {
        var kept = Read("<rss version='2.0'><channel><item><title>Mill</title><link>https://osprey.example/1</link><description>The mill tur");
        var lost = Read("<rss version='2.0'><channel><item><title>Whole</title></item><item><title>Mi");

        Assert.False(Assert.Single(kept.Releases).Release.Complete);
        Assert.Null(kept.Releases[0].Release.Summary);
        Assert.Equal("Whole", Assert.Single(lost.Releases).Release.Headline);
        Assert.Contains("The truncated last item was left out.", lost.Warnings);
    }

    [Fact]
    public void A_channel_definition_is_a_feed()
    {
        var read = Read("<CHANNEL HREF='https://osprey.example/' LASTMOD='2026-11-20T10:00:00Z'><TITLE>Osprey</TITLE><ITEM HREF='/1'><TITLE>Mill</TITLE><ABSTRACT>It turns.</ABSTRACT></ITEM></CHANNEL>");

        Assert.Equal(("cdf", "Osprey", "2026-11-20T10:00:00Z"), (read.Format, read.Feed?.Title, read.Feed?.Updated));
        Assert.Equal(("https://osprey.example/1", "It turns."), (read.Releases[0].Release.Url?.AbsoluteUri, read.Releases[0].Release.BodyHtml));
    }

    [Theory]
    [InlineData("<br />\n<b>Warning</b>: cannot modify header\n<?xml version='1.0'?><rss version='2.0'><channel><title>T</title></channel></rss>", "rss")]
    [InlineData("<?xml version='1.0'?><!-- {0} --><rss version='2.0'><channel><title>T</title></channel></rss>", "rss")]
    [InlineData("<!DOCTYPE html><html><body><p>&lt;rss version='2.0'></p></body></html>", "html")]
    public void The_kind_of_a_document_is_what_it_holds(string text, string format) =>
        Assert.Equal(format, new DocumentReader(new NewsWire.Ingest.Wires.WireCatalog()).Read(Source(text.Replace("{0}", new string('x', 5000), StringComparison.Ordinal)), null).Format);

    [Fact]
    public void A_JSON_Feed_is_read_with_the_types_and_the_mistakes_it_is_sent_with()
    {
        var read = Read("""
            { // a comment
              "version": "https://jsonfeed.org/version/1.1", "title": "Osprey", "home_page_url": "https://osprey.example/", "language": "en_CA", "author": {"name": "The Editor"},
              "items": [
                { "id": 7, "url": "/7", "title": "A <b> C", "content_text": "One & two.\n\nThree.", "date_published": "2026-11-20T10:00:00Z", "tags": ["Mills", "Mills"], "attachments": [{ "url": "a.pdf", "mime_type": "application/pdf" }], },
                { "id": "8", "title": "Cut
            """);
        var release = Assert.Single(read.Releases).Release;

        Assert.Equal(("jsonfeed", "en-CA"), (read.Format, read.Feed?.Language));
        Assert.Equal(("7", "https://osprey.example/7", "A <b> C", "<p>One &amp; two.</p><p>Three.</p>"), (release.Id, release.Url?.AbsoluteUri, release.Headline, release.BodyHtml));
        Assert.Equal(["The Editor", "Mills"], release.Authors.Concat(release.Categories));
        Assert.Equal("https://osprey.example/a.pdf", Assert.Single(release.Enclosures).Url);
        Assert.Contains("truncated", Assert.Single(read.Warnings));
    }

    private static RawRelease Entry(string content) => Assert.Single(Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{content}</entry></feed>").Releases).Release;

    private static RawRelease Item(string content) => Assert.Single(Read(
        "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><link>https://osprey.example/</link><managingEditor>ed@osprey.example (The Editor)</managingEditor>"
        + $"<image><link>https://image.example/</link></image><item>{content}</item></channel></rss>").Releases).Release;

    private static RawRelease JsonItem(string item) =>
        Assert.Single(Read($$"""{"version":"https://jsonfeed.org/version/1.1","title":"Mills","items":[{{item}}]}""").Releases).Release;

    private static FormatContent Read(string text) => DocumentFormats.Read(OpenedDocument.Open(Source(text)));

    private static SourceDocument Source(string text) => new(Encoding.UTF8.GetBytes(text), Address, null, null, Fixtures.At);
}
