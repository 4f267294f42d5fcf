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
    [InlineData("subject=&wire=&utm_source=mail", "/")]
    public void An_address_reads_back_as_the_filter_it_was_written_from(string query, string address)
    {
        Assert.True(ReleaseFilter.TryParse(Query(query), out var filter, out _));
        Assert.Equal(address, filter.Address());
        Assert.True(ReleaseFilter.TryParse(Query(address.TrimStart('/')), out var again, out _));
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
    public void What_cannot_be_a_filter_is_refused_with_a_reason(string query)
    {
        Assert.False(ReleaseFilter.TryParse(Query(query), out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Fact]
    public void Neither_long_nor_many_subjects_reach_the_database()
    {
        Assert.False(ReleaseFilter.TryParse(Query("subject=" + new string('A', 200)), out _, out _));
        Assert.False(ReleaseFilter.TryParse(Query("subject=" + string.Join(',', Enumerable.Range(0, 30).Select(number => $"A{number}"))), out _, out _));
        Assert.False(ReleaseFilter.TryParse(Query(string.Join('&', Enumerable.Range(0, 30).Select(number => $"subject=A{number}"))), out _, out _));
        Assert.False(ReleaseFilter.TryParse(Query("company=" + new string('a', 500)), out _, out _));
    }

    [Fact]
    public void A_choice_can_be_added_and_taken_off()
    {
        var key = new SubjectKey("prn", "LIC");
        var chosen = ReleaseFilter.None.With(key);

        Assert.True(chosen.Asks(key));
        Assert.Equal("/", chosen.Without(key).Address());
        Assert.Equal("/", chosen.Without(chosen.Subjects[0]).Address());
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("after=", true)]
    [InlineData("after=650a67f34e18b-18589", true)]
    [InlineData("before=650a67f34e18b-18589", true)]
    [InlineData("after=page2", false)]
    [InlineData("before=0", false)]
    public void A_place_in_the_list_is_ours_or_refused(string query, bool read) =>
        Assert.Equal(read, ReleaseFilter.TryParsePosition(Query(query), out _));

    private static QueryCollection Query(string text) => new(QueryHelpers.ParseQuery(text));
}
