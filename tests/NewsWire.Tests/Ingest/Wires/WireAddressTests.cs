using System.Text;
using NewsWire.Ingest;
using NewsWire.Ingest.Wires;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Wires;

/// <summary>A release has one canonical address, one id and one language, whichever form of its address a document uses.</summary>
public sealed class WireAddressTests
{
    private static readonly WireCatalog Wires = new();

    [Theory]
    [InlineData("prnewswire", "http://www.prnewswire.com/news-releases/oar-harbor-302598777.html?tc=eml_cleartime#top", "https://www.prnewswire.com/news-releases/oar-harbor-302598777.html", "302598777", null)]
    [InlineData("prnewswire", "https://www.prnewswire.com/news-releases/302598777.html?tc=1", "https://www.prnewswire.com/news-releases/302598777.html", "302598777", null)]
    [InlineData("cnw", "https://www.newswire.ca/news-releases/815677724.html", "https://www.newswire.ca/news-releases/815677724.html", "815677724", "en")]
    [InlineData("prweb", "https://www.prweb.com/releases/302413476.html", "https://www.prweb.com/releases/302413476.html", "302413476", null)]
    [InlineData("prnewswire", "https://m.prnewswire.com/news-releases/oar-harbor-302598777.html", "https://www.prnewswire.com/news-releases/oar-harbor-302598777.html", "302598777", null)]
    [InlineData("prnewswire", "https://prnewswire.com/news-releases/oar-harbor-302598777.html%20", "https://www.prnewswire.com/news-releases/oar-harbor-302598777.html", "302598777", null)]
    [InlineData("prnewswire", "https://www.prnewswire.co.uk/news-releases/oar-harbor-302598777.html", "https://www.prnewswire.co.uk/news-releases/oar-harbor-302598777.html", "302598777", null)]
    [InlineData("prnewswire", "https://c212.net/c/link/?t=0&l=en&u=https%3A%2F%2Fwww.prnewswire.com%2Fnews-releases%2Foar-harbor-302598777.html&a=words", "https://www.prnewswire.com/news-releases/oar-harbor-302598777.html", "302598777", null)]
    [InlineData("globenewswire", "http://www.globenewswire.com/news-release/2026/09/11/3360538/0/en/oar-harbor.html", "https://www.globenewswire.com/news-release/2026/09/11/3360538/0/en/oar-harbor.html", "3360538", "en")]
    [InlineData("globenewswire", "https://www.globenewswire.com/en/news-release/2026/09/11/3360538/37244/fr/les-metiers.html?print=1", "https://www.globenewswire.com/en/news-release/2026/09/11/3360538/37244/fr/les-metiers.html", "3360538", "fr")]
    [InlineData("globenewswire", "http://www.globenewswire.com/news-release/2021/02/20/2179146/0/en/", "https://www.globenewswire.com/news-release/2021/02/20/2179146/0/en/", "2179146", "en")]
    [InlineData("businesswire", "http://www.businesswire.com/news/home/20261119005361/en/Oar-Harbor?feedref=JjAwJuNHiystnCoBq", "https://www.businesswire.com/news/home/20261119005361/en/Oar-Harbor", "20261119005361", "en")]
    [InlineData("businesswire", "https://www.businesswire.com/news/home/20261119005361/zh-CN/", "https://www.businesswire.com/news/home/20261119005361/zh-CN/", "20261119005361", "zh-CN")]
    [InlineData("businesswire", "https://www.businesswire.com/news/home/20261119005361/en", "https://www.businesswire.com/news/home/20261119005361/en", "20261119005361", "en")]
    [InlineData("cnw", "http://www.newswire.ca/news-releases/oar-harbor-815677724.html", "https://www.newswire.ca/news-releases/oar-harbor-815677724.html", "815677724", "en")]
    [InlineData("cnw", "https://newswire.ca/fr/news-releases/les-metiers-883137758.html?x=1", "https://www.newswire.ca/fr/news-releases/les-metiers-883137758.html", "883137758", "fr")]
    [InlineData("newsfile", "https://newsfilecorp.com/release/268112/Oar-Harbor/amp?k=1", "https://www.newsfilecorp.com/release/268112/Oar-Harbor", "268112", null)]
    [InlineData("newsfile", "https://www.newsfilecorp.com/release/60535", "https://www.newsfilecorp.com/release/60535", "60535", null)]
    [InlineData("accessnewswire", "http://www.accessnewswire.com/newsroom/en/oil-gas-and-energy/oar-harbor-doubles-its-looms-1067463?x", "https://www.accessnewswire.com/newsroom/en/oil-gas-and-energy/oar-harbor-doubles-its-looms-1067463", "1067463", "en")]
    [InlineData("accessnewswire", "https://www.accesswire.com/590123/Oar-Harbor-Doubles-Its-Looms", "https://www.accesswire.com/590123/Oar-Harbor-Doubles-Its-Looms", "590123", null)]
    [InlineData("einpresswire", "http://www.einpresswire.com/article/772843833/oar-harbor?n=2", "https://www.einpresswire.com/article/772843833/oar-harbor", "772843833", null)]
    [InlineData("einpresswire", "https://www.einpresswire.com/article/926594555/", "https://www.einpresswire.com/article/926594555/", "926594555", null)]
    [InlineData("prweb", "http://www.prweb.com/releases/2018/05/prweb15452909.htm", "https://www.prweb.com/releases/2018/05/prweb15452909.htm", "15452909", null)]
    [InlineData("prweb", "https://www.prweb.com/releases/oar_harbor_looms/prweb13415044.htm?utm_source=a", "https://www.prweb.com/releases/oar_harbor_looms/prweb13415044.htm", "13415044", null)]
    [InlineData("prweb", "https://www.prweb.com/releases/2018-in-looms-302413476.html", "https://www.prweb.com/releases/2018-in-looms-302413476.html", "302413476", null)]
    public void Every_address_of_a_release_leads_to_one(string wire, string written, string address, string id, string? language)
    {
        var release = Item(wire, written, null);

        Assert.Equal((address, id, language), (release.Url?.AbsoluteUri, release.NativeId, release.Language));
    }

