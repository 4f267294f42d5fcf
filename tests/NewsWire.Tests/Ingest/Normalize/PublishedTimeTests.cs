using System.Globalization;
using NewsWire.Ingest.Normalize;
using Xunit;

namespace NewsWire.Tests.Ingest.Normalize;

public sealed class PublishedTimeTests
{
    private static readonly TimeZoneInfo Toronto = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");

    [Theory]
    // A time without a date is the latest such time not after the fetch, in the source's zone.
    [InlineData("at 08:59", null, "2026-11-21T14:05:00Z", "2026-11-21T13:59:00Z", "instant")]
    [InlineData("at 09:20", null, "2026-11-21T14:05:00Z", "2026-11-21T14:20:00Z", "instant")]
    [InlineData("at 23:50", null, "2026-11-21T05:10:00Z", "2026-11-21T04:50:00Z", "instant")]
    [InlineData("at 23:50", null, "2026-11-22T03:30:00Z", "2026-11-21T04:50:00Z", "instant")]
    [InlineData("00:19 ET", null, "2026-11-21T05:30:00Z", "2026-11-21T05:19:00Z", "instant")]
    // With a date.
    [InlineData("Nov 19, 2026, 08:37 ET", null, "2026-11-21T13:05:00Z", "2026-11-19T13:37:00Z", "instant")]
    [InlineData("Jul 19, 2026, 08:37 ET", null, "2026-11-21T13:05:00Z", "2026-07-19T12:37:00Z", "instant")]
    [InlineData("Sat, 12 Sep 2026 02:28:00 +0000", null, "2026-11-21T13:05:00Z", "2026-09-12T02:28:00Z", "instant")]
    [InlineData("21 mars 2026 à 22:35", null, "2026-11-21T13:05:00Z", "2026-03-22T02:35:00Z", "instant")]
    // Without a zone, machine formats are UTC and others are in the source's zone.
    [InlineData("2026-11-19T08:37:00", null, "2026-11-21T13:05:00Z", "2026-11-19T08:37:00Z", "instant")]
    [InlineData("Thu, 19 Nov 2026 08:37:00", null, "2026-11-21T13:05:00Z", "2026-11-19T08:37:00Z", "instant")]
    [InlineData("Nov 19, 2026, 08:37", null, "2026-11-21T13:05:00Z", "2026-11-19T13:37:00Z", "instant")]
    [InlineData("19.11.2026 08:37", null, "2026-11-21T13:05:00Z", "2026-11-19T13:37:00Z", "instant")]
    // A time skipped in spring is the hour after; of the hour repeated in autumn it is the second.
    [InlineData("Mar 8, 2026, 02:30 ET", null, "2026-11-21T13:05:00Z", "2026-03-08T07:30:00Z", "instant")]
    [InlineData("Nov 1, 2026, 01:30 ET", null, "2026-11-21T13:05:00Z", "2026-11-01T06:30:00Z", "instant")]
    // A date without a time is noon; the dateline's date is only used where no date is given.
    [InlineData("2026-11-18", null, "2026-11-21T13:05:00Z", "2026-11-18T12:00:00Z", "day")]
    [InlineData(null, "2026-11-18", "2026-11-21T13:05:00Z", "2026-11-18T12:00:00Z", "day")]
    [InlineData("soon", "2026-11-18", "2026-11-21T13:05:00Z", "2026-11-18T12:00:00Z", "day")]
    [InlineData("2026-11-17", "2026-11-18", "2026-11-21T13:05:00Z", "2026-11-17T12:00:00Z", "day")]
    [InlineData(null, null, "2026-11-21T13:05:00Z", "2026-11-21T13:05:00Z", "seen")]
    public void A_time_is_resolved(string? text, string? dateline, string fetched, string expected, string kind)
    {
        var time = PublishedTime.Resolve(text, dateline is null ? null : DateOnly.Parse(dateline, CultureInfo.InvariantCulture), Toronto, Instant(fetched));

        Assert.Equal(Instant(expected), time.Instant);
        Assert.Equal(TimeSpan.Zero, time.Instant.Offset);
        Assert.Equal(kind, time.As);
        Assert.False(time.Clamped);
    }

    [Fact]
    public void Todays_date_is_accepted_before_noon()
    {
        var time = PublishedTime.Resolve("2026-11-21", null, Toronto, Instant("2026-11-21T06:00:00Z"));

        Assert.Equal("day", time.As);
        Assert.False(time.Clamped);
        Assert.True(time.Instant <= Instant("2026-11-21T06:15:00Z"));
    }

    [Theory]
    [InlineData("Sat, 28 Nov 2026 14:05:00 +0000")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 +0000")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("9999-12-31T23:59:59 ET")]
    [InlineData("2027-01-01")]
    [InlineData("1970-01-01")]
    public void An_implausible_time_is_replaced_by_the_fetch_time_and_marked(string text)
    {
        var seen = Instant("2026-11-21T13:05:00Z");
        var time = PublishedTime.Resolve(text, null, Toronto, seen);

        Assert.True(time.Clamped);
        Assert.Equal(seen, time.Instant);
        Assert.Equal(text, time.Text);
    }

    [Theory]
    [InlineData("Thu, 01 Jan 1970 00:00:00 +0000", "1970-01-01T00:00:00+00:00")]
    [InlineData("2027-01-01", "2027-01-01")]
    [InlineData("9999-12-31T23:59:59 ET", null)]
    [InlineData("2026-11-18", "2026-11-18")]
    [InlineData("2026-11-18T10:00:00-05:00", "2026-11-18T15:00:00+00:00")]
    [InlineData("soon", null)]
    public void The_time_given_is_kept_even_if_implausible(string text, string? iso) =>
        Assert.Equal(iso, PublishedTime.Resolve(text, null, Toronto, Instant("2026-11-21T13:05:00Z")).Iso);

    [Fact]
    public void A_time_slightly_in_the_future_is_accepted()
    {
        var time = PublishedTime.Resolve("Sat, 21 Nov 2026 13:15:00 +0000", null, Toronto, Instant("2026-11-21T13:05:00Z"));

        Assert.False(time.Clamped);
        Assert.Equal(Instant("2026-11-21T13:15:00Z"), time.Instant);
    }

    [Fact]
    public void Instants_have_whole_microseconds() =>
        Assert.Equal(0, PublishedTime.Resolve(null, null, Toronto, Instant("2026-11-21T13:05:00Z").AddTicks(7)).Instant.Ticks % 10);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
