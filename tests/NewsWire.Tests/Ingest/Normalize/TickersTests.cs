using NewsWire.Ingest.Normalize;
using Xunit;

namespace NewsWire.Tests.Ingest.Normalize;

public sealed class TickersTests
{
    [Theory]
    [InlineData("Oar Looms (NASDAQ: OARL) said", "NASDAQ: OARL")]
    [InlineData("Oar Looms (Nasdaq:OARL) said", "NASDAQ: OARL")]
    [InlineData("Oar Looms (NasdaqGS: OARL) said", "NASDAQ: OARL")]
    [InlineData("Oar Looms (NYSE American: OAR) said", "NYSE American: OAR")]
    [InlineData("Tissages Orvane (TSX\u00A0: ORV) ont", "TSX: ORV")]
    [InlineData("Tissages Orvane (NASDAQ : ORV) ont", "NASDAQ: ORV")]
    [InlineData("Pan (TSXV: PGX; OTCQB: PGXFF; FRA: 2EX)", "TSXV: PGX|OTCQB: PGXFF|FRA: 2EX")]
    [InlineData("Pan (TSX-V: PGX) (TSX.V: PGX) (TSX VENTURE: PGX)", "TSXV: PGX")]
    [InlineData("Etx (TSX: ETX) (OMX: ETX)", "TSX: ETX|OMX: ETX")]
    [InlineData("Brk (NYSE: BRX.A)", "NYSE: BRX.A")]
    [InlineData("Two classes (TSX: ABX.A, ABX.B)", "TSX: ABX.A|TSX: ABX.B")]
    [InlineData("[NYSE: LWK]", "NYSE: LWK")]
    [InlineData("(\"Oar\" or the \"Company\") (OTC Pink: OARX)", "OTC Pink: OARX")]
    [InlineData("Oar (NYSE: OAR; TSX: OARC)", "NYSE: OAR|TSX: OARC")]
    [InlineData("Oar (Nasdaq: \"OAR\")", "NASDAQ: OAR")]
    [InlineData("Oar (Nasdaq/TSX: OAR)", "NASDAQ: OAR|TSX: OAR")]
    [InlineData("Oar (NYSE and TSX: OAR)", "NYSE: OAR|TSX: OAR")]
    [InlineData("Oar (TSX, NYSE American: OAR)", "TSX: OAR|NYSE American: OAR")]
    [InlineData("Oar (Euronext Paris: OAR)", "Euronext Paris: OAR")]
    [InlineData("Oar (LSE: OAR.L) (HKEX: 0700) (HKEX: 0700.HK)", "LSE: OAR|HKEX: 0700")]
    [InlineData("Oar (formerly Loom Inc.; NASDAQ: OAR)", "NASDAQ: OAR")]
    [InlineData("Oar (the \"Company\", NASDAQ Capital Market: OAR)", "NASDAQ: OAR")]
    [InlineData("Oar (New York Stock Exchange: OAR)", "NYSE: OAR")]
    [InlineData("Oar (TSX Venture Exchange: OAR)", "TSXV: OAR")]
    [InlineData("Oar (NYSE: OAR, USA)", "NYSE: OAR")]
    [InlineData("Oar (Nasdaq Stockholm: OAR B)", "Nasdaq Stockholm: OAR")]
    [InlineData("Oar (ISIN: US0378331005)", "ISIN: US0378331005")]
    [InlineData("Oar (TSX: OAR; ISIN CA0679011084)", "TSX: OAR|ISIN: CA0679011084")]
    public void Shares_in_brackets_are_found(string text, string expected) => Assert.Equal(expected, string.Join('|', Tickers.In(text)));

    [Theory]
    [InlineData("The NASDAQ: a history")]
    [InlineData("listed on NASDAQ: OARL, it said")]
    [InlineData("(a six: Ann)")]
    [InlineData("(ISIN CA0000000001)")]
    [InlineData("(ISIN: US0378331006)")]
    [InlineData("(Note: ABC)")]
    [InlineData("(Contact: NASDAQ)")]
    [InlineData("(the paris: ABC)")]
    [InlineData("(NASDAQ: oarl)")]
    [InlineData("")]
    public void What_names_no_share_gives_none(string text) => Assert.Empty(Tickers.In(text));

