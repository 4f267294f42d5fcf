using System.Globalization;
using System.Text;

namespace NewsWire.Benchmarks.Parsing;

/// <summary>Documents of the size and structure of those of wires, with invented text, so that no wire's text is needed.</summary>
internal static class InventedPages
{
    private const int PageLength = 70_000;
    private const int BodyLength = 6_700;

    /// <summary>A page in Le Lézard's layout: labels, a body, a sidebar of other releases, a footer with the time.</summary>
    public static string LeLezard()
    {
        var words = new Words(1);
        var page = Head(ref words, "en", "https://www.lelezard.example/en/news-20820484.html");
        page.Append("<div class=\"content\"><div class=\"left\"><div class=\"cat\">Classified in: <a href=\"/en/technology\">Science and technology</a>, <a href=\"/en/business\">Business</a>")
            .Append("<br>Subjects: LICENSING/MARKETING AGREEMENTS, FOREIGN POLICY/INTERNATIONAL AFFAIRS</div><h1>").Append(words.Headline("Foundry Orchard Inc.")).Append("</h1><div class=\"text\">")
            .Append("<p>HARBOURTOWN, Ontario, Nov. 3, 2025 /PRNewswire/ -- ");
        Body(page, ref words);
        page.Append("</div></div><div class=\"right\"><h3>These press releases may also interest you</h3><ul>");
        for (var i = 0; i < 6; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><span class=\"time\">at 0{i + 2}:5{i}</span> <a href=\"/en/news-2208{i}100.html\"><b>{words.Headline("Meadow Corp.")}</b></a><p>");
            words.Paragraph(page, 220);
            page.Append("...</p></li>");
        }
        page.Append("</ul></div></div><div class=\"foot\">News published on 3 november 2025 at 08:05 and distributed by:<br><img alt=\"\" src=\"/logo.png\"></div>");
        return Fill(page, ref words);
    }

    /// <summary>A page in PR Newswire's layout: an article element with the release, inside much other markup.</summary>
    public static string PrNewswire()
    {
        var words = new Words(2);
        var page = Head(ref words, "en-US", "https://www.prnewswire.example/news-releases/foundry-orchard-302481516.html");
        page.Append("<main><article class=\"news-release static-post\"><header class=\"container release-header\"><div class=\"row detail-headline\"><h1>").Append(words.Headline("Foundry Orchard Inc."))
            .Append("</h1><p class=\"subtitle\">").Append(words.Headline("Meadow Corp.")).Append("</p></div><div class=\"row\"><div><p class=\"meta\">News provided by</p><a href=\"/news/foundry-orchard\"><strong>Foundry Orchard Inc.</strong></a></div>")
            .Append("<p class=\"mb-no\">Nov 03, 2025, 08:05 ET</p></div></header><section class=\"release-body container\"><div class=\"row\"><div class=\"col-lg-10\"><p>")
            .Append("<span class=\"xn-location\">HARBOURTOWN, Ontario</span>, <span class=\"xn-chron\">Nov. 3, 2025</span> /PRNewswire/ -- ");
        Body(page, ref words);
        page.Append("<p id=\"PURL\"><img alt=\"\" src=\"/pixel.png\"></p></div></div></section></article></main>");
        return Fill(page, ref words);
    }

    /// <summary>A feed of forty releases with full texts, in PR Newswire's form: labels and codes mixed.</summary>
    public static string Feed()
    {
        var words = new Words(3);
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:prn=\"http://www.prnewswire.com/rss/prn\"><channel><title>All releases</title><link>https://www.prnewswire.example/</link><description>Invented</description><language>en-US</language>");
        for (var i = 0; i < 40; i++)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>{words.Headline("Foundry Orchard Inc.")}</title><link>https://www.prnewswire.example/news-releases/foundry-{302_481_500 + i}.html</link><guid isPermaLink=\"true\">https://www.prnewswire.example/news-releases/foundry-{302_481_500 + i}.html</guid><pubDate>Mon, 03 Nov 2025 13:{i:00}:00 +0000</pubDate><dc:contributor>Foundry Orchard Inc.</dc:contributor><dc:language>en</dc:language><prn:industry>CPR</prn:industry><prn:subject>LIC</prn:subject><prn:subject>FOR </prn:subject><category>Technology</category><description>");
            words.Paragraph(feed, 240);
            feed.Append("</description><content:encoded><![CDATA[<p>HARBOURTOWN, Nov. 3, 2025 /PRNewswire/ -- ");
            for (var paragraph = 0; paragraph < 5; paragraph++)
            {
                words.Paragraph(feed, 760);
                feed.Append(" R&amp;D &ndash; done.</p>\n<p>");
            }
            feed.Append("</p>]]></content:encoded></item>\n");
        }
        return feed.Append("</channel></rss>").ToString();
    }

    private static StringBuilder Head(ref Words words, string language, string canonical)
    {
        var page = new StringBuilder(PageLength + 4096);
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>Invented</title><link rel=\"canonical\" href=\"{canonical}\">");
        for (var i = 0; i < 12; i++)
            page.Append(CultureInfo.InvariantCulture, $"<meta property=\"og:{words.Noun()}\" content=\"{words.Noun()} {words.Noun()}\"><link rel=\"stylesheet\" href=\"/css/{words.Noun()}.css\">");
        page.Append("</head><body><nav class=\"main\"><ul>");
        for (var i = 0; i < 160; i++)
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"item\"><a class=\"nav-link\" href=\"/section/{words.Noun()}-{i}\" title=\"{words.Noun()}\"><span>{words.Noun()}</span></a></li>");
        return page.Append("</ul></nav>");
    }

    private static void Body(StringBuilder page, ref Words words)
    {
        var end = page.Length + BodyLength;
        for (var i = 0; page.Length < end; i++)
        {
            words.Paragraph(page, 380);
            page.Append(CultureInfo.InvariantCulture, $" <a href=\"https://foundry.example/{words.Noun()}\" target=\"_blank\" onclick=\"track({i})\">{words.Noun()}</a> &amp; <b>{words.Noun()}</b>.</p>\n<p style=\"text-align:justify\">");
            if (i == 6)
                page.Append("</p><table><tr><th>Quarter</th><th>Result</th></tr><tr><td>First</td><td>12</td></tr><tr><td>Second</td><td>14</td></tr></table><ul><li>one</li><li>two</li></ul><p>");
        }
        page.Append("SOURCE Foundry Orchard Inc.</p>");
    }

    // The rest of such a page is scripts and links, which the parser has to process too.
    private static string Fill(StringBuilder page, ref Words words)
    {
        page.Append("<footer><ul>");
        for (var i = 0; i < 90; i++)
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/about/{words.Noun()}-{i}\">{words.Noun()} {words.Noun()}</a></li>");
        page.Append("</ul></footer>\n<script>");
        while (page.Length < PageLength - 40)
            page.Append(CultureInfo.InvariantCulture, $"window.{words.Noun()}={{\"{words.Noun()}\":{words.Next(100_000)},\"{words.Noun()}\":\"{words.Noun()}\"}};\n");
        return page.Append("</script></body></html>").ToString();
    }
}
