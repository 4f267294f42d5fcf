using System.Collections.Frozen;

namespace NewsWire.Data;

/// <summary>Stock exchanges: the canonical name of each, and its spellings on wires.</summary>
public static class Exchanges
{
    // Canonical name: spellings and market identifier codes; case, spaces and punctuation are ignored.
    private const string Table = """
        NASDAQ: Nasdaq, NasdaqGS, NasdaqGM, NasdaqCM, Nasdaq Global Select Market, Nasdaq Global Market, Nasdaq Capital Market, Nasdaq Stock Market, Nasdaq Global Select, Nasdaq GS, Nasdaq NM, Nasdaq SmallCap, XNAS
        NYSE: NYSE, New York Stock Exchange, XNYS
        NYSE American: NYSE American, NYSE MKT, NYSE Amex, NYSE AMER, NYSEAMERICAN, AMEX, American Stock Exchange, XASE
        NYSE Arca: NYSE Arca, ARCX, ARCA
        Cboe: Cboe, CboeBZX, Cboe BZX, BATS
        TSX: TSX, Toronto Stock Exchange, Bourse de Toronto, Toronto, XTSE
        TSXV: TSXV, TSX-V, TSX.V, TSX Venture, TSX Venture Exchange, Bourse de croissance TSX, TSX Croissance, XTSX, CVE
        CSE: CSE, CNSX, Canadian Securities Exchange, XCNQ
        Cboe Canada: Cboe Canada, Cboe CA, NEO, NEO Exchange, Aequitas NEO, NEOE
        OTCQB: OTCQB, OTC QB, OTC-QB, OTCQB Venture Market
        OTCQX: OTCQX, OTC QX, OTCQX Best Market, OTCQX International
        OTC Pink: OTC Pink, Pink, OTCPK, OTC PK, Pink Sheets, OTC Pink Sheets, PINX, PNK, OTC Pink Current
        OTCID: OTCID
        OTC: OTC, OTC Markets, OTCBB, OTC BB, OTC Bulletin Board, Other OTC, OTCM, OTC US
        LSE: LSE, London Stock Exchange, London, LON, XLON
        AIM: AIM, LSE AIM, AIM London, London AIM, AIMX
        AQSE: AQSE, Aquis
        Euronext: Euronext
        Euronext Paris: Euronext Paris, Paris, XPAR, EPA, Bourse de Paris
        Euronext Growth Paris: Euronext Growth Paris, Alternext, ALXP
        Euronext Growth: Euronext Growth, Euronext Growth Oslo, MERK
        Euronext Brussels: Euronext Brussels, Brussels, XBRU, EBR
        Euronext Amsterdam: Euronext Amsterdam, Amsterdam, XAMS, AMS
        Euronext Lisbon: Euronext Lisbon, Lisbon, XLIS
        Euronext Dublin: Euronext Dublin, Irish, Irish Stock Exchange, XDUB, ISE
        Euronext Milan: Euronext Milan, Borsa Italiana, Milan, BIT, XMIL, MTAA
        FRA: FRA, FSE, FWB, Frankfurt, Frankfurt Stock Exchange, XFRA
        Xetra: Xetra, XETR, ETR
        Stuttgart: Stuttgart, XSTU, STU
        Tradegate: Tradegate, XGAT
        SIX: SIX, SWX, SIX Swiss Exchange, XSWX, VTX, Swiss
        Vienna: Vienna, Wiener Börse, XWBO, VIE
        BME: BME, BMAD, Bolsa de Madrid, Madrid, XMAD
        OMX: OMX
        Nasdaq Stockholm: Nasdaq Stockholm, Stockholm, OMX Stockholm, STO, XSTO, Nasdaq OMX Stockholm
        Nasdaq Copenhagen: Nasdaq Copenhagen, Copenhagen, OMX Copenhagen, CPH, XCSE, CSE Copenhagen
        Nasdaq Helsinki: Nasdaq Helsinki, Helsinki, OMX Helsinki, HEL, XHEL
        Nasdaq Iceland: Nasdaq Iceland, Iceland, XICE
        Nasdaq First North: Nasdaq First North, First North, FNSE, Nasdaq First North Growth Market
        Oslo: Oslo, OSE, OSL, Oslo Børs, Euronext Oslo, Euronext Oslo Børs, XOSL
        Warsaw: Warsaw, WSE, GPW, XWAR
        TASE: TASE, Tel Aviv, XTAE
        JSE: JSE, Johannesburg, XJSE
        ASX: ASX, Australian Securities Exchange, XASX
        NZX: NZX, XNZE
        HKEX: HKEX, SEHK, HKSE, Hong Kong, Hong Kong Stock Exchange, Stock Exchange of Hong Kong, XHKG, HK
        SSE: SSE, Shanghai, SHA, XSHG
        SZSE: SZSE, Shenzhen, SHE, XSHE
        TSE: TSE, TYO, Tokyo, Tokyo Stock Exchange, XTKS
        TWSE: TWSE, Taiwan, XTAI
        KRX: KRX, KOSPI, Korea Exchange, XKRX
        KOSDAQ: KOSDAQ, XKOS
        SGX: SGX, Singapore, XSES
        NSE: NSE, XNSE
        BSE: BSE, XBOM
        B3: B3, BOVESPA, BVMF
        BMV: BMV, XMEX, Bolsa Mexicana de Valores
        BVL: BVL, XLIM
        Saudi Exchange: Tadawul, Saudi Exchange, XSAU
        """;

    private static readonly FrozenDictionary<string, string> Names = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(':', 2))
        .SelectMany(parts => parts[1].Split(',').Append(parts[0]).Select(spelling => (Key: Key(spelling), Name: parts[0])))
        .DistinctBy(entry => entry.Key)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Name, StringComparer.Ordinal);

    /// <summary>The canonical name of an exchange, or null for an unknown spelling.</summary>
    public static string? Name(string spelling) => Names.GetValueOrDefault(Key(spelling));

    private static string Key(string spelling) => string.Concat(spelling.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