    [Theory]
    [InlineData("TSX-V", "OARX", null, "", "TSXV: OARX/")]
    [InlineData("XNAS", "oar", null, "", "NASDAQ: OAR/")]
    [InlineData("Nasdaq", "OAR", null, "Oar (NASDAQ: OAR) (ISIN: US0378331005)", "NASDAQ: OAR/US0378331005")]
    [InlineData(null, null, "US0378331005", "Oar (NYSE: OAR)", "NYSE: OAR/US0378331005")]
    [InlineData(null, null, "US0378331005", "Oar (NYSE: OAR; TSX: OARC)", "NYSE: OAR/|TSX: OARC/|ISIN: US0378331005/US0378331005")]
    [InlineData(null, null, "US0378331006", "", "")]
    [InlineData("Moonbase", "OAR", null, "", "Moonbase: OAR/")]
    public void What_a_document_names_apart_stands_with_what_its_text_names(string? exchange, string? symbol, string? isin, string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tickers.Of([new NewsWire.Ingest.RawTicker(exchange, symbol, isin)], Tickers.In(text)).Select(ticker => $"{ticker}/{ticker.Isin}")));

    private const string Lead = "Oar Looms Inc. (NYSE: OAR) said today that its mill at Port Alderly turns again, and that everyone who came to see it was given a loaf of bread and a cup of tea.";

    private const string LongLead = "The mill at Port Alderly turns again after a winter of repairs, and everyone who came to see it was given bread, tea and a tour.";

    // The issuer's own / those of companies that are only mentioned.
    [Theory]
    [InlineData("Mill turns", Lead + "\n\nIt is quicker than those of Foo Inc. (NASDAQ: FOO).", "Oar Looms", "NYSE: OAR", "NASDAQ: FOO")]
    [InlineData("Mill turns", "Oar Looms Inc. (NYSE: OAR), unlike rivals such as Foo Inc. (NASDAQ: FOO) and Bar Corp. (TSX: BAR), owns its mill.", "Oar Looms", "NYSE: OAR", "NASDAQ: FOO|TSX: BAR")]
    [InlineData("Mill turns", Lead + "\n\nThe shares of Oar Looms, Inc. (“Oar”) (TSX: OARC) rose.", "Oar Looms Inc.", "NYSE: OAR|TSX: OARC", "")]
    [InlineData("Oar Looms (TSX: OARC) turns", Lead, "Oar Looms", "TSX: OARC|NYSE: OAR", "")]
    [InlineData("Oar Looms and Foo (NASDAQ: FOO) join", "They did.", "Oar Looms", "", "NASDAQ: FOO")]
    [InlineData("Oar Looms Joins Foo (NASDAQ: FOO)", Lead, "Oar Looms", "NYSE: OAR", "NASDAQ: FOO")]
    [InlineData("Mill turns", "It turns.\n\nAbout Foo\n\nFoo Inc. (NASDAQ: FOO) mills.\n\nAbout Oar Looms\n\nListed in New York (NYSE: OAR), it weaves.", "Oar Looms Inc.", "NYSE: OAR", "NASDAQ: FOO")]
    [InlineData("Mill turns", LongLead + "\n\nIts owner is Foo Inc. (NASDAQ: FOO).", "Oar Looms", "", "NASDAQ: FOO")]
    [InlineData("Mill turns", LongLead + "\n\nIt beats rivals like Foo Inc. (NASDAQ: FOO).", "Oar Looms", "", "NASDAQ: FOO")]
    [InlineData("Mill turns", Lead + "\n\nIts notes (ISIN: US0378331005) are due.", "Oar Looms", "NYSE: OAR", "")]
    [InlineData("Mill turns", Lead + "\n\nFoo Inc. (ISIN: US0378331005) bought it.", "Oar Looms", "NYSE: OAR", "ISIN: US0378331005")]
    [InlineData("Mill turns", "Foo Inc. (NASDAQ: FOO) asked for it in its letter of last week, which spoke of the mill and of all who work in it. The updated release reads:\n\n" + Lead, "Oar Looms", "NYSE: OAR", "NASDAQ: FOO")]
    [InlineData("Mill turns", "The union of the mill has agreed with Foo Inc. (NASDAQ: FOO) on four weeks of rest for all who weave there.", "Oar Looms Union", "", "NASDAQ: FOO")]
    [InlineData("Mill turns", "The sensors were given to the weavers by Foo Instruments plc (LSE: FOO) after they had served their four years.", "Oar Watch", "", "LSE: FOO")]
    [InlineData("Les tisserands acceptent", "Les tisserands de Filature Orvane inc. (TSX : ORV) acceptent l’entente.", "Syndicat des tisserands", "", "TSX: ORV")]
    [InlineData("Mill turns", "The Company (NYSE: OAR) has opened a mill.", "Oar Looms", "NYSE: OAR", "")]
    [InlineData("Mill turns", "Its common shares (NYSE: OAR) trade in New York.", "Oar Looms", "NYSE: OAR", "")]
    [InlineData("Mill turns", "Buyers of the common stock of Foo Inc. (NASDAQ: FOO) may join the claim. Foo Inc. shares (NYSE: FOOX) fell.", "Weir Law Firm", "", "NASDAQ: FOO|NYSE: FOOX")]
    [InlineData("Mill turns", "Goodoar (NASDAQ: GO) has opened a mill.", "The Goodoar Loom & Rubber Company", "NASDAQ: GO", "")]
    [InlineData("Mill turns", "IBM (NYSE: IBM) has opened a mill.", "International Business Machines Corporation", "NYSE: IBM", "")]
    [InlineData("Mill turns", "Oar Looms Holdings Ltd. (NYSE: OAR) has opened a mill.", "Oar Looms", "NYSE: OAR", "")]
    [InlineData("Mill turns", "Oar Bank, a subsidiary of Oar Bancorp, Inc. (NYSE: OARB), has opened a mill.", "Oar Bancorp, Inc.", "NYSE: OARB", "")]
    [InlineData("Mill turns", "Oar Bank, a subsidiary of Oar Bancorp, Inc. (NYSE: OARB), has opened a mill.", "Oar Bank", "", "NYSE: OARB")]
    [InlineData("Mill turns", "Foo Inc. (NASDAQ: FOO) opened a mill.", null, "NASDAQ: FOO", "")]
    public void The_issuers_shares_are_told_from_those_of_companies_it_mentions(string headline, string text, string? issuer, string own, string mentioned)
    {
        var shares = OwnShares.Of([], headline, text, issuer, Boilerplate.In(text));

        Assert.Equal((own, mentioned), (string.Join('|', shares.Own), string.Join('|', shares.Mentioned)));
    }

    [Theory]
    [InlineData("NASDAQ", "FOO", null, false, LongLead, "Oar Looms", "NASDAQ: FOO", "")]
    [InlineData("NASDAQ", "FOO", null, true, LongLead, "Oar Looms", "", "NASDAQ: FOO")]
    [InlineData("NASDAQ", "FOO", "Foo Inc.", false, LongLead, "Oar Looms", "", "NASDAQ: FOO")]
    [InlineData("NYSE", "OAR", "Oar Looms, Inc.", true, LongLead, "Oar Looms", "NYSE: OAR", "")]
    [InlineData("NASDAQ", "FOO", null, false, LongLead + "\n\nIt is a brand of Foo, Inc. (NASDAQ: FOO).", "Oar Looms", "", "NASDAQ: FOO")]
    [InlineData("NYSE", "OAR", "Oar Looms", false, "Oar Weavers (NYSE: OAR) weave.", "Oar Looms", "NYSE: OAR", "")]
    [InlineData("NYSE", "OAR", null, false, LongLead + "\n\nIts owner is Foo Inc. (NASDAQ: FOO).", "Oar Looms", "NYSE: OAR", "NASDAQ: FOO")]
    [InlineData("TSX", "OAR-UN", null, false, "Oar Looms (TSX: OAR.UN) weaves.", "Oar Looms", "TSX: OAR.UN", "")]
    public void A_documents_list_of_shares_may_name_other_companies_too(
        string exchange, string symbol, string? company, bool isMentioned, string text, string issuer, string own, string mentioned)
    {
        var shares = OwnShares.Of([new(exchange, symbol, null, company, isMentioned)], "Mill turns", text, issuer, Boilerplate.In(text));

        Assert.Equal((own, mentioned), (string.Join('|', shares.Own), string.Join('|', shares.Mentioned)));
    }

    [Fact]
    public void Half_a_character_before_a_name_does_no_harm()
    {
        var text = new string('x', 3) + "\U0001F600" + new string('x', 159) + "(NYSE: OAR)";

        Assert.Single(OwnShares.Of([], "Mill turns", text, "Oar Looms", []).Own);
    }

    [Fact]
    public void Only_so_many_are_kept() => Assert.Equal(12, Tickers.In(string.Concat(Enumerable.Range(0, 50).Select(i => $"(NYSE: X{i}) "))).Length);
}
