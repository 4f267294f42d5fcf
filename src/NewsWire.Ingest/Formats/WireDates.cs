using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// Parses dates of wires: ISO 8601 (W3C), RFC 822 with common errors, AP style, and dates in words in a dozen languages; with or without
/// time and zone, or a time alone. Ambiguous dates are rejected.
/// </summary>
internal static partial class WireDates
{
    // In characters; longer texts are not dates and are not matched against the patterns.
    private const int LongestDate = 160;

    /// <summary>Pattern of a date in words in any of the languages; groups month, day, year.</summary>
    public const string DateInWords =
        $@"(?:(?<month>{MonthNames.Pattern})\.?\s{{1,3}}(?<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|\s?[:h]\s?\d)(?:,?\s{{1,3}}(?<year>\d{{4}})(?!\d))?"
        + $@"|(?:le\s{{1,3}})?(?<day>\d{{1,2}})(?:er|º|st|nd|rd|th)?(?:\.\s?|[\s\-]{{1,3}})(?:d[eo]\s{{1,3}})?(?<month>{MonthNames.Pattern})\.?,?[\s\-]{{1,3}}(?:d[eo]l?\s{{1,3}})?(?<year>\d{{4}}|\d{{2}}(?!\d|\s*[:h]))"
        + $@"|(?<year>\d{{4}})[.\-\s]{{1,3}}(?<month>{MonthNames.Pattern})[.\-\s]{{1,3}}(?<day>\d{{1,2}})(?!\d))";

