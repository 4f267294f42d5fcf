using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NewsWire.Data;

namespace NewsWire.Ingest.Normalize;

/// <summary>Finds shares named in the text: (NASDAQ: CYRX), (TSXV: PGZ; OTCQB: PGZFF), French (TSX : QLB), and those a document names apart from it.</summary>
internal static partial class Tickers
{
    private const int Most = 12;
    private const int WordsOfExchange = 6;
    private const int Searched = 20_000;

    /// <summary>The shares of one company or of several in one form, those of the document first; an ISIN stands with its share where there is one of each.</summary>
    /// <param name="named">Those named apart from the text.</param>
    /// <param name="inText">Those named in it.</param>
    public static ImmutableArray<Ticker> Of(IEnumerable<RawTicker> named, IEnumerable<Ticker> inText)
    {
        var found = named.Select(Named).OfType<Ticker>().Concat(inText).Distinct().Take(Most).ToList();
        var shares = found.Where(ticker => ticker.Symbol is not null).DistinctBy(ticker => (ticker.Exchange, ticker.Symbol)).ToList();
        // Who names the market of a share need not be told that it is traded over the counter.
        shares.RemoveAll(share => share.Exchange == "OTC" && shares.Exists(other => other != share && other.Symbol == share.Symbol && other.Exchange?.StartsWith("OTC", StringComparison.Ordinal) == true));
        var isins = found.Select(ticker => ticker.Isin).OfType<string>().Distinct().ToList();
        if (shares.Count == 1 && isins.Count == 1)
            return [shares[0] with { Isin = isins[0] }];
        return [.. shares.Select(share => share with { Isin = found.FirstOrDefault(ticker => ticker.Exchange == share.Exchange && ticker.Symbol == share.Symbol && ticker.Isin is not null)?.Isin }),
            .. isins.Where(isin => !found.Any(ticker => ticker.Symbol is not null && ticker.Isin == isin)).Select(isin => new Ticker(null, null, isin))];
    }

    /// <summary>The shares and numbers that a text names in brackets.</summary>
    public static ImmutableArray<Ticker> In(string text) => [.. Brackets(text).SelectMany(bracket => bracket.Shares).Concat(Numbers(text).Select(number => number.Share)).Distinct().Take(Most)];

    /// <summary>The brackets in which a text names shares, and where each begins.</summary>
    public static IEnumerable<(int Start, List<Ticker> Shares)> Brackets(string text) => Bracket().Matches(Window(text))
        .Select(bracket => (bracket.Index, InBracket(bracket.Value).ToList())).Where(bracket => bracket.Item2.Count > 0);

    /// <summary>The ISINs that a text names as such, and where each begins.</summary>
    public static IEnumerable<(int Start, Ticker Share)> Numbers(string text) => NumberBehindItsName().Matches(Window(text))
        .Select(match => (match.Index, Isin: Isin.Of(match.Groups["isin"].Value))).Where(number => number.Isin is not null).Select(number => (number.Index, new Ticker(null, null, number.Isin)));

    private static string Window(string text) => text.Length > Searched ? text[..Searched] : text;

    private static IEnumerable<Ticker> InBracket(string bracket)
    {
        foreach (Match pair in Pair().Matches(bracket))
        {
            var exchanges = ExchangesAtEnd(pair.Groups["before"].Value);
            var first = pair.Groups["symbol"].Value;
            foreach (var exchange in exchanges)
            {
                yield return new Ticker(exchange, Symbol(first, exchange));
                // Two classes of one share: ABX.A, ABX.B. Another word in capitals is none.
                foreach (var other in pair.Groups["more"].Captures.Select(capture => capture.Value).Where(other => IsSameShare(first, other)))
                    yield return new Ticker(exchange, Symbol(other, exchange));
            }
        }
    }

    // "the Company; NASDAQ and TSX" ends with two exchanges; the words before them are no part of their names.
    private static List<string> ExchangesAtEnd(string before)
    {
        var exchanges = new List<string>();
        foreach (var part in Between().Split(before).Reverse())
        {
            if (ExchangeAtEnd(part) is not { } exchange)
                break;
            exchanges.Insert(0, exchange);
        }
        return exchanges;
    }

    private static string? ExchangeAtEnd(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(WordsOfExchange, words.Length); count > 0; count--)
        {
            var name = string.Join(' ', words[^count..]);
            // An exchange has a capital: "the paris: X" is a list of something else.
            if (name.Any(char.IsUpper) && Exchanges.Name(name) is { } exchange)
                return exchange;
        }
        return null;
    }

    private static Ticker? Named(RawTicker raw)
    {
        var isin = Isin.Of(raw.Isin) ?? (raw.Exchange is null ? Isin.Of(raw.Symbol) : null);
        var symbol = PlainText.OfTitle(raw.Symbol)?.ToUpperInvariant();
        if (symbol is null || raw.Exchange is not { } name || PlainText.OfTitle(name) is not { } written || !WholeSymbol().IsMatch(symbol))
            return isin is null ? null : new Ticker(null, null, isin);
        var exchange = Exchanges.Name(written) ?? PlainText.Shorten(written, 40);
        return new Ticker(exchange, Symbol(symbol, exchange), isin);
    }

    // Data services write the market behind the symbol: ABC.L, 0700.HK.
    private static string Symbol(string symbol, string exchange)
    {
        var bare = symbol.TrimEnd('.', '-');
        // Toronto's units are written BEP.UN and BEP-UN.
        if (exchange is "TSX" or "TSXV")
            bare = bare.Replace('-', '.');
        var market = exchange switch { "LSE" or "AIM" => ".L", "HKEX" => ".HK", "ASX" => ".AX", "TSX" => ".TO", "TSXV" => ".V", "Euronext Paris" => ".PA", "TSE" => ".T", _ => null };
        return market is not null && bare.EndsWith(market, StringComparison.Ordinal) && bare.Length > market.Length ? bare[..^market.Length] : bare;
    }

    private static bool IsSameShare(string first, string other) => other.Length >= 2 && first.Length >= 2 && first[..2] == other[..2] && first != other;

    [GeneratedRegex("""[(\[](?:[^()\[\]]|[(\[][^()\[\]]{0,60}[)\]]){3,240}[)\]]""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracket();

    [GeneratedRegex("""(?<before>[\p{Lu}\p{Ll}\d][\p{L}\p{M}\d .,/&\-\u00A0®™]{1,80}?)[\s\u00A0]{0,2}[:：][\s\u00A0]{0,3}["“«'‘]?[\s\u00A0]?(?<symbol>[A-Z0-9][A-Z0-9.\-]{0,9})(?![\p{L}\d])["”»'’]?(?:[\s\u00A0]?(?:,|/|and|et|y|&)[\s\u00A0]{0,2}["“]?(?<more>[A-Z][A-Z0-9.\-]{1,9})(?![\p{L}\d])(?![\s\u00A0]{0,2}[:：])["”]?){0,3}""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pair();

    [GeneratedRegex("""\s*(?:[/,;&]|\s(?:and|et|y|und|e)\s)\s*""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex("""\bISIN(?:\s(?:code|number|no\.?|n°))?(?:\s(?:is|est))?[\s\u00A0]{0,2}[:：#(]?[\s\u00A0]{0,3}(?<isin>[A-Z]{2}[A-Z0-9]{9}\d)(?![\p{L}\d])""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberBehindItsName();

    [GeneratedRegex("""^[A-Z0-9][A-Z0-9.\-&/ ]{0,14}$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WholeSymbol();
}
