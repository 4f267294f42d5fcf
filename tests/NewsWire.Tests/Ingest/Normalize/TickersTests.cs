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
    [InlineData("Two classes (TSX: ABX.A, ABX.B)", "TSX: ABX.A")]
    [InlineData("[NYSE: LWK]", "NYSE: LWK")]
    [InlineData("(\"Oar\" or the \"Company\") (OTC Pink: OARX)", "OTC PINK: OARX")]
    public void Shares_in_brackets_are_found(string text, string expected) => Assert.Equal(expected, string.Join('|', Tickers.In(text)));

    [Theory]
    [InlineData("The NASDAQ: a history")]
    [InlineData("listed on NASDAQ: OARL, it said")]
    [InlineData("(a six: Ann)")]
    [InlineData("(ISIN CA0000000000)")]
    [InlineData("(NASDAQ: oarl)")]
    [InlineData("")]
    public void What_names_no_share_gives_none(string text) => Assert.Empty(Tickers.In(text));

    [Fact]
    public void Only_so_many_are_kept() => Assert.Equal(12, Tickers.In(string.Concat(Enumerable.Range(0, 50).Select(i => $"(NYSE: X{i}) "))).Length);
}
