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
    [InlineData("http://[")]
    public void Where_no_reader_should_be_sent_there_is_no_address(string? href) => Assert.Null(Links.Resolve(href, Page));

    [Theory]
    [InlineData("/x")]
    [InlineData("x.html")]
    [InlineData("//b.example/x")]
    public void Relative_to_nothing_is_nowhere(string href) => Assert.Null(Links.Resolve(href, null));

    [Fact]
    public void Wrappers_around_wrappers_come_to_an_end()
    {
        var address = "https://a.example/";
        for (var i = 0; i < 20; i++)
            address = "https://c212.net/c/link/?u=" + Uri.EscapeDataString(address);

        Assert.Null(Links.Resolve(address, null));
    }
}
