using System.Text;
using NewsWire.Ingest;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest;

/// <summary>
/// Malformed documents give an error or a warning as a value, never an exception, and in limited time. The time limit only turns a parser
/// that hangs into a failed test.
/// </summary>
public sealed class DocumentReaderTests
{
    // Generous: what takes a second alone may take half a minute on a busy machine.
    private const int Limit = 180_000;

    private static readonly Uri LeLezardPage = new("https://www.lelezard.com/en/news-22410077.html");
    private static readonly Uri AnyPage = new("https://weir.example/news/21");
    private static readonly Uri PrNewswireFeed = new("https://www.prnewswire.com/rss/news-releases-list.rss");

    private const string Dateline = "<p>OSPREY ROW, Maine, Nov. 20, 2026 /PRNewswire/ -- Osprey Row Kites was given the autumn medal on Friday.</p>";
    private const string Labels = "<p>Classified in: Sports</p><p>Subjects: AWD</p><h1>Osprey Row Kites wins the autumn medal</h1>";

    public static TheoryData<string> Documents => new(Fixtures.AllDocuments().Select(document => Path.GetRelativePath(Fixtures.Folder, document)));

    [Fact]
    public void An_empty_document_says_so() => Assert.Equal("The document is empty.", Error(""));

    [Fact]
    public void White_space_is_an_empty_document() => Assert.Equal("The document is empty.", Error(" \r\n\t "));

    [Theory]
    [InlineData("{\"a\": 1}")]
    [InlineData("Just some words.")]
    [InlineData("%PDF-1.7 \u0001\u0002")]
    [InlineData("PK\u0003\u0004\u0014")]
    [InlineData("<")]
    [InlineData("<?xml")]
    [InlineData("<?xml version='1.0'?><urlset></urlset>")]
    [InlineData("<html>")]
    [InlineData("<!--")]
    [InlineData("<!doctype html>")]
    public void A_document_without_a_release_gives_an_error_message(string text)
    {
        Assert.Matches("^[A-Z].*[.]$", Error(text));
        Assert.Matches("^[A-Z].*[.]$", Error(text, LeLezardPage));
        Assert.Matches("^[A-Z].*[.]$", Error(text, PrNewswireFeed));
    }

    [Fact]
    public void A_document_over_the_limit_is_refused_with_both_sizes()
    {
        var error = Error(new byte[65 * 1024 * 1024], null);

        Assert.Contains("65 MB", error);
        Assert.Contains("64 MB", error);
    }

    [Fact(Timeout = Limit)]
    public Task Bytes_of_every_kind_are_read() => Task.Run(() =>
    {
        var random = new Random(1998);
        foreach (var address in new[] { null, LeLezardPage, PrNewswireFeed })
        {
            for (var round = 0; round < 20; round++)
            {
                var bytes = new byte[random.Next(1, 60_000)];
                random.NextBytes(bytes);
                Assert.NotNull(Error(bytes, address));
            }
        }
    }, TestContext.Current.CancellationToken);

    [Fact]
    public void HTML_in_place_of_a_feed_is_reported() =>
        Assert.Contains("no headline followed by text", Error("<!DOCTYPE html><html><body><h1>Challenge</h1></body></html>", PrNewswireFeed));

