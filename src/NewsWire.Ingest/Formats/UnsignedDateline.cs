using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats;

/// <summary>The dateline of an issuer that uses no wire: HALIFAX, Nova Scotia, Nov. 20, 2026 --, at the very beginning of a text.</summary>
internal static partial class UnsignedDateline
{
    private const int Longest = 200;

    /// <summary>The dateline a paragraph begins with, or null. Nothing signs it, so it must have a place, a day and a dash.</summary>
    public static Dateline? At(string text)
    {
        var match = Form().Match(text.Length > Longest ? text[..Longest] : text);
        if (!match.Success)
            return null;
        var place = match.Groups["place"].Value;
        // A city has a region behind it, stands in capitals, or is parted from its day; "Nordwik Corp., May 3, 2026 -" is a company.
        if (LegalForms.Without(place) != place || !(place.Contains(',') || match.Groups["parted"].Success || char.IsUpper(place[1])))
            return null;
        var date = WireDates.DateOf(match);
        return new Dateline(match.Value.Trim(), place, date, null, match.Index + match.Length - match.Value.TrimStart().Length, match.Index + match.Length) { DayOfYear = date is null ? WireDates.DayOf(match) : null };
    }

    private const string Part = @"\p{Lu}[\p{L}\p{M}.'’\-]{1,30}(?:[ \u00A0](?:(?:de|del|der|du|la|le|les|los|sur|am|upon|of|and|et)[ \u00A0]){0,2}\p{Lu}[\p{L}\p{M}.'’\-]{0,30}){0,4}";
    private const string Place = @"(?!(?i:updated?|revised|corrected|correction|posted|published|released?|issued|dated?|effective|news|press|media|for|on|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b)(?<place>" + Part + @"(?:\s?,\s{1,2}" + Part + "){0,3})";
    private const string Day = "(?i:" + WireDates.DateInWords + ")";

    // Place and day, or the day and its place: Nov. 20, 2026 – HALIFAX, Nova Scotia –
    [GeneratedRegex(
        @"^\s*(?:" + Place + @"(?:(?<parted>\s?,\s{1,2}|\s[-–—|]{1,2}\s|\s?\()|\s{1,2})" + Day + @"\)?"
        + @"|\(?" + Day + @"\)?\s{0,2}(?:--|[-–—|])\s{1,2}" + Place + @")(?:\s{0,2}(?:--|[–—])\s{0,3}|\s{1,2}[-|]\s{1,3})(?=\S)",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
