using NewsWire.Data;
using Xunit;

namespace NewsWire.Tests.Data;

public sealed class SecretsTests
{
    [Theory]
    [InlineData("https://api.wire.test/feed?key=s3cret&lang=en", "https://api.wire.test/feed?key=***&lang=en")]
    [InlineData("https://api.wire.test/feed?lang=en&apikey=s3cret#top", "https://api.wire.test/feed?lang=en&apikey=***#top")]
    [InlineData("https://api.wire.test/feed?api_key=s3cret", "https://api.wire.test/feed?api_key=***")]
    [InlineData("https://api.wire.test/feed?access_token=s3cret", "https://api.wire.test/feed?access_token=***")]
    [InlineData("https://api.wire.test/feed?Token=s3cret;lang=en", "https://api.wire.test/feed?Token=***;lang=en")]
    [InlineData("https://api.wire.test/feed?password=s3cret&secret=t&client_secret=u&sig=v&X-Amz-Signature=w", "https://api.wire.test/feed?password=***&secret=***&client_secret=***&sig=***&X-Amz-Signature=***")]
    [InlineData("https://api.wire.test/feed?auth=s3cret&code=s3cret&subscription-key=s3cret&feedKey=s3cret", "https://api.wire.test/feed?auth=***&code=***&subscription-key=***&feedKey=***")]
    [InlineData("https://api.wire.test/feed?access%5Ftoken=s3cret", "https://api.wire.test/feed?access%5Ftoken=***")]
    [InlineData("https://api.wire.test/feed?x=9f86d081884c7d659a2feaa0c55ad015", "https://api.wire.test/feed?x=***")]
    [InlineData("https://api.wire.test/feed?x=550e8400-e29b-41d4-a716-446655440000", "https://api.wire.test/feed?x=***")]
    [InlineData("https://user:pass@api.wire.test/feed", "https://***@api.wire.test/feed")]
    [InlineData("ftp://user@api.wire.test/feed", "ftp://***@api.wire.test/feed")]
    [InlineData("https://user:p@ss@api.wire.test/feed", "https://***@api.wire.test/feed")]
    [InlineData("https://api.wire.test/9f86d081884c7d659a2feaa0c55ad015/feed.xml", "https://api.wire.test/***/feed.xml")]
    [InlineData("https://api.wire.test/u/550e8400-e29b-41d4-a716-446655440000/", "https://api.wire.test/u/***/")]
    [InlineData("https://api.wire.test/feed#access_token=s3cret", "https://api.wire.test/feed#access_token=***")]
    public void Secrets_of_an_address_are_masked(string address, string shown)
    {
        Assert.Equal(shown, Secrets.Redact(address));
        Assert.Equal($"Before {shown} after.", Secrets.Redact($"Before {address} after."));
        Assert.Equal(shown, Secrets.Redact(shown));
    }

    [Theory]
    [InlineData("https://www.prnewswire.com/rss/news-releases-list.rss")]
    [InlineData("https://www.prnewswire.com/news-releases/norvale-opens-a-plant-in-2026-302900001.html")]
    [InlineData("https://www.businesswire.com/news/home/20261120005123/en/Norvale-Opens-Plant-2?feedref=news")]
    [InlineData("https://www.globenewswire.com/news-release/2026/11/20/3200000/0/en/Norvale-Q3-2026-results.html")]
    [InlineData("https://wire.test/list?category=licensing&keyword=oil&page=2&date=2026-11-20T10:00:00Z")]
    [InlineData("https://wire.test/list?title=norvale-reports-q3-2026-results-and-v2-of-its-plan")]
    [InlineData("/srv/news/inbox")]
    [InlineData("Norvale & Co.: 2 links, 1 new?")]
    public void What_is_no_secret_stays(string text) => Assert.Equal(text, Secrets.Redact(text));

    [Theory]
    [InlineData("Host=db;Username=newswire;Password=s3cret;Database=newswire", "Host=db;Username=newswire;Password=***;Database=newswire")]
    [InlineData("Host=db;pwd = 's3 cret';Database=newswire", "Host=db;pwd = ***;Database=newswire")]
    [InlineData("postgres://newswire:s3cret@db/newswire", "postgres://***@db/newswire")]
    public void Passwords_of_connection_strings_are_masked(string text, string shown) => Assert.Equal(shown, Secrets.Redact(text));

    [Fact]
    public void A_line_break_in_a_name_cannot_begin_a_line_of_its_own() => Assert.Equal("inbox/a?12:00 ERR b.xml", Secrets.OnOneLine("inbox/a\n12:00 ERR b.xml"));

    [Theory]
    [InlineData("https://wire.test/1?key=abcdef12&lang=en", "https://wire.test/1?lang=en")]
    [InlineData("https://wire.test/1?lang=en&key=abcdef12#top", "https://wire.test/1?lang=en#top")]
    [InlineData("https://wire.test/1?key=abcdef12", "https://wire.test/1")]
    [InlineData("https://wire.test/1?k=abcdef12&key=other", "https://wire.test/1?key=other")]
    [InlineData("""<a href="https://wire.test/1?key=abcdef12&amp;lang=en">1</a>""", """<a href="https://wire.test/1?lang=en">1</a>""")]
    [InlineData("The key is abcdef12.", "The key is ***.")]
    [InlineData("https://wire.test/1?key=other", "https://wire.test/1?key=other")]
    public void What_a_source_sends_is_stripped_of_its_own_secrets(string sent, string kept) =>
        Assert.Equal(kept, Secrets.Strip(sent, Secrets.In("https://wire.test/feed?lang=en&key=abcdef12")));

    [Fact]
    public void A_short_or_harmless_value_of_the_address_is_no_secret_to_strip() =>
        Assert.Empty(Secrets.In("https://wire.test/feed?code=LIC&lang=english&category=licensing"));
}
