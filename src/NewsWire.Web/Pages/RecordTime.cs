using System.Globalization;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>
/// Instants for a release's record: with date, clock and zone, the same on paper and tomorrow. Relative days (Today) are
/// for lists.
/// </summary>
public static class RecordTime
{
    // Without a culture, month names do not depend on the machine's.
    private static readonly CultureInfo Words = CultureInfo.InvariantCulture;

    // Abbreviations that readers of the zone use, in winter and in summer; .NET has none. Other zones are named by their offset.
    private static readonly Dictionary<string, (string Standard, string Daylight)> Abbreviations = new[]
    {
        ("EST EDT", "America/New_York America/Toronto America/Detroit America/Montreal US/Eastern Canada/Eastern"),
        ("CST CDT", "America/Chicago America/Winnipeg US/Central Canada/Central"),
        ("MST MDT", "America/Denver America/Edmonton America/Boise US/Mountain"),
        ("MST MST", "America/Phoenix"),
        ("PST PDT", "America/Los_Angeles America/Vancouver US/Pacific Canada/Pacific"),
        ("AKST AKDT", "America/Anchorage"),
        ("HST HST", "Pacific/Honolulu"),
        ("AST ADT", "America/Halifax Canada/Atlantic"),
        ("NST NDT", "America/St_Johns"),
        ("GMT BST", "Europe/London"),
        ("GMT IST", "Europe/Dublin"),
        ("WET WEST", "Europe/Lisbon"),
        ("CET CEST", "Europe/Paris Europe/Berlin Europe/Madrid Europe/Rome Europe/Brussels Europe/Amsterdam Europe/Zurich Europe/Vienna Europe/Luxembourg"),
        ("CET CEST", "Europe/Stockholm Europe/Oslo Europe/Copenhagen Europe/Warsaw Europe/Prague Europe/Budapest Europe/Belgrade Europe/Zagreb"),
        ("EET EEST", "Europe/Helsinki Europe/Athens Europe/Bucharest Europe/Sofia Europe/Kyiv Europe/Kiev Europe/Riga Europe/Tallinn Europe/Vilnius"),
        ("JST JST", "Asia/Tokyo"),
        ("KST KST", "Asia/Seoul"),
        ("HKT HKT", "Asia/Hong_Kong"),
        ("IST IST", "Asia/Kolkata Asia/Calcutta"),
        ("SAST SAST", "Africa/Johannesburg"),
        ("AEST AEDT", "Australia/Sydney Australia/Melbourne Australia/Hobart"),
        ("AEST AEST", "Australia/Brisbane"),
        ("AWST AWST", "Australia/Perth"),
        ("NZST NZDT", "Pacific/Auckland"),
    }.SelectMany(row => row.Item2.Split(' ').Select(zone => (Zone: zone, Names: row.Item1.Split(' ')))).ToDictionary(row => row.Zone, row => (row.Names[0], row.Names[1]));

    /// <summary>25 Nov 2026, 05:42 EST (10:42 UTC); the UTC day where it is another.</summary>
    public static string Full(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        if (local.Offset == TimeSpan.Zero && Zone(instant, zone) == "UTC")
            return ToMinute(instant, zone);
        var utc = instant.UtcDateTime.ToString(local.Date == instant.UtcDateTime.Date ? "HH:mm" : "d MMM, HH:mm", Words);
        return $"{ToMinute(instant, zone)} ({utc} UTC)";
    }

    /// <summary>25 Nov 2026, 05:42 EST</summary>
    public static string ToMinute(DateTimeOffset instant, TimeZoneInfo zone) =>
        $"{TimeZoneInfo.ConvertTime(instant, zone).ToString("d MMM yyyy, HH:mm", Words)} {Zone(instant, zone)}";

    /// <summary>25 Nov 2026, 05:42 EST; the day alone of a release that was published without a clock time.</summary>
    public static string Published(ReleaseMention release, ReaderTime time) =>
        release.PublishedAs == "day" ? Day(ReaderTime.DayOf(release.PublishedAt)) : ToMinute(release.PublishedAt, time.KeepZone());

    /// <summary>25 Nov 2026</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", Words);

    /// <summary>EST, CEST, UTC; UTC+5:45 for a zone without an abbreviation.</summary>
    public static string Zone(DateTimeOffset instant, TimeZoneInfo zone)
    {
        if (Abbreviations.TryGetValue(zone.Id, out var names))
            return zone.GetUtcOffset(instant) == Winter(instant, zone) ? names.Standard : names.Daylight;
        var offset = zone.GetUtcOffset(instant);
        var hours = string.Create(Words, $"{(offset < TimeSpan.Zero ? "-" : "+")}{Math.Abs(offset.Hours)}{(offset.Minutes == 0 ? "" : $":{Math.Abs(offset.Minutes):00}")}");
        return offset == TimeSpan.Zero ? "UTC" : $"UTC{hours}";
    }

    // Dublin counts its winter as the exception: the smaller offset of the two half-years is winter's everywhere.
    private static TimeSpan Winter(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var (january, july) = (zone.GetUtcOffset(new DateTimeOffset(instant.Year, 1, 1, 0, 0, 0, TimeSpan.Zero)), zone.GetUtcOffset(new DateTimeOffset(instant.Year, 7, 1, 0, 0, 0, TimeSpan.Zero)));
        return january < july ? january : july;
    }
}