    [Theory]
    [InlineData("prnewswire", "https://www.prnewswire.com/news-releases/news-releases-list/?page=2")]
    [InlineData("globenewswire", "https://www.globenewswire.com/newsroom/attachmentng/0a1b/en")]
    [InlineData("businesswire", "https://www.businesswire.com/newsroom?id=20261119005361")]
    [InlineData("cnw", "https://www.newswire.com/news/oar-harbor-22650277")]
    [InlineData("accessnewswire", "https://www.accessnewswire.com/newsroom/en/oil-gas-and-energy")]
    [InlineData("prweb", "https://www.prweb.com/about/prweb123456.htm")]
    public void Other_addresses_are_unchanged(string wire, string written)
    {
        var release = Item(wire, written, null);

        Assert.Equal((written, null), (release.Url?.AbsoluteUri, release.NativeId));
    }

    [Fact]
    public void Where_the_link_is_a_redirect_that_hides_the_address_the_guid_tells_it()
    {
        var release = Item("prnewswire", "http://feedproxy.google.com/~r/wire/~3/abc/", "https://www.prnewswire.com/news-releases/oar-harbor-302598777.html");

        Assert.Equal(("302598777", "https://www.prnewswire.com/news-releases/oar-harbor-302598777.html"), (release.NativeId, release.Url?.AbsoluteUri));
    }

    private static RawRelease Item(string wire, string link, string? guid)
    {
        var feed = $"<rss version=\"2.0\"><channel><title>t</title><item><title>Oar Harbor</title><link>{link.Replace("&", "&amp;")}</link><guid>{guid ?? link.Replace("&", "&amp;")}</guid><description>d</description></item></channel></rss>";
        var parsed = new DocumentReader(Wires).Read(new SourceDocument(Encoding.UTF8.GetBytes(feed), null, null, null, Fixtures.At), wire);

        return Assert.Single(parsed.Releases);
    }
}
