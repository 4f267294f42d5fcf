using System.Collections.Frozen;
using System.Globalization;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// Time zones as wires write them: a numeric offset, a name with a fixed offset (EST), or one with daylight saving time (ET).
/// </summary>
internal static class ZoneNames
{
    /// <summary>Pattern of a zone after a time.</summary>
    public const string Pattern =
        @"(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?(?!\d)|[+-]\d{1,2}(?::?\d{2})?(?!\d)"
        + @"|(?:Eastern|Central|Mountain|Pacific|Atlantic)(?:\s(?:Standard|Daylight))?(?:\sTime)?(?![\p{L}])"
        + @"|heure\s(?:avancée\s|normale\s)?de\sl[’']Est|[A-Za-z]{1,5}(?![\p{L}.])";

    // Names that are not words in any language are accepted in lower case too.
    private static readonly FrozenSet<string> InAnyCase =
        new[] { "UT", "UTC", "GMT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "CET", "CEST", "BST", "Z" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Ambiguous abbreviations take their most common meaning on wires: IST is India, CST and EST North America, BST Britain.
    private static readonly FrozenDictionary<string, double> Hours = Table("""
        Z=0 UT=0 UTC=0 GMT=0 WET=0
        NST=-3.5 HNT=-3.5 NDT=-2.5 HAT=-2.5 AST=-4 HNA=-4 ADT=-3 HAA=-3
        EST=-5 HNE=-5 EDT=-4 HAE=-4 CST=-6 HNC=-6 CDT=-5 HAC=-5
        MST=-7 HNR=-7 MDT=-6 HAR=-6 PST=-8 HNP=-8 PDT=-7 HAP=-7
        AKST=-9 AKDT=-8 HST=-10 BRT=-3 ART=-3 CLT=-4 COT=-5 PET=-5
        BST=1 WEST=1 CET=1 MET=1 MEZ=1 WAT=1 CEST=2 MEST=2 MESZ=2
        EET=2 SAST=2 CAT=2 EEST=3 MSK=3 EAT=3 TRT=3 GST=4 PKT=5 IST=5.5
        ICT=7 WIB=7 HKT=8 SGT=8 MYT=8 PHT=8 AWST=8 JST=9 KST=9
        ACST=9.5 ACDT=10.5 AEST=10 AEDT=11 NZST=12 NZDT=13
        """).ToFrozenDictionary(pair => pair.Name, pair => double.Parse(pair.Value, CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> OfSeasons = Table("""
        ET=America/New_York HE=America/New_York EASTERN=America/New_York HEURE=America/New_York
        CT=America/Chicago CENTRAL=America/Chicago MT=America/Denver MOUNTAIN=America/Denver
        PT=America/Los_Angeles PACIFIC=America/Los_Angeles AT=America/Halifax ATLANTIC=America/Halifax
        AET=Australia/Sydney UKT=Europe/London
        """).ToFrozenDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The offset or the IANA zone of a name; both null where it is not a zone.</summary>
    /// <param name="alone">True where nothing follows the name: only then may a single letter be a military zone.</param>
    public static (TimeSpan? Offset, string? Zone) Read(string name, bool alone)
    {
        if (name.Length == 0)
            return (null, null);
        if (name.AsSpan().IndexOfAny('+', '-') is var sign and >= 0)
            return (Number(name[sign..]), null);
        if (name.Length == 1 && name is not "Z" and not "z")
            return (alone ? Letter(name[0]) : null, null);
        if (Hours.TryGetValue(name, out var hours) && (InAnyCase.Contains(name) || name.All(char.IsAsciiLetterUpper)))
            return (TimeSpan.FromHours(hours), null);
        var first = name.Split(' ', '\u00A0')[0];
        return (null, OfSeasons.GetValueOrDefault(name.Length <= 3 ? name : first.ToUpperInvariant()));
    }

    private static TimeSpan? Number(string signed)
    {
        var digits = signed[1..].Replace(":", "", StringComparison.Ordinal);
        var split = digits.Length > 2 ? digits.Length - 2 : digits.Length;
        var hours = int.Parse(digits[..split], CultureInfo.InvariantCulture);
        var minutes = split < digits.Length ? int.Parse(digits[split..], CultureInfo.InvariantCulture) : 0;
        if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0))
            return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return signed[0] == '-' ? -offset : offset;
    }

    // RFC 822 military zones: A to M without J are west of Greenwich, N to Y east (the RFC's signs, which are reversed from military use).
    private static TimeSpan? Letter(char letter) => letter switch
    {
        >= 'A' and <= 'I' => TimeSpan.FromHours('A' - letter - 1),
        >= 'K' and <= 'M' => TimeSpan.FromHours('A' - letter),
        >= 'N' and <= 'Y' => TimeSpan.FromHours(letter - 'N' + 1),
        _ => null,
    };

    private static IEnumerable<(string Name, string Value)> Table(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(pair => (pair[..pair.IndexOf('=')], pair[(pair.IndexOf('=') + 1)..]));
}
