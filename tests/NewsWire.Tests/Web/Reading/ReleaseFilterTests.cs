using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;
using Xunit;

namespace NewsWire.Tests.Web.Reading;

public sealed class ReleaseFilterTests
{
    [Theory]
    [InlineData("", "/")]
    [InlineData("subject=LIC", "/?subject=LIC")]
    [InlineData("subject=lic", "/?subject=LIC")]
    [InlineData("subject=LIC&subject=FOR", "/?subject=LIC&subject=FOR")]
    [InlineData("subject=LIC,FOR", "/?subject=LIC,FOR")]
    [InlineData("subject=LIC,LIC", "/?subject=LIC")]
    [InlineData("subject=LIC&subject=LIC", "/?subject=LIC")]
    [InlineData("subject=LIC,FOR&subject=FOR,LIC&subject=-AWD&subject=-AWD", "/?subject=LIC,FOR&subject=-AWD")]
    [InlineData("subject=-AWD", "/?subject=-AWD")]
    [InlineData("subject=-AWD,DIV&subject=LIC", "/?subject=-AWD,DIV&subject=LIC")]
    [InlineData("subject=prn:LIC", "/?subject=LIC")]
    [InlineData("subject=prn-industry:min", "/?subject=prn-industry:MIN")]
    [InlineData("subject=globenewswire:Earnings%20Releases%20and%20Results", "/?subject=globenewswire:Earnings%20Releases%20and%20Results")]
    [InlineData("subject=Broadcast%20Feed%20Annoucement", "/?subject=BFA")]
    [InlineData("subject=Nobody%27s%20Word", "/?subject=Nobody%27s%20Word")]
    [InlineData("subject=gnw:Licensing%20Agreements", "/?subject=LIC")]
    [InlineData("subject=-bw:Contract%2FAgreement,medtop:20000202", "/?subject=-CON,LIC")]
    [InlineData("subject=iptc-subject:04016026", "/?subject=LIC")]
    [InlineData("subject=LIC,gnw:25", "/?subject=LIC")]
    [InlineData("subject=medtop:04000000", "/?subject=medtop:04000000")]
    [InlineData("subject=cnw:%C3%89nergie,,%20p%C3%A9trole", "/?subject=cnw:%C3%89nergie,,%20p%C3%A9trole")]
    [InlineData("subject=a:One,,%20two,b:Three,LIC", "/?subject=a:One,,%20two,b:Three,LIC")]
    [InlineData("subject=a:x,,,,y,,", "/?subject=a:x,,,,y,,")]
    [InlineData("subject=Acquisitions,,%20Mergers,,%20Takeovers", "/?subject=TNM")]
    [InlineData("subject=prn:Ratio%201:2", "/?subject=prn:Ratio%201:2")]
    [InlineData("subject=prn:-5", "/?subject=prn:-5")]
    [InlineData("lang=fr&wire=cnw&company=ferland&subject=LIC", "/?subject=LIC&wire=cnw&lang=fr&company=ferland")]
    [InlineData("wire=cnw,prnewswire&lang=-fr", "/?wire=cnw,prnewswire&lang=-fr")]
    [InlineData("wire=cnw&wire=prnewswire&wire=-a&wire=-b", "/?wire=cnw,prnewswire&wire=-a,b")]
    [InlineData("ticker=nyse:%20abc", "/?ticker=NYSE:ABC")]
    [InlineData("ticker=$abc", "/?ticker=ABC")]
    [InlineData("ticker=(NYSE:%20ABC)", "/?ticker=NYSE:ABC")]
    [InlineData("ticker=nyse%20%20abc", "/?ticker=NYSE%20ABC")]
    [InlineData("company=ferland&company=ferland&from=2026-11-20&from=2026-11-20", "/?company=ferland&from=2026-11-20")]
    [InlineData("ticker=$", "/")]
    [InlineData("to=2026-11-22&from=2026-11-20", "/?from=2026-11-20&to=2026-11-22")]
    [InlineData("from=2026-11-22&to=2026-11-20", "/?from=2026-11-20&to=2026-11-22")]
    [InlineData("subject=&wire=&utm_source=mail", "/")]
    public void An_address_reads_back_as_the_filter_it_was_written_from(string query, string address)
    {
        Assert.True(FilterQuery.TryParse(Query(query), out var filter, out _));
        Assert.Equal(address, filter.Address());
        Assert.True(FilterQuery.TryParse(Query(address.TrimStart('/')), out var again, out _));
        Assert.Equal(address, again.Address());
    }

