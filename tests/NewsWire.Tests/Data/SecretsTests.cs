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
    [InlineData("https://api.wire.test/feed?access=s3&pw=s3&appkey=s3&subscriptionkey=s3&userpwd=s3&pin=s3", "https://api.wire.test/feed?access=***&pw=***&appkey=***&subscriptionkey=***&userpwd=***&pin=***")]
    [InlineData("https://api.wire.test/feed?u=reader&zugang=s3cret&lang=en", "https://api.wire.test/feed?u=***&zugang=***&lang=en")]
    [InlineData("https://api.wire.test/feed;jsessionid=s3cret?lang=en", "https://api.wire.test/feed;jsessionid=***?lang=en")]
    [InlineData("https://api.wire.test/key/s3cret/feed.xml", "https://api.wire.test/key/***/feed.xml")]
    [InlineData("https://user:p'ss@api.wire.test/feed?key=s3'cret", "https://***@api.wire.test/feed?key=***")]
    [InlineData("api.wire.test/feed?key=s3cret", "api.wire.test/feed?key=***")]
    [InlineData("user:s3cret@api.wire.test/feed", "***@api.wire.test/feed")]
    [InlineData("//api.wire.test/feed?zugang=s3cret", "//api.wire.test/feed?zugang=***")]
    [InlineData("localhost:8080/feed?key=s3cret", "localhost:8080/feed?key=***")]
    [InlineData("/feed?key=s3cret", "/feed?key=***")]
    public void Secrets_of_an_address_are_masked(string address, string shown)
    {
        Assert.Equal(shown, Secrets.Redact(address));
        Assert.Equal($"Before {shown} after.", Secrets.Redact($"Before {address} after."));
        Assert.Equal(shown, Secrets.Redact(shown));
    }

    [Theory]
    [InlineData("“", "”"), InlineData("«", "»"), InlineData("‘", "’"), InlineData("(", ")"), InlineData("[", "]."), InlineData("„", "“"), InlineData("'", "'"), InlineData("\"", "\","), InlineData("<", ">"), InlineData("「", "」")]
    public void The_quotation_marks_and_brackets_around_an_address_stay(string before, string after) =>
        Assert.Equal($"See {before}https://wire.test/feed?key=***{after} there", Secrets.Redact($"See {before}https://wire.test/feed?key=s3cret{after} there"));

    [Theory]
    [InlineData("https://www.prnewswire.com/rss/news-releases-list.rss")]
    [InlineData("https://www.prnewswire.com/news-releases/norvale-opens-a-plant-in-2026-302900001.html")]
    [InlineData("https://www.businesswire.com/news/home/20261120005123/en/Norvale-Opens-Plant-2?feedref=news")]
    [InlineData("https://www.globenewswire.com/news-release/2026/11/20/3200000/0/en/Norvale-Q3-2026-results.html")]
    [InlineData("https://wire.test/list?category=licensing&keyword=oil&page=2&date=2026-11-20T10:00:00Z")]
    [InlineData("https://wire.test/list?title=norvale-reports-q3-2026-results-and-v2-of-its-plan")]
    [InlineData("https://wire.test/list?NewsItemId=123456&release_id=7&utm_source=rss&feedref=JjAwJuNHiystnCoBq_hl")]
    [InlineData("https://wire.test/auth/login")]
    [InlineData("GET /?subject=LIC&company=norvale&after=20261120")]
    [InlineData("mailto:news@wire.test")]
    [InlineData("To allow it, add 10.1.2.3/32 to Ingestion:AllowedNetworks.")]
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
    [InlineData("""<a class="x" href="https://wire.test/abcdef12/1">Norvale</a>""", """<a class="x">Norvale</a>""")]
    [InlineData("<a href=https://wire.test/abcdef12/1>Norvale</a>", "<a>Norvale</a>")]
    [InlineData("""<a href='/abcdef12/1' title="Read it">Norvale</a>""", """<a title="Read it">Norvale</a>""")]
    [InlineData("""<a href='/1?key=abcdef12&amp;id=1'>Norvale</a>""", """<a href='/1?id=1'>Norvale</a>""")]
    [InlineData("https://wire.test/1?to=https%3A%2F%2Fwire.test%2F%3Fkey%3Dabcdef12&id=1", "https://wire.test/1?id=1")]
    [InlineData("See “https://wire.test/1?key=abcdef12” there", "See “https://wire.test/1” there")]
    [InlineData("Part abcdef123 of it", "Part abcdef123 of it")]
    public void What_a_source_sends_is_stripped_of_its_own_secrets(string sent, string kept) =>
        Assert.Equal(kept, Secrets.In("https://wire.test/feed?lang=en&key=abcdef12").Strip(sent));

    [Theory]
    [InlineData("https://wire.test/1?key=LIC&id=1", "https://wire.test/1?id=1")]
    [InlineData("https://wire.test/1?apikey=LIC&subject=LIC", "https://wire.test/1?subject=LIC")]
    [InlineData("A LICENCE, and LIC in the text", "A LICENCE, and LIC in the text")]
    public void A_short_secret_is_stripped_where_it_is_the_value_of_a_parameter_named_as_one(string sent, string kept) =>
        Assert.Equal(kept, Secrets.In("https://wire.test/feed?key=LIC").Strip(sent));

    [Fact]
    public void What_is_only_not_known_to_be_harmless_stays_in_links_that_may_need_it()
    {
        const string link = "https://wire.test/phoenix.zhtml?c=12345&p=news";
        var secrets = Secrets.In("https://wire.test/phoenix.zhtml?c=12345&category=licensing");

        Assert.True(secrets.IsEmpty);
        Assert.Equal(link, secrets.Strip(link));
        Assert.Equal("https://wire.test/phoenix.zhtml?c=***&p=news", Secrets.Redact(link));
    }

    [Fact]
    public void An_address_that_does_not_work_without_its_secret_is_dropped() =>
        Assert.Null(Secrets.In("https://wire.test/feed?key=abcdef12").StripAddress("https://wire.test/abcdef12/1"));
}
