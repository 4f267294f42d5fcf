using System.Text.RegularExpressions;
using NewsWire.Data;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// The dateline of a release not sent over a wire, at the very beginning of a text: HALIFAX, Nova Scotia, Nov. 20, 2026 --
/// </summary>
internal static partial class UnsignedDateline
{
    private const int Longest = 200;
    private const int LongestDay = 40;
    private const int ShortestOpening = 40;

    /// <summary>
    /// The dateline at the beginning of a paragraph, or null. It has no wire mark, so place, date and dash are all required.
    /// </summary>
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
        if (!place.Success || !dash.Success || !IsPlace(place.Groups["place"].Value))
            return null;
        end += dash.Length;
        // A sentence must follow; a dash between two dates is a period of time.
        var rest = text.AsSpan(end);
        if (rest.Length < ShortestOpening || !(char.IsUpper(rest[0]) || "“\"«„‘'(".Contains(rest[0])) || WireDates.InWords(rest[..Math.Min(rest.Length, LongestDay)].ToString()) is { Success: true, Index: 0 })
            return null;
        var date = WireDates.DateOf(day);
        return new Dateline(window[..end].Trim(), place.Groups["place"].Value, date, null, window.Length - window.AsSpan().TrimStart().Length, end) { DayOfYear = date is null ? WireDates.DayOf(day) : null };
    }

    // The place must have a region or be in capitals: "Earth Day, May 3, 2026 -" has neither, and "Nordwik Corp., Ltd." is a company.
    private static bool IsPlace(string place) => (place.Contains(',') || char.IsUpper(place[1])) && LegalForms.Without(place) == place;

    private const string Part = @"\p{Lu}[\p{L}\p{M}.'’\-]{1,30}(?:[ \u00A0](?:(?:de|del|der|du|la|le|les|los|sur|am|upon|of|and|et)[ \u00A0]){0,2}\p{Lu}[\p{L}\p{M}.'’\-]{0,30}){0,4}";
    private const string NoPlaces = "(?:by|for|on|dear|today|tomorrow|this|next|save|updated?|revised|corrected|correction|posted|published|released?|issued|dates?|dated|effective|news|press|media|report|results|meeting|conference|call|version|class|period|quarter|year|sale|(?:mon|tues|wednes|thurs|fri|satur|sun)?day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|journée|heute|tag)";
    private const string Place = @"(?!(?i:[^\d–—|]{0,40}\b" + NoPlaces + @"\b))(?<place>" + Part + @"(?:\s?,\s{1,2}" + Part + "){0,3})";
    private const string AnyDash = @"(?:\s{0,2}(?:--|[–—])\s{0,3}|\s{1,2}[-|]\s{1,3})(?=\S)";

    [GeneratedRegex(@"^\s*" + Place + @"(?:\s?,\s{1,2}|\s[-–—|]{1,2}\s|\s?\(|\s{1,2})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlaceBefore();

    [GeneratedRegex(@"^\)?" + AnyDash, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dash();

    // Date before place: Nov. 20, 2026 – HALIFAX, Nova Scotia –
    [GeneratedRegex(@"^\)?\s{0,2}(?:--|[-–—])\s{1,2}(?=[^–—]{2,60},)" + Place + AnyDash, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlaceAfter();
}