    [Fact(Timeout = Limit)]
    public Task Entities_of_a_document_type_are_not_expanded() => Task.Run(() =>
    {
        var laughs = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        var feed = $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"ha\">{laughs}]><rss version=\"2.0\"><channel><title>&l9;</title><item><title>Mill &l9; opens</title><description>The mill opens.</description></item></channel></rss>";

        var read = Inspect(Bytes(feed), null);

        Assert.True(read.Length < 4000, $"The output has {read.Length} characters.");
        Assert.DoesNotContain("haha", read);
    }, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://127.0.0.1:1/secret")]
    public void External_entities_are_neither_loaded_nor_expanded(string address)
    {
        var feed = $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"{address}\"><!ENTITY % y SYSTEM \"{address}\"> %y;]><rss version=\"2.0\"><channel><title>T</title><item><title>Mill &x; opens</title><description>&x;</description></item></channel></rss>";

        Assert.DoesNotContain("root:", Inspect(Bytes(feed), null));
    }

    [Theory]
    [InlineData("&#0;")]
    [InlineData("&#x1;")]
    [InlineData("&#xD800;")]
    [InlineData("&#1114112;")]
    [InlineData("&amp;#0;")]
    [InlineData("&amp;#55296;")]
    [InlineData("&amp;amp;#xDFFF;")]
    [InlineData("\u0000")]
    public void Characters_that_cannot_be_stored_are_not_handed_on(string character)
    {
        var feed = $"<rss version=\"2.0\"><channel><title>T</title><item><title>A{character}B</title><guid>g{character}</guid><category>c{character}</category><author>a{character}</author><description>D{character}E <![CDATA[{character}]]></description></item></channel></rss>";
        var page = Page($"<p>Classified in: Sp{character}orts</p><p>Subjects: A{character}WD</p><h1>Osprey{character}Row</h1>{Dateline}<p>D{character}E</p>");

        foreach (var line in new[] { Inspect(Bytes(feed), null), Inspect(Bytes(page), LeLezardPage) })
            Assert.DoesNotMatch("(?i)[\\x00-\\x1F]|\\\\u(00[01]|d[89a-f])", line);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 EST")]
    public void A_date_at_the_end_of_the_calendar_does_no_harm(string date) =>
        Assert.Contains("\"error\":null", Inspect(Bytes($"<rss version=\"2.0\"><channel><title>T</title><item><title>A</title><pubDate>{date}</pubDate></item></channel></rss>"), null));

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-32")]
    [InlineData("x-nobody")]
    public void A_declared_encoding_that_is_refused_does_no_harm(string name) =>
        Assert.Contains("\"error\":null", Inspect(Bytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><rss version=\"2.0\"><channel><title>T</title><item><title>A</title></item></channel></rss>"), null));

    [Theory(Timeout = Limit)]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("table><tr><td")]
    [InlineData("ul><li")]
    [InlineData("font")]
    [InlineData("a href=x")]
    [InlineData("blockquote")]
    [InlineData("svg")]
    public Task A_hundred_thousand_elements_in_one_another_are_no_release(string element) => Task.Run(() =>
    {
        var html = Page(string.Concat(Enumerable.Repeat($"<{element}>", 100_000)) + "x");

        Assert.Contains("nested too deep", Error(html, LeLezardPage));
    }, TestContext.Current.CancellationToken);

    [Theory(Timeout = Limit)]
    [InlineData("<b>", 200_000)]
    [InlineData("<p><b><i><font size=1>x", 50_000)]
    [InlineData("<p>x<br>", 40_000)]
    [InlineData("<p>at 08:59<p>A teaser...", 50_000)]
    [InlineData("at 08:59 ", 50_000)]
    [InlineData("at 08:59<br>", 50_000)]
    [InlineData("Subjects: ", 50_000)]
    [InlineData("<p>Subjects: LIC</p>", 30_000)]
    [InlineData("These press releases may also interest you ", 20_000)]
    [InlineData("<p>News published on and distributed by:</p>", 20_000)]
    [InlineData("News published on ", 20_000)]
    [InlineData("<p>NEW YORK, Nov. 20, 2026 /PRNewswire/ -- x</p>", 10_000)]
    [InlineData("/PRNewswire/ -- ", 50_000)]
    [InlineData("<h1>x</h1>", 30_000)]
    [InlineData("<li>x", 40_000)]
    [InlineData("<a href='/en/news-22411050.html'>x</a> ", 30_000)]
    [InlineData("<a href='/x'>", 30_000)]
    [InlineData("<table><tr><td>1</table>", 20_000)]
    [InlineData("<tr><td>x", 50_000)]
    [InlineData("&", 500_000)]
    [InlineData("&amp;amp;", 100_000)]
    [InlineData("<", 500_000)]
    [InlineData("<p ", 200_000)]
    [InlineData("<!--", 200_000)]
    [InlineData("<span>x</span>", 50_000)]
    [InlineData("<article><h1>x</h1><h2><a href='/y'>x</a></h2></article>", 10_000)]
    [InlineData("<time>Nov. 20</time>", 30_000)]
    [InlineData("<div class='share'><p>The mill opened on Friday.</p></div>", 20_000)]
    [InlineData("\u00A0", 500_000)]
    [InlineData("A ", 500_000)]
    [InlineData("AAAA, ", 200_000)]
    [InlineData("(NYSE: X", 100_000)]
    [InlineData("SOURCE ", 100_000)]
    [InlineData("Nov. 20, ", 100_000)]
    [InlineData("at 08:59", 12_000)]
    [InlineData("\n", 500_000)]
    public Task Repetition_is_read_in_good_time(string piece, int times) => Task.Run(() =>
    {
        var many = string.Concat(Enumerable.Repeat(piece, times));
        foreach (var html in new[] { Page(Labels + many + Dateline), Page(Labels + Dateline + many), Page($"<pre>{many}</pre>"), Page($"{Labels}{Dateline}<p>Then</p><table><tr><td>{many}") })
            Assert.NotNull(Inspect(Bytes(html), LeLezardPage));
        Assert.NotNull(Inspect(Bytes(Page($"<article class=news-release><h1>x</h1><section class=release-body>{Dateline}{many}</section></article>")), null));
        Assert.NotNull(Inspect(Bytes(Page($"<h1>The mill opens</h1>{many}<p>The mill opened on Friday, and everyone came.</p>{many}")), AnyPage));
        Assert.NotNull(Inspect(Bytes($"<html><head><script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"headline\":\"{many}</script></head><body>{many}"), AnyPage));
    }, TestContext.Current.CancellationToken);

