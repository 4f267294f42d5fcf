using System.Globalization;
using NewsWire.Ingest.Formats;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats;

public sealed class WireDatesTests
{
    [Theory]
    // RFC 822, as it should be and as it comes.
    [InlineData("Sun, 13 Sep 2026 14:05:00 +0000", "2026-09-13 14:05:00 +00:00")]
    [InlineData("Sun, 13 Sep 2026 14:05 GMT", "2026-09-13 14:05:00 +00:00")]
    [InlineData("13 Sep 26 14:05:00 EST", "2026-09-13 14:05:00 -05:00")]
    [InlineData("Sunday, 13 September 2026 14:05:00 -0430", "2026-09-13 14:05:00 -04:30")]
    [InlineData("Sun, 3 Sep 2026 9:05:00 PDT", "2026-09-03 09:05:00 -07:00")]
    [InlineData("Sun,13 Sep 2026 14:05:60 Z", "2026-09-13 14:05:59 +00:00")]
    // W3C.
    [InlineData("2026-09-13T14:05:00Z", "2026-09-13 14:05:00 +00:00")]
    [InlineData("2026-09-13T14:05:00.123-04:00", "2026-09-13 14:05:00 -04:00")]
    [InlineData("2026-09-13 14:05", "2026-09-13 14:05:00")]
    [InlineData("2026-09-13", "2026-09-13")]
    [InlineData("20260913T140500+0000", "2026-09-13 14:05:00 +00:00")]
    // In words.
    [InlineData("Nov 19, 2026, 08:37 ET", "2026-11-19 08:37:00 America/New_York")]
    [InlineData("November 19th, 2026 at 8:59 a.m. ET", "2026-11-19 08:59:00 America/New_York")]
    [InlineData("Sept. 9, 2026, 12:05 a.m. PT", "2026-09-09 00:05:00 America/Los_Angeles")]
    [InlineData("21 March 2026 at 22:35", "2026-03-21 22:35:00")]
    [InlineData("21 mars 2026 à 22:35", "2026-03-21 22:35:00")]
    [InlineData("le 1er août 2026 à 8 h 30 (HAE)", "2026-08-01 08:30:00 -04:00")]
    [InlineData("4 oct. 2026", "2026-10-04")]
    [InlineData("26 de octubre de 2026", "2026-10-26")]
    [InlineData("10 décembre 2026, 11 h 30", "2026-12-10 11:30:00")]
    [InlineData("19-Nov-2026", "2026-11-19")]
    // A clock alone.
    [InlineData("at 08:59", "08:59:00")]
    [InlineData("à 8\u00A0h\u00A030", "08:30:00")]
    [InlineData("00:19 ET", "00:19:00 America/New_York")]
    [InlineData("8:59 p.m. ET", "20:59:00 America/New_York")]
    [InlineData("12 PM", "12:00:00")]
    public void What_is_written_is_read(string text, string expected) => Assert.Equal(expected, Written(WireDates.Read(text)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("Feb. 30, 2026")]
    [InlineData("32 mars 2026")]
    [InlineData("2026-13-01")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("at 25:00")]
    [InlineData("at 08:75")]
    [InlineData("April 27")]
    [InlineData("1234567890")]
    public void What_cannot_be_is_nothing(string? text) => Assert.Null(WireDates.Read(text));

    [Theory]
    [InlineData("2026-09-13T25:00:00Z", "2026-09-13 +00:00")]
    [InlineData("13 Sep 2026 99:99", "2026-09-13")]
    public void An_impossible_clock_leaves_the_day(string text, string expected) => Assert.Equal(expected, Written(WireDates.Read(text)));

    [Theory]
    [InlineData("January", 1)]
    [InlineData("févr.", 2)]
    [InlineData("Mar", 3)]
    [InlineData("avril", 4)]
    [InlineData("abr", 4)]
    [InlineData("mai", 5)]
    [InlineData("juin", 6)]
    [InlineData("juil.", 7)]
    [InlineData("agosto", 8)]
    [InlineData("Sept.", 9)]
    [InlineData("octubre", 10)]
    [InlineData("noviembre", 11)]
    [InlineData("déc.", 12)]
    [InlineData("dic", 12)]
    public void Months_have_their_names_in_three_languages(string month, int number) =>
        Assert.Equal(new DateOnly(2026, number, 5), WireDates.DateIn($"5 {month} 2026"));

    private static string? Written(WireTime? read) => read is not { } time ? null : string.Join(' ', new[]
    {
        time.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        time.Time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        time.Offset is { } offset ? (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture) : null,
        time.Zone,
    }.OfType<string>());
}
