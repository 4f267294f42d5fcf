using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// Reads the dates that wires write: W3C and RFC 822 with its usual sins, AP style, French and Spanish,
/// with a clock time and a zone or without, or a clock time alone.
/// </summary>
internal static partial class WireDates
{
    // Longer texts are not dates, and the patterns need not be tried on them.
    private const int LongestDate = 160;

    private const string MonthNames =
        "january|february|march|april|may|june|july|august|september|october|november|december"
        + "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
        + "|janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre"
        + "|janv|févr|fevr|avr|juill|juil|déc"
        + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ene|abr|ago|dic";

    /// <summary>A date in words, in any of the three languages; groups month, day, year.</summary>
    public const string DateInWords =
        $@"(?:(?<month>{MonthNames})\.?\s{{1,3}}(?<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s{{1,3}}(?<year>\d{{4}}))?"
        + $@"|(?:le\s{{1,3}})?(?<day>\d{{1,2}})(?:er|st|nd|rd|th)?[\s\-]{{1,3}}(?:de\s{{1,3}})?(?<month>{MonthNames})\.?,?[\s\-]{{1,3}}(?:de\s{{1,3}})?(?<year>\d{{4}}|\d{{2}}(?!\d|\s*[:h])))";

    /// <summary>The time a text gives, or null where it gives none.</summary>
    public static WireTime? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestDate)
            return null;

        var iso = Iso().Match(text);
        if (iso.Success)
        {
            if (Date(iso.Groups["year"].Value, iso.Groups["month"].Value, iso.Groups["day"].Value) is not { } isoDate)
                return null;
            var (isoOffset, isoZone) = Zone(iso.Groups["zone"].Value);
            return new WireTime(isoDate, Time(iso), isoOffset, isoZone);
        }

        var date = DateIn(text);
        var clock = Clock().Match(text);
        if (!clock.Success)
            return date is null ? null : new WireTime(date, null, null, null);
        var time = Time(clock);
        var (offset, zone) = Zone(clock.Groups["zone"].Value);
        return date is null && time is null ? null : new WireTime(date, time, offset, zone);
    }

    /// <summary>The first calendar day in a text, or null. A day without a year is not a day.</summary>
    public static DateOnly? DateIn(string text)
    {
        var match = Words().Match(text);
        return match.Success ? DateOf(match) : null;
    }

    /// <summary>The day of a match of <see cref="DateInWords"/>.</summary>
    public static DateOnly? DateOf(Match match) =>
        Date(match.Groups["year"].Value, MonthNumber(match.Groups["month"].Value), match.Groups["day"].Value);

    private static DateOnly? Date(string year, string month, string day)
    {
        if (!int.TryParse(year, CultureInfo.InvariantCulture, out var y)
            || !int.TryParse(month, CultureInfo.InvariantCulture, out var m)
            || !int.TryParse(day, CultureInfo.InvariantCulture, out var d))
        {
            return null;
        }
        if (year.Length == 2)
            y += y < 70 ? 2000 : 1900;
        return y is >= 1 and <= 9999 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static TimeOnly? Time(Match match)
    {
        if (!match.Groups["hour"].Success)
            return null;
        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        var second = match.Groups["second"].Success ? int.Parse(match.Groups["second"].Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value;
        if (half.StartsWith("p", StringComparison.OrdinalIgnoreCase) && hour < 12)
            hour += 12;
        else if (half.StartsWith("a", StringComparison.OrdinalIgnoreCase) && hour == 12)
            hour = 0;
        // A leap second is the last second.
        return hour <= 23 && minute <= 59 && second <= 60 ? new TimeOnly(hour, minute, Math.Min(second, 59)) : null;
    }

    private static (TimeSpan? Offset, string? Zone) Zone(string name)
    {
        if (name.Length == 0)
            return (null, null);
        if (name[0] is '+' or '-')
        {
            var digits = name[1..].Replace(":", "", StringComparison.Ordinal);
            var hours = int.Parse(digits[..2], CultureInfo.InvariantCulture);
            var minutes = digits.Length > 2 ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0;
            if (hours > 14 || minutes > 59)
                return (null, null);
            var offset = new TimeSpan(hours, minutes, 0);
            return (name[0] == '-' ? -offset : offset, null);
        }
        return name.ToUpperInvariant() switch
        {
            "Z" or "UT" or "UTC" or "GMT" => (TimeSpan.Zero, null),
            "EST" or "HNE" => (TimeSpan.FromHours(-5), null),
            "EDT" or "HAE" => (TimeSpan.FromHours(-4), null),
            "CST" or "HNC" => (TimeSpan.FromHours(-6), null),
            "CDT" or "HAC" => (TimeSpan.FromHours(-5), null),
            "MST" or "HNR" => (TimeSpan.FromHours(-7), null),
            "MDT" or "HAR" => (TimeSpan.FromHours(-6), null),
            "PST" or "HNP" => (TimeSpan.FromHours(-8), null),
            "PDT" or "HAP" => (TimeSpan.FromHours(-7), null),
            "BST" => (TimeSpan.FromHours(1), null),
            "CET" => (TimeSpan.FromHours(1), null),
            "CEST" => (TimeSpan.FromHours(2), null),
            "ET" or "HE" => (null, "America/New_York"),
            "CT" => (null, "America/Chicago"),
            "MT" => (null, "America/Denver"),
            "PT" => (null, "America/Los_Angeles"),
            _ => (null, null),
        };
    }

    private static string MonthNumber(string name)
    {
        var folded = name.ToLowerInvariant().Replace('é', 'e').Replace('û', 'u');
        var number = folded switch
        {
            _ when folded.StartsWith("jan", StringComparison.Ordinal) || folded.StartsWith("ene", StringComparison.Ordinal) => 1,
            _ when folded.StartsWith('f') => 2,
            "mar" or "march" or "mars" or "marzo" => 3,
            _ when folded.StartsWith("ap", StringComparison.Ordinal) || folded.StartsWith("av", StringComparison.Ordinal) || folded.StartsWith("abr", StringComparison.Ordinal) => 4,
            "may" or "mai" or "mayo" => 5,
            "jun" or "june" or "juin" or "junio" => 6,
            _ when folded.StartsWith("ju", StringComparison.Ordinal) => 7,
            _ when folded.StartsWith('a') => 8,
            _ when folded.StartsWith('s') => 9,
            _ when folded.StartsWith('o') => 10,
            _ when folded.StartsWith('n') => 11,
            _ => 12,
        };
        return number.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("""(?<![\d])(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:[T ](?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d{1,9})?)?\s*(?<zone>Z|[+-]\d{2}:?\d{2}|UTC|GMT)?)?(?!\d)""", RegexOptions.None, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![\p{L}\d])" + DateInWords, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();

    [GeneratedRegex("""(?<![\d:])(?<hour>\d{1,2})(?:\s?[:h]\s?(?<minute>\d{2})(?::(?<second>\d{2}))?\s*(?<half>[ap]\.?\s?m\.?)?|\s*(?<half>[ap]\.?\s?m\.?))(?:\s*\(?(?<zone>[+-]\d{2}:?\d{2}|[A-Z]{1,4})(?![\p{L}]))?""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Clock();
}