    /// <summary>The date and time a text gives, or null where it gives none.</summary>
    public static WireTime? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestDate)
            return null;
        if (Ticks().Match(text) is { Success: true } ticks && OfEpoch(ticks.Groups["whole"].Value) is { } instant)
            return instant;
        if (Digits().Match(text) is { Success: true } digits)
            return InDigits(digits, text);
        if (Asctime().Match(text) is { Success: true } asctime)
            return Whole(DateOf(asctime), asctime, text, ofMachine: true);
        if (Numbers().Match(text) is { Success: true } numbers)
            return InNumbers(numbers) is { } day ? Whole(day, Clock().Match(text, numbers.Index + numbers.Length), text, ofMachine: false) : null;
        var (date, end) = FirstIn(text);
        return Whole(date, ClockOf(text, end), text, date is not null && Rfc822().IsMatch(text));
    }

    /// <summary>The first calendar date in a text, or null. A day without a year does not count.</summary>
    public static DateOnly? DateIn(string text) => FirstIn(text).Date;

    /// <summary>The date of a match of <see cref="DateInWords"/>, or null where it names no year or no valid day.</summary>
    public static DateOnly? DateOf(Match match) =>
        Date(match.Groups["year"].Value, MonthNames.Number(match.Groups["month"].Value), match.Groups["day"].Value);

    /// <summary>Month and day of a match of <see cref="DateInWords"/>, for a date without a year.</summary>
    public static (int Month, int Day)? DayOf(Match match) =>
        MonthNames.Number(match.Groups["month"].Value) is > 0 and var month && int.TryParse(match.Groups["day"].Value, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? (month, day) : null;

    /// <summary>Month and day of the first date in words in a text, or null where it has none.</summary>
    public static (int Month, int Day)? DayIn(string text) => InWords(text) is { Success: true } match ? DayOf(match) : null;

    /// <summary>The first date in words in a text, as a match of <see cref="DateInWords"/>.</summary>
    public static Match InWords(string text) => Words().Match(text);

    /// <summary>Completes a day without a year: the latest such date that is not after <paramref name="notAfter"/>.</summary>
    public static DateOnly? LatestOf(int month, int day, DateOnly notAfter)
    {
        // 29 February occurs every four years, and only after eight where a century year is not a leap year.
        for (var year = notAfter.Year; year > notAfter.Year - 9 && year > 0; year--)
        {
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) <= notAfter)
                return new DateOnly(year, month, day);
        }
        return null;
    }

    private static (DateOnly? Date, int End) FirstIn(string text)
    {
        foreach (Match match in Words().Matches(text))
        {
            if (DateOf(match) is { } date)
                return (date, match.Index + match.Length);
        }
        return (null, 0);
    }

    // The time follows the date; if nothing does, it may precede it: "at 08:59 on 2 May 2026".
    private static Match ClockOf(string text, int dateEnd) => Clock().Match(text, dateEnd) is { Success: true } after ? after : Clock().Match(text);

    private static WireTime? InDigits(Match match, string text)
    {
        var groups = match.Groups;
        if (!int.TryParse(groups["year"].Value, CultureInfo.InvariantCulture, out var year) || year < 1)
            return null;
        DateOnly? date = groups["ordinal"] is { Success: true, Value: var ordinal } ? OfOrdinal(year, int.Parse(ordinal, CultureInfo.InvariantCulture))
            : groups["week"] is { Success: true, Value: var week } ? OfWeek(year, int.Parse(week, CultureInfo.InvariantCulture), groups["weekday"].Value)
            : Date(groups["year"].Value, groups["month"] is { Success: true, Value: var month } ? int.Parse(month, CultureInfo.InvariantCulture) : 1, groups["day"] is { Success: true, Value: var day } ? day : "1");
        return date is null ? null : Whole(date, match, text, ofMachine: true);
    }

    // Unix time in seconds or milliseconds. Values outside the plausible range of release dates are other numbers.
    private static WireTime? OfEpoch(string digits)
    {
        var count = long.Parse(digits, CultureInfo.InvariantCulture);
        var instant = DateTimeOffset.FromUnixTimeSeconds(digits.Length > 10 ? count / 1000 : count);
        return instant.Year is >= 1990 and <= 2100 ? new WireTime(DateOnly.FromDateTime(instant.DateTime), TimeOnly.FromDateTime(instant.DateTime), TimeSpan.Zero, null, OfMachine: true) : null;
    }

    private static DateOnly? OfOrdinal(int year, int day) =>
        day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365) ? new DateOnly(year, 1, 1).AddDays(day - 1) : null;

    private static DateOnly? OfWeek(int year, int week, string weekday) =>
        week >= 1 && week <= ISOWeek.GetWeeksInYear(year) && year is > 1 and < 9999
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday.Length == 0 ? 1 : (weekday[0] - '0') % 7)))
            : null;

    // 31.12.2003 has a defined order; 31/12/2003 and 12/31/2003 have one valid reading; 1/2/2004 is ambiguous and rejected.
    private static DateOnly? InNumbers(Match match)
    {
        var (first, second) = (int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["second"].Value, CultureInfo.InvariantCulture));
        var dayFirst = match.Groups["mark"].Value == "." || first > 12 || first == second;
        if (!dayFirst && second <= 12)
            return null;
        var (month, day) = dayFirst ? (second, match.Groups["first"].Value) : (first, match.Groups["second"].Value);
        return Date(match.Groups["year"].Value, month, day);
    }

    private static DateOnly? Date(string year, int month, string day)
    {
        if (!int.TryParse(year, CultureInfo.InvariantCulture, out var y) || !int.TryParse(day, CultureInfo.InvariantCulture, out var d))
            return null;
        if (year.Length == 2)
            y += y < 70 ? 2000 : 1900;
        return y is >= 1 and <= 9999 && month is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, d) : null;
    }

    /// <summary>Combines a date with the time of a match; an invalid time leaves only the date.</summary>
    private static WireTime? Whole(DateOnly? date, Match clock, string text, bool ofMachine)
    {
        if (date is null && !clock.Success)
            return null;
        var (time, nextDay) = Time(clock);
        if (nextDay && date is { } day && day < DateOnly.MaxValue)
            date = day.AddDays(1);
        if (date is null && time is null)
            return null;
        var zone = clock.Groups["zone"];
        var (offset, name) = time is null ? (null, null) : ZoneNames.Read(zone.Value, zone.Success && text.AsSpan(zone.Index + zone.Length).Trim().IsEmpty);
        if (offset is null && name is null && time is not null && (clock.Groups["half"].Value is "오전" or "오후" || text.Contains('년')))
            name = "Asia/Seoul";
        return new WireTime(date, time, offset, name, ofMachine && time is not null);
    }

    private static (TimeOnly? Time, bool NextDay) Time(Match match)
    {
        if (!match.Groups["hour"].Success)
            return (null, false);
        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        var second = match.Groups["second"].Success ? int.Parse(match.Groups["second"].Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value;
        if (hour < 12 && (half.StartsWith("p", StringComparison.OrdinalIgnoreCase) || half is "오후" or "下午" or "午後"))
            hour += 12;
        else if (hour == 12 && (half.StartsWith("a", StringComparison.OrdinalIgnoreCase) || half is "오전" or "上午" or "午前"))
            hour = 0;
        if (hour == 24 && minute == 0 && second == 0)
            return (TimeOnly.MinValue, true);
        // A leap second is read as second 59, which TimeOnly can represent.
        return (hour <= 23 && minute <= 59 && second <= 60 ? new TimeOnly(hour, minute, Math.Min(second, 59)) : null, false);
    }

    private const string Half = "오전|오후|上午|下午|午前|午後";

    // 2003-12-31T10:14:55.1Z  2003/12/31 10:14  20031231T101455+0000  2003-335  2003-W01-3  2003-12  2003  2004년 7월 4일 오후 1:00
    [GeneratedRegex(
        @"(?:(?<![\p{L}\d/._\-])(?:(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})|(?<year>\d{4})/(?<month>\d{1,2})/(?<day>\d{1,2})"
        + @"|(?<year>\d{4})\s?[년年]\s{0,2}(?<month>\d{1,2})\s?[월月]\s{0,2}(?<day>\d{1,2})\s?[일日])(?!\d|[/\-]\d)"
        + @"|^\s*(?:(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})|(?<year>\d{4})-?W(?<week>\d{2})(?:-?(?<weekday>[1-7]))?|(?<year>\d{4})-?(?<ordinal>\d{3})|(?<year>\d{4})-(?<month>\d{2})|(?<year>\d{4}))(?=\s*(?:$|T\d)))"
        + @"(?:(?:\s{0,3}T|\s{1,3}|,\s{1,3})?(?:(?<half>" + Half + @")\s{0,2})?(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,:]\d{1,12})?)?\s{0,3}(?<half>[ap]\.?m\.?(?![\p{L}]))?\s{0,3}\(?(?<zone>" + ZoneNames.Pattern + @")?"
        + @"|T(?<hour>\d{2})(?:(?<minute>\d{2})(?:(?<second>\d{2})(?:[.,]\d{1,12})?)?)?\s{0,3}(?<zone>" + ZoneNames.Pattern + @")?)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();

    // 1700000000  1700000000.25  1700000000000
    [GeneratedRegex(@"^\s*(?<whole>\d{9,10}|\d{12,13})(?:\.\d{1,9})?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ticks();

    // asctime: Fri Jan  2 03:04:05 2004, with the zone before or after the year.
    [GeneratedRegex(
        @"(?<![\p{L}\d])(?<month>" + MonthNames.Pattern + @")\.?\s{1,3}(?<day>\d{1,2})\s{1,3}(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?:\s{1,3}(?<zone>[A-Za-z]{1,5}|[+-]\d{2}:?\d{2}))?\s{1,3}(?<year>\d{4})(?:\s{1,3}(?<zone>" + ZoneNames.Pattern + @"))?(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Asctime();

    [GeneratedRegex(@"(?<![\p{L}\d/.\-])(?<first>\d{1,2})(?:(?<mark>\.)\s?(?<second>\d{1,2})\.\s?|(?<mark>[/\-])(?<second>\d{1,2})\k<mark>)(?<year>\d{4}|\d{2})(?![\d/\-]|\.\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();

    // RFC 822 form as programs write it: with an abbreviated weekday or with seconds, and without a.m. or p.m.
    [GeneratedRegex(@"^\s*(?:[\p{L}\p{M}]{2,12}\.?,?\s{0,3}\d{1,2}[\s\-]{1,3}[\p{L}\p{M}]{3,10}\.?[\s\-]{1,3}\d{2,4},?\s{1,3}\d{1,2}:\d{2}(?!(?::\d{2})?\s{0,3}[ap]\.?\s?m\b)|\d{1,2}[\s\-]{1,3}[\p{L}\p{M}]{3,10}\.?[\s\-]{1,3}\d{2,4}\s{1,3}\d{1,2}:\d{2}:\d{2}(?!\s{0,3}[ap]\.?\s?m\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rfc822();

    // The long timeout covers the construction of the pattern on a busy machine; matching itself is quick because texts are short.
    [GeneratedRegex(@"(?<![\p{L}\d])" + DateInWords, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Words();

    [GeneratedRegex(
        @"(?<![\d:.])(?:(?<half>" + Half + @")\s{0,2})?(?<hour>\d{1,2})(?:\s?[:h]\s?(?<minute>\d{2})(?!\d)(?::(?<second>\d{2}))?(?:\.\d{1,9})?\s{0,3}(?<half>[ap]\.?\s?m\.?(?![\p{L}]))?|\s{0,2}h(?![\p{L}])|[.](?<minute>\d{2})(?=\s?(?:Uhr|[ap]\.?m\b))\s{0,2}(?<half>[ap]\.?m\.?)?|\s{0,3}(?<half>[ap]\.?\s?m\.?(?![\p{L}])))(?:\s{0,2}Uhr(?![\p{L}]))?(?:\s{0,3}\(?(?<zone>" + ZoneNames.Pattern + @"))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Clock();
}
