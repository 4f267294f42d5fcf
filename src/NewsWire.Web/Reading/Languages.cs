using System.Globalization;

namespace NewsWire.Web.Reading;

/// <summary>Languages by code and by name.</summary>
public static class Languages
{
    private const CompareOptions Loose = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols;

    /// <summary>The code that a language is listed under: "no" is written for Norwegian Bokmål as often as "nb".</summary>
    public static string Canonical(string code) => code == "no" ? "nb" : code;

    /// <summary>fr of fr-CA.</summary>
    public static string WithoutRegion(string code) => Canonical(code.Split('-')[0]);

    /// <summary>
    /// The code of a language named by code, English name or own name (FR, fr_CA, French, Français, French (Canada)); null for an
    /// unknown one.
    /// </summary>
    public static string? Find(string text)
    {
        try
        {
            if (CultureInfo.GetCultureInfo(text.Replace('_', '-'), predefinedOnly: true).Name is { Length: > 0 } code)
                return Canonical(code);
        }
        catch (CultureNotFoundException)
        {
            // Not a code: perhaps a name.
        }

        return CultureInfo.GetCultures(CultureTypes.NeutralCultures).Concat(CultureInfo.GetCultures(CultureTypes.SpecificCultures))
            .Where(culture => culture.Name.Length > 0
                && (IsSame(culture.EnglishName, text) || IsSame(culture.NativeName, text) || IsSame(culture.ThreeLetterISOLanguageName, text)))
            .Select(culture => Canonical(culture.Name)).FirstOrDefault();
    }

    /// <summary>True for names that differ only in case, accents, spaces and punctuation.</summary>
    public static bool IsSame(string one, string other) => CultureInfo.InvariantCulture.CompareInfo.Compare(one, other, Loose) == 0;
}
