using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats;

/// <summary>The dateline of an issuer that uses no wire: HALIFAX, Nova Scotia, Nov. 20, 2026 --, at the very beginning of a text.</summary>
internal static partial class UnsignedDateline
{
    private const int Longest = 200;

    /// <summary>The dateline a paragraph begins with, or null. Nothing signs it, so it must have a place, a day and a dash.</summary>
    public static Dateline? At(string text)
    {
        var window = text.Length > Longest ? text[..Longest] : text;
        if (!window.AsSpan().ContainsAny("-–—|") || WireDates.InWords(window) is not { Success: true } day)
            return null;
        var end = day.Index + day.Length;
        var place = PlaceBefore().Match(window[..day.Index]);
        var dash = Dash().Match(window[end..]);
        if (!place.Success && window.AsSpan(0, day.Index).Trim() is "" or "(")
            place = dash = PlaceAfter().Match(window[end..]);
        if (!place.Success || !dash.Success || !IsPlace(place))
            return null;
        end += dash.Length;
        var date = WireDates.DateOf(day);
        return new Dateline(window[..end].Trim(), place.Groups["place"].Value, date, null, window.Length - window.AsSpan().TrimStart().Length, end) { DayOfYear = date is null ? WireDates.DayOf(day) : null };
    }

    // A city has a region behind it, stands in capitals, or is parted from its day; "Nordwik Corp., May 3, 2026 -" is a company.
    private static bool IsPlace(Match match)
    {
        var place = match.Groups["place"].Value;
        return LegalForms.Without(place) == place && (place.Contains(',') || match.Groups["parted"].Success || char.IsUpper(place[1]));
    }

    private const string Part = @"\p{Lu}[\p{L}\p{M}.'’\-]{1,30}(?:[ \u00A0](?:(?:de|del|der|du|la|le|les|los|sur|am|upon|of|and|et)[ \u00A0]){0,2}\p{Lu}[\p{L}\p{M}.'’\-]{0,30}){0,4}";
    private const string Place = @"(?!(?i:updated?|revised|corrected|correction|posted|published|released?|issued|dated?|effective|news|press|media|for|on|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b)(?<place>" + Part + @"(?:\s?,\s{1,2}" + Part + "){0,3})";
    private const string AnyDash = @"(?:\s{0,2}(?:--|[–—])\s{0,3}|\s{1,2}[-|]\s{1,3})(?=\S)";

    [GeneratedRegex(@"^\s*" + Place + @"(?:(?<parted>\s?,\s{1,2}|\s[-–—|]{1,2}\s|\s?\()|\s{1,2})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlaceBefore();

    [GeneratedRegex(@"^\)?" + AnyDash, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dash();

    // The day and its place: Nov. 20, 2026 – HALIFAX, Nova Scotia –
    [GeneratedRegex(@"^\)?\s{0,2}(?:--|[-–—|])\s{1,2}" + Place + AnyDash, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlaceAfter();
}
