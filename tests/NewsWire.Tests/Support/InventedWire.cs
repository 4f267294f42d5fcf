using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using NewsWire.Ingest;

namespace NewsWire.Tests.Support;

/// <summary>A sample wire for a single test, under host names ending in .example; it serves only what the test publishes on it.</summary>
internal sealed class InventedWire : ISampleWire
{
    private readonly ConcurrentDictionary<string, byte[]> _documents = new(StringComparer.Ordinal);

    public IReadOnlyList<SourceOptions> Sources { get; init; } = [];

    public byte[]? Read(Uri address, DateTimeOffset at) => _documents.GetValueOrDefault(address.AbsoluteUri);

    public void Publish(string address, string document) => _documents[address] = Encoding.UTF8.GetBytes(document);

    public void Publish(string address, byte[] document) => _documents[address] = document;

    /// <summary>A release page in Le Lézard's layout.</summary>
    public static string LeLezardPage(string headline, string body, string subjects = "LIC, FOR", string categories = "Business", string place = "GHENT, Belgium", string date = "Nov. 20, 2026") => $"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(headline)}</title></head><body>
        <div><a href="/en/">Home</a> | <a href="/en/about.html">About</a></div>
        <p>Classified in: {categories}<br>Subjects: {subjects}</p>
        <h1>{WebUtility.HtmlEncode(headline)}</h1>
        <p>{place}, {date} /PRNewswire/ -- {body}</p>
        <h3>These press releases may also interest you</h3><p>at 08:59</p><p>Something quite different happened elsewhere...</p>
        <p>News published on 20 November 2026 at 09:{(headline.Length % 60).ToString("00", CultureInfo.InvariantCulture)} and distributed by:</p>
        </body></html>
        """;

    /// <summary>A feed in PR Newswire's format.</summary>
    public static string PrNewswireFeed(params (string Title, string Link, string Published, string Code)[] items) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prn="http://prn.test/"><channel><title>Releases</title>
        {string.Concat(items.Select(item => $"<item><title>{WebUtility.HtmlEncode(item.Title)}</title><link>{item.Link}</link><guid>{item.Link}</guid><pubDate>{item.Published}</pubDate><description><![CDATA[<p>LEEDS, England, Nov. 20, 2026 /PRNewswire/ -- A lead of {item.Title} that ends...</p>]]></description><dc:subject><![CDATA[{item.Code}]]></dc:subject><dc:contributor><![CDATA[Norvale N.V.]]></dc:contributor></item>\n"))}
        </channel></rss>
        """;

    /// <summary>A release page in PR Newswire's layout.</summary>
    public static string PrNewswirePage(string headline, string body) => $"""
        <!DOCTYPE html><html lang="en"><head><title>{WebUtility.HtmlEncode(headline)}</title></head><body><article class="news-release"><h1>{WebUtility.HtmlEncode(headline)}</h1>
        <p class="mb-no">Nov 20, 2026, 08:37 ET</p><section class="release-body container "><p><span class="legendSpanClass"><span class="xn-location">LEEDS, England</span></span>, <span class="xn-chron">Nov. 20, 2026</span> /<a href="http://www.prnewswire.com/">PRNewswire</a>/ -- {body}</p><p>SOURCE Norvale N.V.</p></section></article></body></html>
        """;
}
