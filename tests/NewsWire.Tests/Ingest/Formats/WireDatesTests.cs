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
    [InlineData("Sun 13 Sep 2026 14:05:00 GMT", "2026-09-13 14:05:00 +00:00")]
    [InlineData("Mon, 13 Sep 2026 14:05:00 GMT", "2026-09-13 14:05:00 +00:00")]
    [InlineData("sun, 13 sep 2026 14:05:00 gmt", "2026-09-13 14:05:00 +00:00")]
    [InlineData("Sun,  13  Sep  2026  14:05:00  GMT", "2026-09-13 14:05:00 +00:00")]
    [InlineData("13 September 2026 14:05 EDT", "2026-09-13 14:05:00 -04:00")]
    [InlineData("Sun, 13 Sep 2026 14:05:00 +0000 (UTC)", "2026-09-13 14:05:00 +00:00")]
    [InlineData("Sun, 13 Sep 2026 14:05:00 -0400 (EDT)", "2026-09-13 14:05:00 -04:00")]
    [InlineData("Sun, 13 Sep 2026 14:05:00 GMT+1", "2026-09-13 14:05:00 +01:00")]
    [InlineData("Sun, 13 Sep 2026 14:05:00 UTC-03:30", "2026-09-13 14:05:00 -03:30")]
    [InlineData("Sun, 13 Sep 2026 14:05:00 CET", "2026-09-13 14:05:00 +01:00")]
    [InlineData("Sun, 13 Sep 2026 14:05:00 JST", "2026-09-13 14:05:00 +09:00")]
    [InlineData("Sun, 13 Sep 2026 14:05:00 AEST", "2026-09-13 14:05:00 +10:00")]
    [InlineData("Sun, 13 Sep 2026 14:05:00 IST", "2026-09-13 14:05:00 +05:30")]
    [InlineData("Sun, 13 Sep 2026 14:05:00 A", "2026-09-13 14:05:00 -01:00")]
    [InlineData("Sun, 13 Sep 2026 14:05:00 M", "2026-09-13 14:05:00 -12:00")]
    [InlineData("Sun, 13 Sep 2026 14:05:00 N", "2026-09-13 14:05:00 +01:00")]
    [InlineData("Sun, 13 Sep 2026 14:05:00 Y", "2026-09-13 14:05:00 +12:00")]
    [InlineData("Sun, 13 Sep 2026 24:00:00 GMT", "2026-09-14 00:00:00 +00:00")]
    [InlineData("Sun, 13 Sep 2026 14:05:00", "2026-09-13 14:05:00 machine")]
    [InlineData("13 Sep 2026 14:05:00", "2026-09-13 14:05:00 machine")]
    [InlineData("Sun, 13-Sep-26 14:05:00 GMT", "2026-09-13 14:05:00 +00:00")]
    [InlineData("Fri Jan  2 03:04:05 2004", "2004-01-02 03:04:05 machine")]
    [InlineData("Fri Jan  2 03:04:05 EST 2004", "2004-01-02 03:04:05 -05:00")]
    [InlineData("Fri Jan 2 03:04:05 +0100 2004", "2004-01-02 03:04:05 +01:00")]
    [InlineData("Fri, Jan 02 2004 03:04:05 GMT", "2004-01-02 03:04:05 +00:00")]
    // W3C.
    [InlineData("2026-09-13T14:05:00Z", "2026-09-13 14:05:00 +00:00")]
    [InlineData("2026-09-13T14:05:00.123-04:00", "2026-09-13 14:05:00 -04:00")]
    [InlineData("2026-09-13 14:05", "2026-09-13 14:05:00 machine")]
    [InlineData("2026-09-13T14:05Z", "2026-09-13 14:05:00 +00:00")]
    [InlineData("2026-09-13t14:05:00z", "2026-09-13 14:05:00 +00:00")]
    [InlineData("2026-09-13T14:05:00,5+00:00", "2026-09-13 14:05:00 +00:00")]
    [InlineData("2026-09-13T14:05:00-04", "2026-09-13 14:05:00 -04:00")]
    [InlineData("2026-09-13T14Z", "2026-09-13 14:00:00 +00:00")]
    [InlineData("2026-09-13T24:00:00Z", "2026-09-14 00:00:00 +00:00")]
    [InlineData("2026/09/13 14:05:00", "2026-09-13 14:05:00 machine")]
    [InlineData("2026-9-3T4:05:00Z", "2026-09-03 04:05:00 +00:00")]
    [InlineData("2003", "2003-01-01")]
    [InlineData("2003-12", "2003-12-01")]
    [InlineData("20031231", "2003-12-31")]
    [InlineData("2003-335", "2003-12-01")]
    [InlineData("2004-366", "2004-12-31")]
    [InlineData("2003335T101455Z", "2003-12-01 10:14:55 +00:00")]
    [InlineData("2026-W01-3", "2025-12-31")]
    [InlineData("2026W53", "2026-12-28")]
    [InlineData("Issued 2026-09-13, at once", "2026-09-13")]
    // Of programs' clocks.
    [InlineData("1700000000", "2023-11-14 22:13:20 +00:00")]
    [InlineData(" 1700000000.25 ", "2023-11-14 22:13:20 +00:00")]
    [InlineData("1700000000000", "2023-11-14 22:13:20 +00:00")]
    [InlineData("631152000", "1990-01-01 00:00:00 +00:00")]
    [InlineData("4133980799", "2100-12-31 23:59:59 +00:00")]
    // Numbers.
    [InlineData("13.09.2026 14:05", "2026-09-13 14:05:00")]
    [InlineData("3.9.2026", "2026-09-03")]
    [InlineData("13/09/2026 14:05", "2026-09-13 14:05:00")]
    [InlineData("09/13/2026 2:05 PM", "2026-09-13 14:05:00")]
    [InlineData("05/05/2026", "2026-05-05")]
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
    [InlineData("Feb 27, 2020, 08:37 ET", "2020-02-27 08:37:00 America/New_York")]
    [InlineData("Sept. 30, 2025", "2025-09-30")]
    [InlineData("November 19, 2026 8:59 AM Eastern Daylight Time", "2026-11-19 08:59:00 America/New_York")]
    [InlineData("at 08:59 on 2 May 2026", "2026-05-02 08:59:00")]
    [InlineData("le 4 oct. 2026 à 22:35 et diffusé", "2026-10-04 22:35:00")]
    [InlineData("26 mai 2020 à 9:00 AM HAE", "2020-05-26 09:00:00 -04:00")]
    [InlineData("26 mai 2020 à 9 h HNE", "2020-05-26 09:00:00 -05:00")]
    [InlineData("3. März 2026, 14.05 Uhr MEZ", "2026-03-03 14:05:00 +01:00")]
    [InlineData("13 de março de 2026", "2026-03-13")]
    [InlineData("13 dicembre 2026", "2026-12-13")]
    // Of feeds in other scripts.
    [InlineData("2004년 07월 04일 오후 1:15:30", "2004-07-04 13:15:30 Asia/Seoul")]
    [InlineData("2004년 05월 28일  01:31:15", "2004-05-28 01:31:15 Asia/Seoul")]
    [InlineData("2004-05-25 오후 11:23:17", "2004-05-25 23:23:17 Asia/Seoul")]
    [InlineData("2026年9月13日", "2026-09-13")]
    [InlineData("2004-07-08 23:56:58.0", "2004-07-08 23:56:58 machine")]
    [InlineData("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11 12:00:00 -05:00")]
    [InlineData("2004-július-13T9:15-05:00", "2004-07-13 09:15:00 -05:00")]
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
    [InlineData("123456789")]
    [InlineData("5550100123")]
    [InlineData("202611211305")]
    [InlineData("17000000000")]
    [InlineData("1700000000 releases")]
    [InlineData("01/02/2004")]
    [InlineData("01/02/2004 10:15")]
    [InlineData("2003-366")]
    [InlineData("2026-W54")]
    [InlineData("PR2026-09-13")]
    [InlineData("10.1234/2026-09-13")]
    public void What_cannot_be_is_nothing(string? text) => Assert.Null(WireDates.Read(text));

    [Theory]
    [InlineData("2026-09-13T25:00:00Z", "2026-09-13")]
    [InlineData("13 Sep 2026 99:99", "2026-09-13")]
    public void An_impossible_clock_leaves_the_day(string text, string expected) => Assert.Equal(expected, Written(WireDates.Read(text)));

    [Theory]
    [InlineData(4, 27, "2026-11-21", "2026-04-27")]
    [InlineData(12, 31, "2026-01-02", "2025-12-31")]
    [InlineData(2, 29, "2026-11-21", "2024-02-29")]
    [InlineData(2, 29, "1903-01-01", "1896-02-29")]
    [InlineData(2, 30, "2026-11-21", null)]
    public void A_day_without_a_year_is_the_last_of_its_name(int month, int day, string before, string? expected) =>
        Assert.Equal(expected, WireDates.LatestOf(month, day, DateOnly.Parse(before, CultureInfo.InvariantCulture))?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

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
        time is { OfMachine: true, Offset: null, Zone: null } ? "machine" : null,
    }.OfType<string>());
}
