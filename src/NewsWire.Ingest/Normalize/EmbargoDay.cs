using System.Globalization;
using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>A day and time in relative or informal form: "Tuesday at 10"; "tomorrow, 8 a.m. ET"; "November 24 at noon".</summary>
/// <param name="Ahead">Days after the publication date, or null where the day is given otherwise.</param>
/// <param name="Time">Null where only the day is given. A time without a.m. or p.m. is in 24-hour form.</param>
/// <param name="EndsDay">True for "midnight", read as the end of the day, the later of its two meanings.</param>
internal sealed partial record EmbargoDay(DayOfWeek? Weekday, int? Ahead, (int Month, int Day)? Date, TimeOnly? Time, TimeSpan? Offset, string? Zone, bool EndsDay)
{
    private const int Half = 183;

    private static readonly string[] Weekdays =
    [
        "sunday|sun|dimanche|domingo|sonntag", "monday|mon|lundi|lunes|montag", "tuesday|tues|tue|mardi|martes|dienstag", "wednesday|wed|mercredi|miércoles|mittwoch",
        "thursday|thurs|thu|jeudi|jueves|donnerstag", "friday|fri|vendredi|viernes|freitag", "saturday|sat|samedi|sábado|samstag",
    ];

    /// <summary>Parses a text that consists of nothing but such a day; null otherwise.</summary>
    public static EmbargoDay? In(string text)
    {
        var weekday = WeekdayName().Match(text);
        var ahead = Near().Match(text);
        var date = InYear().Match(text);
        var left = new[] { weekday, ahead, date }.Where(match => match.Success).OrderByDescending(match => match.Index).Aggregate(text, (rest, match) => rest.Remove(match.Index, match.Length).Insert(match.Index, " "));
        var clock = Clock().Match(left);
        if (clock.Success)
            left = left.Remove(clock.Index, clock.Length);
        if (Filler().Replace(left, "").Length > 0 || !(weekday.Success || ahead.Success || date.Success || clock.Success))
            return null;
        var (offset, zone) = clock.Success ? ZoneNames.Read(clock.Groups["zone"].Value, alone: false) : (null, null);
        var month = MonthNames.Number(date.Groups["month"].Value);
        var (time, endsDay) = TimeOf(clock);
        if (clock.Success && time is null)
            return null;
        return new EmbargoDay(
            weekday.Success ? (DayOfWeek)Array.FindIndex(Weekdays, names => names.Split('|').Contains(weekday.Value, StringComparer.OrdinalIgnoreCase)) : null,
            ahead.Success ? ahead.Groups["next"].Success ? 1 : 0 : null,
            date.Success ? (month, int.Parse(date.Groups["day"].Value, CultureInfo.InvariantCulture)) : null,
            time, offset, zone, endsDay);
    }

    /// <summary>
    /// The instant meant at the time of publication: the first such weekday from that day on, or the nearest such date. A release published
    /// later on the day it names is no longer under embargo.
    /// </summary>
    public DateTimeOffset? After(PublishedTime published, TimeZoneInfo source)
    {
        var zone = Zone is null ? source : TimeZoneInfo.FindSystemTimeZoneById(Zone);
        var local = published.As == "day" ? published.Instant.UtcDateTime : Offset is { } shift ? published.Instant.ToOffset(shift).DateTime : TimeZoneInfo.ConvertTime(published.Instant, zone).DateTime;
        var today = DateOnly.FromDateTime(local);
        DateOnly? day = Date is { } date ? Nearest(date, today) : Ahead is { } days ? today.AddDays(days) : Weekday is { } weekday ? today.AddDays(((int)weekday - (int)today.DayOfWeek + 7) % 7) : today;
        return day is { } on ? PublishedTime.InstantOf(EndsDay ? on.AddDays(1) : on, Time ?? TimeOnly.MinValue, Offset, zone) : null;
    }

    private static DateOnly? Nearest((int Month, int Day) date, DateOnly to)
    {
        foreach (var year in new[] { to.Year, to.Year + 1, to.Year - 1 })
        {
            if (year is > 1 and < 9999 && date.Day >= 1 && date.Day <= DateTime.DaysInMonth(year, date.Month) && new DateOnly(year, date.Month, date.Day) is var day && Math.Abs(day.DayNumber - to.DayNumber) <= Half)
                return day;
        }
        return null;
    }

    private static (TimeOnly? Time, bool EndsDay) TimeOf(Match clock)
    {
        if (!clock.Success)
            return (null, false);
        if (clock.Groups["noon"].Success)
            return (new TimeOnly(12, 0), false);
        if (clock.Groups["midnight"].Success)
            return (TimeOnly.MinValue, true);
        var hour = int.Parse(clock.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = clock.Groups["minute"].Success ? int.Parse(clock.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        hour = clock.Groups["half"].Value is [var half, ..] ? hour % 12 + (half is 'p' or 'P' ? 12 : 0) : hour;
        return hour == 24 && minute == 0 ? (TimeOnly.MinValue, true) : hour <= 23 && minute <= 59 ? (new TimeOnly(hour, minute), false) : (null, false);
    }

    [GeneratedRegex("""(?<![\p{L}])(?:sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi|domingo|lunes|martes|miércoles|jueves|viernes|sábado|(?:sonn|mon|diens|donners|frei|sams)tag|mittwoch)(?![\p{L}])""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WeekdayName();

    [GeneratedRegex("""(?<![\p{L}])(?:(?<next>tomorrow|demain|mañana|morgen)|today|tonight|aujourd['’]hui|hoy|heute)(?![\p{L}])""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Near();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:(?<month>" + MonthNames.Pattern + @")\.?\s{1,3}(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|\s?[:h]\s?\d)|(?<day>\d{1,2})(?:er|st|nd|rd|th|\.)?\s{1,3}(?:d[eo]\s{1,3})?(?<month>" + MonthNames.Pattern + @")(?![\p{L}])\.?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InYear();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:(?<hour>\d{1,2})(?:\s?[:.h]\s?(?<minute>\d{2})|(?<=\d\d)(?<minute>\d{2}))?(?!\d)(?:\s?h(?![\p{L}]))?(?:\s?(?<half>[ap]\.?\s?m\.?(?![\p{L}])))?|(?<noon>noon|midday|midi|mediodía)(?![\p{L}])|(?<midnight>midnight|minuit|medianoche|mitternacht)(?![\p{L}]))(?:\s?\(?(?<zone>" + ZoneNames.Pattern + @"))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex("""(?<![\p{L}])(?:on|at|next|this|coming|the|of|from|until|by|morning|sharp|local|time|hours|hrs|o['’]clock|à|le|la|las|el|a|um|am|uhr|heures?)(?![\p{L}])|[\s\u00A0,.;:()\-–—]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Filler();
}
