using System.Collections.Frozen;

namespace NewsWire.Ingest.Formats;

/// <summary>Month names as wires write them, in full and abbreviated, without the abbreviation's full stop.</summary>
internal static class MonthNames
{
    // English, French, Spanish, German, Portuguese, Italian, Dutch, Nordic, Hungarian, Greek.
    private const string January = "january|jan|janvier|janv|enero|ene|januar|jänner|janeiro|gennaio|gen|januari|január|ιαν|ιανουαρίου";
    private const string February = "february|feb|février|fevrier|févr|fevr|fév|febrero|februar|fevereiro|fev|febbraio|februari|február|φεβ|φεβρουαρίου";
    private const string March = "march|mar|mars|marzo|märz|maerz|mrz|março|marco|maart|mrt|marts|március|μάρ|μαρ|μαρτίου";
    private const string April = "april|apr|avril|avr|abril|abr|aprile|április|απρ|απριλίου";
    private const string May = "may|mai|mayo|maio|maggio|mag|mei|maj|május|μάι|μαϊ|μαι|μαΐου";
    private const string June = "june|jun|juin|junio|juni|junho|giugno|giu|június|ιούν|ιουν|ιουνίου";
    private const string July = "july|jul|juillet|juill|juil|julio|juli|julho|luglio|lug|július|ιούλ|ιουλ|ιουλίου";
    private const string August = "august|aug|août|aout|agosto|ago|augustus|augusti|augusztus|αύγ|αυγ|αυγούστου";
    private const string September = "september|sept|sep|septembre|septiembre|setiembre|setembro|settembre|set|szeptember|σεπ|σεπτεμβρίου";
    private const string October = "october|oct|octobre|octubre|oktober|okt|outubro|out|ottobre|ott|október|οκτ|οκτωβρίου";
    private const string November = "november|nov|novembre|noviembre|novembro|νοέ|νοε|νοεμβρίου";
    private const string December = "december|dec|décembre|decembre|déc|diciembre|dic|dezember|dez|dezembro|dicembre|desember|des|δεκ|δεκεμβρίου";

    /// <summary>Every name, as alternatives for a case-insensitive pattern.</summary>
    public const string Pattern =
        January + "|" + February + "|" + March + "|" + April + "|" + May + "|" + June + "|"
        + July + "|" + August + "|" + September + "|" + October + "|" + November + "|" + December;

    private static readonly FrozenDictionary<string, int> Numbers =
        new[] { January, February, March, April, May, June, July, August, September, October, November, December }
            .SelectMany((names, index) => names.Split('|').Select(name => KeyValuePair.Create(name, index + 1)))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The month's number from 1 to 12, or 0 for an unknown name.</summary>
    public static int Number(string name) => Numbers.GetValueOrDefault(name.TrimEnd('.'));
}
