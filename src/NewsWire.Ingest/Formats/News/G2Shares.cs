using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>Ticker symbols of a NewsML-G2 item, from its keywords and the instruments of its companies.</summary>
internal static class G2Shares
{
    public static IEnumerable<RawTicker> Of(WireElement item) => Keywords(item.Child("contentMeta"))
        .Concat(item.Children("assert").Concat(item.Child("contentMeta").Children("subject")).SelectMany(about => InstrumentsOf(about, G2Subjects.Company(item))))
        // A keyword names a share without its company.
        .GroupBy(share => (share.Exchange, share.Symbol, share.Isin)).Select(one => one.OrderByDescending(share => share.Company is not null).First());

    /// <summary>True for a keyword that is a ticker symbol.</summary>
    public static bool IsTicker(WireElement keyword) => keyword.Attribute("role")?.EndsWith("ticker", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Parses "TSX VENTURE:XLY" as exchange and symbol; null where it is not of that form.</summary>
    public static RawTicker? Pair(string? written, string? exchange = null)
    {
        if (NewsText.Line(written) is not { Length: <= 60 } pair)
            return null;
        var colon = pair.LastIndexOf(':');
        return colon < 0 ? new RawTicker(NewsText.Line(exchange), pair) : new RawTicker(NewsText.Line(pair[..colon]), NewsText.Line(pair[(colon + 1)..]));
    }

    private static IEnumerable<RawTicker> Keywords(WireElement? meta) =>
        meta.Children("keyword").Where(IsTicker).Select(keyword => Pair(keyword.Text)).OfType<RawTicker>();

    // Whose an instrument is, is told by the element it stands in.
    private static IEnumerable<RawTicker> InstrumentsOf(WireElement about, WireElement? company)
    {
        var isIssuers = company is not null && G2Subjects.AreOne(about, company);
        var name = Concept.NameOf(isIssuers ? company! : about) ?? about.Attribute("literal");
        return Instruments(about).Select(share => company is null ? share : share with { Company = name, IsMentioned = !isIssuers });
    }

    private static IEnumerable<RawTicker> Instruments(WireElement about)
    {
        foreach (var related in about.Children("related").Where(related => Has(related, "Instrument")))
        {
            var instrument = Concept.Parse(related.Attribute("qcode") ?? related.Attribute("uri"));
            if (instrument?.Scheme?.Equals("ISIN", StringComparison.OrdinalIgnoreCase) == true)
                yield return new RawTicker(null, null, instrument.Code);
            else if ((related.Attribute("literal") ?? instrument?.Code) is { } symbol && Pair(symbol, Market(related)) is { } pair)
                yield return pair;
        }
        foreach (var instrument in about.Within(["hasInstrument"]))
        {
            var market = instrument.Attribute("marketlabel") ?? Concept.Parse(instrument.Attribute("market") ?? instrument.Attribute("marketuri"))?.Code;
            if (Pair(instrument.Attribute("symbol"), market) is { } pair)
                yield return pair;
        }
    }

    private static string? Market(WireElement instrument) =>
        instrument.Children("related").FirstOrDefault(related => Has(related, "TradedOn")) is { } market
            ? Concept.Parse(market.Attribute("qcode") ?? market.Attribute("uri"))?.Code ?? market.Attribute("literal") ?? market.Child("name").Line()
            : null;

    private static bool Has(WireElement related, string role) =>
        (related.Attribute("rel") ?? related.Attribute("reluri"))?.EndsWith(role, StringComparison.OrdinalIgnoreCase) == true;
}
