using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats.News;

/// <summary>Parses short texts of news documents: lines, names and dates.</summary>
internal static partial class NewsText
{
    /// <summary>The text with whitespace collapsed; null where nothing is left.</summary>
    public static string? Line(string? text) =>
        text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : null;

    /// <summary>True where a text of undeclared type contains markup.</summary>
    public static bool IsMarkup(string text) => Tag().IsMatch(text);

    /// <summary>
    /// True where a text declared as plain is markup after all: it contains block elements, which a plain text would not mention.
    /// </summary>
    public static bool IsMarkupAfterAll(string text) => Block().IsMatch(text) && (text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal) || Closing().IsMatch(text) || Break().Count(text) > 1);

    /// <summary>
    /// The place at the beginning of a dateline: MOSCOW from “MOSCOW, Monday (Reuters)”; null where it only names a time.
    /// </summary>
    public static string? PlaceOf(string? dateline)
    {
        if (Line(dateline) is not { } line || line.Length > 200)
            return null;
        var place = AfterPlace().Replace(line, "").Trim().TrimEnd(',', '-', '–', '—', '/', ' ');
        return place.Length is > 1 and <= 90 && char.IsLetter(place[0]) ? place : null;
    }

    /// <summary>The names in a byline: “By Anna Ostrander and P. Brenn” gives two.</summary>
    public static IEnumerable<string> NamesIn(string? byline) =>
        Line(byline) is { Length: <= 300 } line ? Between().Split(By().Replace(line, "")).Select(name => name.Trim()).Where(name => name.Length > 0) : [];

    /// <summary>
    /// Converts a local date and time to ISO 8601 with offset: 28.09.2018 11:15 in Oslo gives 2018-09-28T11:15:00+02:00; null where it
    /// cannot be read.
    /// </summary>
    public static string? InZone(string? written, TimeZoneInfo zone)
    {
        if (Line(written) is not { } line)
            return null;
        if (!DateTime.TryParseExact(line, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return line;
        // Near the limits of DateTimeOffset the offset would overflow, so implausible years are rejected.
        if (local.Year is < 1900 or > 9000)
            return null;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    private static readonly string[] Forms = ["d.M.yyyy HH:mm", "d.M.yyyy HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    [GeneratedRegex("""</?(?:p|div|br|a|b|i|u|em|strong|table|ul|ol|li|h[1-6]|html|body|span|section|article|blockquote|pre|figure)(?:\s[^<>]{0,2000})?/?>""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("""</(?:p|div|table|ul|ol|h[1-6]|html|body)>""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Closing();

    [GeneratedRegex("""<br\s?/?>""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Break();

    [GeneratedRegex("""<(?:p|div|br|table|ul|ol|h[1-6]|html|body)(?:\s[^<>]{0,2000})?/?>""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"[,\s]*(?:\(|--|[–—/]|\s-\s|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?<![\p{L}\d])" + WireDates.DateInWords + @"|(?<![\p{L}\d])\d).*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AfterPlace();

    [GeneratedRegex("""^\s*(?:by|by:|par|von|av|af|de|por)\s+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();

    [GeneratedRegex("""\s*;\s*|\s+(?:and|und|et|og|och|&)\s+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();
}
