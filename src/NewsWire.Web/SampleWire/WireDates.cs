using System.Globalization;

namespace NewsWire.Web.SampleWire;

/// <summary>Formats dates and datelines as the wires print them.</summary>
internal static class WireDates
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    // Written out, because the names from .NET depend on the version of the system's ICU data.
    private static readonly string[] PressMonths =
        ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    private static readonly string[] FrenchMonths =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly string[] FrenchPressMonths =
        ["janv.", "févr.", "mars", "avril", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."];

    /// <summary>December 14, 2026; 14 décembre 2026.</summary>
    public static string LongDay(DateTime day, bool french) =>
        french ? $"{FrenchDay(day)} {Month(day, french)}" : day.ToString("MMMM d, yyyy", English);

    /// <summary>December 2026; décembre 2026.</summary>
    public static string Month(DateTime day, bool french) =>
        french ? string.Create(English, $"{FrenchMonths[day.Month - 1]} {day.Year}") : day.ToString("MMMM yyyy", English);

    /// <summary>23 November 2026 at 08:35; 23 novembre 2026 à 08:35: Le Lézard puts the day first in both languages.</summary>
    public static string DayAndTime(DateTimeOffset time, bool french) =>
        french
            ? $"{LongDay(time.Date, french)} à {Clock(time)}"
            : time.ToString("d MMMM yyyy 'at' HH:mm", English);

    /// <summary>08:35.</summary>
    public static string Clock(DateTimeOffset time) => time.ToString("HH:mm", English);

    /// <summary>Nov. 23, 2026.</summary>
    public static string PressDay(DateTimeOffset time) =>
        string.Create(English, $"{PressMonths[time.Month - 1]} {time.Day}, {time.Year}");

    /// <summary>Place, date and distributor in the order each distributor uses, up to the text.</summary>
    public static string Dateline(SampleRelease release, DateTimeOffset time)
    {
        var (place, month) = (release.Place, time.Month - 1);
        return (release.Distributor, release.French) switch
        {
            ("PR Newswire", false) => $"{place}, {PressDay(time)} /PRNewswire/ -- ",
            ("PR Newswire", true) => $"{place}, {LongDay(time.Date, true)} /PRNewswire/ -- ",
            ("CNW Telbec", _) => string.Create(English, $"{place}, le {FrenchDay(time.Date)} {FrenchPressMonths[month]} {time.Year} /CNW Telbec/ - "),
            ("CNW", _) => $"{place}, {PressDay(time)} /CNW/ - ",
            ("GlobeNewswire", false) => string.Create(English, $"{place}, {PressMonths[month]}  {time:dd}, {time.Year}  (GLOBE NEWSWIRE) -- "),
            ("GlobeNewswire", true) => $"{place},  {LongDay(time.Date, true)}  (GLOBE NEWSWIRE) -- ",
            ("ACCESS Newswire", _) => $"{place} / ACCESS Newswire / {LongDay(time.Date, false)} / ",
            ("Business Wire", _) => $"{place}--(BUSINESS WIRE)--",
            _ => throw new InvalidOperationException($"No dateline is known for {release.Distributor}."),
        };
    }

    private static string FrenchDay(DateTime day) => day.Day == 1 ? "1er" : day.Day.ToString(English);
}
