using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats;

/// <summary>The dateline of a release: place, date and wire mark, as in "BEIJING, March 21, 2023 /PRNewswire/ --".</summary>
/// <param name="Text">The whole dateline as written, with its wire mark and dash.</param>
/// <param name="Place">The place as written: BEIJING; CAPE GIRARDEAU, Mo.; null where none is given.</param>
/// <param name="Wire">The wire's full name: PR Newswire.</param>
/// <param name="Start">Index of its first character in the text searched.</param>
/// <param name="End">Index of the first character after it, where the body text begins.</param>
internal sealed partial record Dateline(string Text, string? Place, DateOnly? Date, string? Wire, int Start, int End)
{
    // In characters. A subheadline may precede the dateline; a match further into the text is not a dateline.
    private const int SearchWindow = 1500;
    private const int LongestPlace = 90;

    /// <summary>Month and day where the dateline names no year; the year is derived from the time the document was received.</summary>
    public (int Month, int Day)? DayOfYear { get; init; }

    /// <summary>Finds the first dateline of a text, or null. Whitespace in it may be of any kind and length.</summary>
    public static Dateline? Find(string text)
    {
        var window = text.Length > SearchWindow ? text[..SearchWindow] : text;
        // Most texts name no wire; the cheap check avoids running the pattern on them.
        if (WireName(window) is null)
            return null;
        foreach (Match mark in Mark().Matches(window))
        {
            if (Around(window, mark) is { } dateline)
                return dateline;
        }
        return null;
    }

    /// <summary>The full name of the wire that a mark or a distributor's label names, or null.</summary>
    public static string? WireName(string label) => WireMarks.NameIn(label);

    private static Dateline? Around(string text, Match mark)
    {
        var before = text[..mark.Index];
        var marked = mark.Groups["wire"].Value + " " + mark.Groups["date"].Value;
        var inMark = marked.Any(char.IsDigit) ? DateInMark().Match(marked) : Match.Empty;
        // "(PRWeb November 20, 2026)" is a signature at the end of a lead: a dateline has a dash before or after its mark.
        if (inMark.Success && mark.Value.AsSpan().Trim() is ['(', .., ')'])
            return null;
        var date = inMark.Success ? WireDates.DateOf(inMark) : WireDates.Read(NumbersInMark().Match(mark.Value).Value)?.Date;
        (int, int)? dayOfYear = inMark.Success && date is null ? WireDates.DayOf(inMark) : null;
        var placeEnd = before.Length;

        var written = DateAtEnd().Match(before);
        if (written.Success)
        {
            date ??= WireDates.DateOf(written);
            dayOfYear = date is null ? WireDates.DayOf(written) : null;
            placeEnd = written.Index;
        }
        else if (DateInNumeralsAtEnd().Match(before) is { Success: true } numerals)
        {
            written = numerals;
            date ??= DateOnly.TryParseExact($"{numerals.Groups["year"].Value}-{numerals.Groups["month"].Value}-{numerals.Groups["day"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            placeEnd = numerals.Index;
        }
        var start = PlaceStart(before, placeEnd);
        var place = before[start..placeEnd].Trim().TrimEnd(',', '-', '–', '—', '/').Trim();
        // A mark in the middle of a sentence ("distributed by (BUSINESS WIRE)") is preceded by neither place nor date.
        if (place.Length == 0 && date is null && !string.IsNullOrWhiteSpace(before[..start]))
            return null;
        // A dateline inside a quotation belongs to another release; its date and place are not this release's.
        if (place.Length > LongestPlace || IsQuoted(before.AsSpan(0, start)))
            return null;
        // Without a date, only a dash before the mark or a city in capitals distinguishes a dateline from a sentence that names a wire.
        var opens = place.Length == 0 && mark.Value.TrimEnd()[^1] is '-' or '–' or '—';
        if (!written.Success && date is null && !opens && mark.Value[0] is not ('-' or '–' or '—') && !StartsInCapitals(place))
            return null;
        var end = mark.Index + mark.Length;
        return new Dateline(text[start..end].Trim(), place.Length == 0 ? null : Collapse(place), date, WireName(mark.Value), start, end) { DayOfYear = dayOfYear };
    }

    private static int PlaceStart(string before, int placeEnd)
    {
        var capitals = CapitalsAtEnd().Match(before[..placeEnd]);
        if (capitals.Success)
            return capitals.Index;
        var glued = CapitalsAfterWords().Match(before[..placeEnd]);
        if (glued.Success)
            return glued.Groups["place"].Index;
        if (placeEnd <= LongestPlace)
            return placeEnd - before[..placeEnd].TrimStart().Length;
        var sentence = before.LastIndexOfAny(['.', '!', '?', '…', '\n'], placeEnd - 1);
        return sentence + 1;
    }

    private static bool IsQuoted(ReadOnlySpan<char> before)
    {
        var paragraph = before[(before.LastIndexOf('\n') + 1)..];
        return paragraph.Count('“') > paragraph.Count('”') || paragraph.Count('«') > paragraph.Count('»');
    }

    private static bool StartsInCapitals(string place) => place.Length > 1 && char.IsUpper(place[0]) && (char.IsUpper(place[1]) || place[1] is '.' or '\'' or '’');

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);