    [Theory(Timeout = Limit)]
    [InlineData("<item>", 100_000)]
    [InlineData("<x>", 100_000)]
    [InlineData("<x/>", 200_000)]
    [InlineData("<item/>", 100_000)]
    [InlineData("<item><title>x</title></item>", 20_000)]
    [InlineData("<item><p:x>", 100_000)]
    [InlineData("<a:b c:d='e'/>", 50_000)]
    [InlineData("&", 500_000)]
    [InlineData("&x", 200_000)]
    [InlineData("<![CDATA[", 200_000)]
    [InlineData("<![CDATA[x]]>", 100_000)]
    [InlineData("<!--", 200_000)]
    [InlineData("<", 200_000)]
    [InlineData("<a ", 200_000)]
    [InlineData("a:b ", 200_000)]
    [InlineData("<a b=\"", 100_000)]
    [InlineData("<a xmlns:x=''>", 50_000)]
    [InlineData("<category>x</category>", 50_000)]
    [InlineData("<!DOCTYPE [", 50_000)]
    [InlineData("</item>", 100_000)]
    [InlineData("<?x ", 100_000)]
    public Task Repetition_in_a_feed_is_read_in_good_time(string piece, int times) => Task.Run(() =>
    {
        var many = string.Concat(Enumerable.Repeat(piece, times));
        Assert.NotNull(Inspect(Bytes($"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title>{many}"), PrNewswireFeed));
        Assert.NotNull(Inspect(Bytes($"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title><item><title>{many}"), null));
        Assert.NotNull(Inspect(Bytes($"{many}<rss version=\"2.0\"><channel><title>T</title></channel></rss>"), PrNewswireFeed));
    }, TestContext.Current.CancellationToken);

    [Theory(Timeout = Limit)]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"{0}\">")]
    [InlineData("<META content='{0}' HTTP-EQUIV='content-type'>")]
    public Task A_content_type_of_a_megabyte_is_read_in_good_time(string meta) => Task.Run(() =>
    {
        var html = Page(meta.Replace("{0}", string.Concat(Enumerable.Repeat("at 08:59", 130_000)), StringComparison.Ordinal) + Labels + Dateline);

        Assert.Contains("Osprey Row Kites", Inspect(Bytes(html), LeLezardPage));
    }, TestContext.Current.CancellationToken);

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public Task Five_megabytes_in_one_line_are_read(bool feed) => Task.Run(() =>
    {
        var line = string.Concat(Enumerable.Repeat("The mill turns and the wheel answers, ", 5 * 1024 * 1024 / 38));
        var document = feed
            ? $"<rss version=\"2.0\"><channel><title>T</title><item><title>Mill</title><description>{line}</description></item></channel></rss>"
            : Page($"{Labels}<p>OSPREY ROW, Maine, Nov. 20, 2026 /PRNewswire/ -- {line}</p>");

        Assert.Contains("\"error\":null", Inspect(Bytes(document), feed ? null : LeLezardPage));
    }, TestContext.Current.CancellationToken);

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Documents))]
    public Task A_document_cut_off_anywhere_is_still_a_value(string name) => Task.Run(() =>
    {
        var file = Path.Combine(Fixtures.Folder, name);
        var bytes = File.ReadAllBytes(file);
        for (var tenth = 0; tenth <= 10; tenth++)
            Assert.NotNull(Inspect(bytes[..(bytes.Length * tenth / 10)], Fixtures.Address(file)));
    }, TestContext.Current.CancellationToken);

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Documents))]
    public Task A_document_in_the_wrong_encoding_is_still_a_value(string name) => Task.Run(() =>
    {
        var file = Path.Combine(Fixtures.Folder, name);
        var text = File.ReadAllText(file);
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1 })
        {
            Assert.NotNull(Inspect(encoding.GetBytes(text), Fixtures.Address(file)));
            Assert.NotNull(Inspect([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], Fixtures.Address(file)));
        }
    }, TestContext.Current.CancellationToken);

    private static string Page(string body) => $"<!doctype html><html><head><meta charset=utf-8><title>Le Lézard</title></head><body>{body}</body></html>";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Inspect(byte[] bytes, Uri? address) => new DocumentInspection().Describe(bytes, "document", address, Fixtures.At).Line;

    private static string? Error(string text, Uri? address = null) => Error(Bytes(text), address);

    private static string? Error(byte[] bytes, Uri? address)
    {
        var (line, succeeded) = new DocumentInspection().Describe(bytes, "document", address, Fixtures.At);
        Assert.False(succeeded, line);
        return System.Text.Json.Nodes.JsonNode.Parse(line)!["error"]!.GetValue<string>();
    }
}
