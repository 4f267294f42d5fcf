using NewsWire.Ingest.Normalize;
using Xunit;

namespace NewsWire.Tests.Ingest.Normalize;

public sealed class LinksTests
{
    private static readonly Uri Page = new("https://wire.example/en/news-1.html?x=1");

    [Theory]
    [InlineData("https://a.example/x?b=1#c", "https://a.example/x?b=1#c")]
    [InlineData("/x", "https://wire.example/x")]
    [InlineData("x.html", "https://wire.example/en/x.html")]
    [InlineData("?page=2", "https://wire.example/en/news-1.html?page=2")]
    [InlineData("//b.example/x", "https://b.example/x")]
    [InlineData("mailto:press@a.example", "mailto:press@a.example")]
    [InlineData(" https://a.example/a b\n", "https://a.example/ab")]
    [InlineData("https://c212.net/c/link/?t=0&l=en&o=1&u=https%3A%2F%2Fa.example%2Fx%3Fa%3D1%26b%3D2&a=words", "https://a.example/x?a=1&b=2")]
    [InlineData("https://cts.businesswire.com/ct/CT?id=smartlink&url=https%3A%2F%2Fa.example%2F&esheet=1", "https://a.example/")]
    [InlineData("https://c212.net/c/link/?t=0&amp;u=https%253A%252F%252Fa.example%252F", "https://a.example/")]
    [InlineData("https://edge.prnewswire.com/c/link/?t=0&u=https%3A%2F%2Fa.example%2F", "https://a.example/")]
    [InlineData("http://cts.businesswire.com/ct/CT?id=smartlink&url=www.a.example%2Fx&lan=en-US", "http://www.a.example/x")]
    [InlineData("https://click.icptrack.com/icp/relay.php?r=1&msgid=2&destination=https%3A%2F%2Fa.example%2F", "https://a.example/")]
    [InlineData("https://www.google.com/url?q=https://a.example/x&sa=D&source=editors", "https://a.example/x")]
    [InlineData("https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=05", "https://a.example/")]
    [InlineData("https://urldefense.com/v3/__https://a.example/x__;!!t0ken$", "https://a.example/x")]
    [InlineData("https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fc212.net%2Fc%2Flink%2F%3Fu%3Dhttps%253A%252F%252Fa.example%252F%26a%3Db&data=05", "https://a.example/")]
    [InlineData("https://c212.net/c/link/?u=mailto%3Apress%40a.example", "mailto:press@a.example")]
    [InlineData("https://www.google.com/search?q=https://a.example/", "https://www.google.com/search?q=https://a.example/")]
    [InlineData("http://feedproxy.google.com/~r/wire/~3/abc/", "http://feedproxy.google.com/~r/wire/~3/abc/")]
    [InlineData("https://ml.globenewswire.com/Resource/Download/0a1b?size=3", "https://ml.globenewswire.com/Resource/Download/0a1b?size=3")]
    [InlineData("https://www.globenewswire.com/Tracker?data=abc", "https://www.globenewswire.com/Tracker?data=abc")]
    [InlineData("https://notc212.net/c/link/?u=https%3A%2F%2Fa.example%2F", "https://notc212.net/c/link/?u=https%3A%2F%2Fa.example%2F")]
    [InlineData("https://a.example/x?utm_source=wire&b=1&utm_medium=rss#c", "https://a.example/x?b=1#c")]
    [InlineData("https://a.example/x?feedref=JjAwJu&fbclid=1", "https://a.example/x")]
    [InlineData("https://a.example/x?b=%26utm_source=1&c=caf%C3%A9&gclid=2", "https://a.example/x?b=%26utm_source=1&c=caf%C3%A9")]
    [InlineData("https://a.example/x?my_utm_source=1&utm=2", "https://a.example/x?my_utm_source=1&utm=2")]
    [InlineData("https://c212.net/c/img/favicon.png?sn=1", "https://c212.net/c/img/favicon.png?sn=1")]
    [InlineData("https://münchen.example/", "https://münchen.example/")]
    public void Addresses_become_absolute_and_plain(string href, string expected) => Assert.Equal(expected, Links.Resolve(href, Page));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("javascript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://a.example/")]
    [InlineData("https://user:secret@a.example/")]
    [InlineData("https://c212.net/c/link/?u=javascript%3Aalert(1)")]
    [InlineData("https://c212.net/c/link/?u=%2Frelative")]
    [InlineData("https://c212.net/c/link/?u=https%3A%2F%2Fuser%3Asecret%40a.example%2F")]
    [InlineData("https://www.google.com/url?q=data%3Atext%2Fhtml%2Cx")]
    [InlineData("http://[")]
    public void Unsafe_addresses_are_rejected(string? href) => Assert.Null(Links.Resolve(href, Page));

    [Theory]
    [InlineData("/x")]
    [InlineData("x.html")]
    [InlineData("//b.example/x")]
    public void A_relative_address_without_a_base_is_rejected(string href) => Assert.Null(Links.Resolve(href, null));

    [Fact]
    public void Nested_redirectors_are_limited()
    {
        var address = "https://a.example/";
        for (var i = 0; i < 20; i++)
            address = "https://c212.net/c/link/?u=" + Uri.EscapeDataString(address);

        Assert.Null(Links.Resolve(address, null));
    }
}