    // /PRNewswire-FirstCall/ --   (GLOBE NEWSWIRE) --   --(BUSINESS WIRE)--   / ACCESS Newswire / March 24, 2026 /   (PRWEB) March 24, 2026 --
    [GeneratedRegex(
        @"(?:[-–—]{0,2}\s{0,3}\(\s?(?<wire>(?:" + WireMarks.InBrackets + @")[^()]{0,80}?)\s?\)(?:\s{0,3}(?<date>(?:" + MonthNames.Pattern + @")\.?\s{1,3}\d{1,2},?\s{1,3}\d{4})\s{0,3}(?=[-–—]|$))?"
        + @"|/\s?(?<wire>(?:" + WireMarks.BetweenStrokes + @")[^/]{0,50}?)\s?/"
        + @"|/\s?(?<wire>ACCESS\s?NEWSWIRE|ACCESSWIRE)\s?/\s?(?<date>[^/]{6,40}?)\s?/"
        + @"|[–—-]\s?(?<wire>PRISM\sMediaWire)\s?(?=[–—-])"
        + @"|[–—-]\s?(?<wire>Media\sOutReach(?:\sNewswire)?)\s?[–—-]\s?(?<date>[^–—\-]{6,30}?)\s?(?=[–—-]))"
        + @"(?:\s{0,4}[-–—]{1,3})?\s{0,4}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();

    // 北京2026年3月21日 /美通社/ --
    [GeneratedRegex(@"(?<year>\d{4})\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateInNumeralsAtEnd();

    // (Marketwire - 01/15/12)
    [GeneratedRegex(@"\d{1,2}/\d{1,2}/\d{2,4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumbersInMark();

    [GeneratedRegex(@"[,\s]*(?<![\p{L}\d])" + WireDates.DateInWords + @"[\s,]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateAtEnd();

    [GeneratedRegex(@"(?<![\p{L}\d])" + WireDates.DateInWords, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateInMark();

    // A city in capitals with its region: CAPE GIRARDEAU, Mo.   RONKONKOMA, New York   QUÉBEC
    private const string PlaceInCapitals =
        @"(?<place>(?:\p{Lu}[\p{Lu}\p{M}'’.\-]*[\s]{1,2}){0,4}\p{Lu}[\p{Lu}\p{M}'’.\-]+(?:\s?(?:,|\s/|\sand|\set)\s{0,2}[\p{L}\p{M}'’.\- ]{2,30}){0,5})[,\s]*$";

    [GeneratedRegex(@"(?<=^|[.!?…:""”»)]\s{1,3}|\n)\s*(?!\d)" + PlaceInCapitals, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CapitalsAtEnd();

    // A subheadline without a full stop may run straight into the dateline; its last word is in lower case.
    [GeneratedRegex(@"(?<!\b(?:and|et|y|und|de|du|des|la|le))(?<=[\p{Ll}\d®™%)])\s{1,3}" + PlaceInCapitals, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CapitalsAfterWords();
}