    [Theory]
    [InlineData("subject=-")]
    [InlineData("subject=,")]
    [InlineData("subject=LIC,")]
    [InlineData("subject=,,LIC")]
    [InlineData("subject=LIC,-AWD")]
    [InlineData("subject=:LIC")]
    [InlineData("subject=prn:")]
    [InlineData("subject=a b:LIC")]
    [InlineData("subject=A%0AB")]
    [InlineData("wire=a%00b")]
    [InlineData("wire=-")]
    [InlineData("lang=fr,")]
    [InlineData("ticker=a%0Ab")]
    [InlineData("ticker=ABC&ticker=DEF")]
    [InlineData("company=ferland&company=orvane")]
    [InlineData("from=2026-11-20&from=2026-11-21")]
    public void What_cannot_be_a_filter_is_refused_with_a_reason(string query)
    {
        Assert.False(FilterQuery.TryParse(Query(query), out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Fact]
    public void Neither_long_nor_many_subjects_reach_the_database()
    {
        Assert.False(FilterQuery.TryParse(Query("subject=" + new string('A', 200)), out _, out _));
        Assert.False(FilterQuery.TryParse(Query("subject=" + string.Join(',', Enumerable.Range(0, 30).Select(number => $"A{number}"))), out _, out _));
        Assert.False(FilterQuery.TryParse(Query(string.Join('&', Enumerable.Range(0, 30).Select(number => $"subject=A{number}"))), out _, out _));
        Assert.False(FilterQuery.TryParse(Query("company=" + new string('a', 500)), out _, out _));
    }

    [Theory]
    [InlineData("", "AWD", "/?subject=AWD", "/?subject=AWD", "/?subject=-AWD")]
    [InlineData("subject=LIC", "AWD", "/?subject=LIC&subject=AWD", "/?subject=LIC,AWD", "/?subject=LIC&subject=-AWD")]
    [InlineData("subject=LIC,FOR", "AWD", "/?subject=LIC,FOR&subject=AWD", "/?subject=LIC,FOR,AWD", "/?subject=LIC,FOR&subject=-AWD")]
    [InlineData("subject=LIC&subject=FOR", "AWD", "/?subject=LIC&subject=FOR&subject=AWD", "/?subject=LIC&subject=FOR,AWD", "/?subject=LIC&subject=FOR&subject=-AWD")]
    [InlineData("subject=-LIC", "AWD", "/?subject=-LIC&subject=AWD", "/?subject=-LIC&subject=AWD", "/?subject=-LIC,AWD")]
    [InlineData("subject=-AWD", "AWD", "/?subject=AWD", "/?subject=AWD", "/?subject=-AWD")]
    public void A_subject_can_be_included_joined_and_excluded(string query, string code, string and, string or, string not)
    {
        Assert.True(FilterQuery.TryParse(Query(query), out var filter, out _));
        var key = new SubjectKey("prn", code);

        Assert.Equal(and, Address(filter.Subjects.And(key)));
        Assert.Equal(or, Address(filter.Subjects.Or(key)));
        Assert.Equal(not, Address(filter.Subjects.AndNot(key)));
        Assert.Equal(filter.Subjects.Excludes(key) ? "/" : filter.Address(), Address(filter.Subjects.Without(key)));

        string Address(IReadOnlyList<FilterClause<SubjectKey>> clauses) => (filter with { Subjects = clauses }).Address();
    }

    [Theory]
    [InlineData("from=2026-13-45", "from=2026-11-20")]
    [InlineData("to=tomorrow", "to=2026-11-20")]
    [InlineData("from=20/11/2026", "20/11/2026")]
    [InlineData("from=9999-12-31", "9999-12-31")]
    [InlineData("from=0001-01-01", "0001-01-01")]
    public void A_date_that_cannot_be_read_is_named_with_its_place_and_an_example(string query, string said)
    {
        Assert.False(FilterQuery.TryParse(Query(query), out _, out var problem));
        Assert.Contains(said, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("subject=LIC&after=6441f2e8b9a40-1f3&q=x&day=2026-11-20", "")]
    [InlineData("utm_source=mail&UTM_Campaign=x&fbclid=1&gclid=2&mc_cid=3&ref=4", "")]
    [InlineData("keyword=x&foo=1&Subject=LIC", "keyword foo")]
    [InlineData("a=1&b=1&c=1&d=1&e=1&f=1", "a b c d e")]
    public void Names_that_are_no_filters_are_named_and_tracking_is_not(string query, string names) =>
        Assert.Equal(names, string.Join(' ', FilterQuery.UnknownNames(Query(query))));

    [Theory]
    [InlineData("2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z")]
    [InlineData("2026-11-20", "Asia/Tokyo", "2026-11-19T15:00:00Z")]
    [InlineData("2026-09-06", "America/Santiago", "2026-09-06T04:00:00Z")]
    [InlineData("2026-11-01", "America/Havana", "2026-11-01T04:00:00Z")]
    public void A_day_begins_when_its_zone_says(string day, string zone, string instant) =>
        Assert.Equal(
            DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture),
            TimeRange.StartOf(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Theory]
    [InlineData("", true)]
    [InlineData("after=", true)]
    [InlineData("after=650a67f34e18b-18589", true)]
    [InlineData("before=650a67f34e18b-18589", true)]
    [InlineData("after=page2", false)]
    [InlineData("before=0", false)]
    [InlineData("after=650a67f34e18b-18589&before=650a67f34e18b-18589", false)]
    [InlineData("after=650a67f34e18b-18589&after=650a67f34e18b-1", false)]
    [InlineData("after=650a67f34e18b-18589&day=2026-11-20", false)]
    public void A_place_in_the_list_is_ours_or_refused(string query, bool read) =>
        Assert.Equal(read, FilterQuery.TryParsePosition(Query(query), out _));

    private static QueryCollection Query(string text) => new(QueryHelpers.ParseQuery(text));
}
