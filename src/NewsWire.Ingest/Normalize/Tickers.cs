using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Normalize;

/// <summary>Finds shares named in the text: (NASDAQ: CYRX), (TSXV: PGZ; OTCQB: PGZFF), French (TSX : QLB).</summary>
internal static partial class Tickers
{
    private const int Most = 12;

    public static ImmutableArray<Ticker> In(string text)
    {
        var window = text.Length > 20_000 ? text[..20_000] : text;
        return [.. Pair().Matches(window)
            .Where(match => InParentheses(window, match.Index))
            .Select(match => new Ticker(Exchange(match.Groups["exchange"].Value), match.Groups["symbol"].Value.TrimEnd('.')))
            .Distinct()
            .Take(Most)];
    }

    private static bool InParentheses(string text, int index)
    {
        var open = text.LastIndexOfAny(['(', '['], index);
        return open >= 0 && index - open < 120 && text.IndexOfAny([')', ']'], open, index - open) < 0;
    }

    private static string Exchange(string name) => Space().Replace(name, " ").ToUpperInvariant() switch
    {
        "NASDAQGS" or "NASDAQGM" or "NASDAQCM" or "NASDAQ" => "NASDAQ",
        "TSX-V" or "TSX.V" or "TSX VENTURE" or "TSXV" => "TSXV",
        "NYSE AMERICAN" or "NYSE MKT" or "NYSE-MKT" => "NYSE American",
        "NYSE ARCA" => "NYSE Arca",
        "EURONEXT PARIS" or "EURONEXT" or "PARIS" => "Euronext",
        var other => other,
    };

    [GeneratedRegex("""(?<![\p{L}])(?<exchange>(?i:NASDAQ)(?:GS|GM|CM)?|NYSE(?:[\s\-](?i:American|MKT|Arca))?|TSX[\-.\s]?V(?i:enture)?|TSX|CSE|CNSX|NEO|OTCQB|OTCQX|OTC(?:\s(?i:Pink))?|AMEX|LSE|AIM|FRA|FSE|XETRA|(?i:Euronext(?:\sParis)?)|ASX|HKEX|SEHK|JSE|SIX|SGX|KRX|KOSDAQ|TSE|TYO|BMV|B3|OMX|Oslo)[\s\u00A0]{0,2}:[\s\u00A0]{0,2}(?<symbol>[A-Z0-9][A-Z0-9.\-]{0,9})(?![\p{L}\d])""", RegexOptions.None, 1000)]
    private static partial Regex Pair();

    [GeneratedRegex("""\s+""", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
