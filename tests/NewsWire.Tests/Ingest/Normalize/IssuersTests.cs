using NewsWire.Ingest.Normalize;
using Xunit;

namespace NewsWire.Tests.Ingest.Normalize;

public sealed class IssuersTests
{
    [Theory]
    [InlineData("Text.\n\nSOURCE Oar Harbor Looms Inc.", "Oar Harbor Looms Inc.")]
    [InlineData("Text.\n\nSOURCE: Oar Harbor Looms", "Oar Harbor Looms")]
    [InlineData("Text.\n\nSOURCE\u00A0Oar Harbor Looms\n\nMore", "Oar Harbor Looms")]
    [InlineData("SOURCE First\n\nSOURCE Second", "Second")]
    public void The_last_SOURCE_line_names_the_issuer(string text, string name) => Assert.Equal(name, Issuers.FromSourceLine(text));

    [Theory]
    [InlineData("")]
    [InlineData("The SOURCE of the river is unknown.")]
    [InlineData("SOURCE")]
    [InlineData("Source of all evil")]
    public void A_text_without_one_names_nobody(string text) => Assert.Null(Issuers.FromSourceLine(text));

    [Theory]
    [InlineData("Axel Compute Inc", "AXEL Compute, Inc.")]
    [InlineData("Tissages Orvane ltée", "Tissages Orvane Ltée.")]
    [InlineData("Société Générale d'Essai S.A.", "Societe Generale d’Essai SA")]
    [InlineData("Oar Harbor Holdings Limited", "Oar Harbor")]
    [InlineData("  LANTERN & WICK ", "Lantern & Wick LLC")]
    public void Spellings_of_one_company_have_one_key(string one, string other) => Assert.Equal(Issuers.Key(one), Issuers.Key(other));

    [Theory]
    [InlineData("Oar Harbor", "Oar Harbour")]
    [InlineData("Inc.", "Group")]
    [InlineData("上海公司", "北京公司")]
    public void Different_companies_have_different_keys(string one, string other) => Assert.NotEqual(Issuers.Key(one), Issuers.Key(other));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Nobody_has_no_key(string? name) => Assert.Null(Issuers.Key(name));

    [Theory]
    [InlineData("Orvane Semiconductor Corporation (NASDAQ: ORVN), a supplier of modules, today announced", "Orvane Semiconductor Corporation")]
    [InlineData("Ferland Minéraux inc. (TSXV : FMX; OTCQB : FMXXF) annonce", "Ferland Minéraux inc.")]
    [InlineData("Hollis & Reyes, Inc. (Nasdaq: HRYS) said", "Hollis & Reyes, Inc.")]
    [InlineData("The board met today. Orvane Semiconductor and others that are far behind it said so (NASDAQ: ORVN)", null)]
    [InlineData("Norvale (the Company) opened a plant", null)]
    public void A_text_that_opens_with_a_name_and_its_shares_names_its_issuer(string text, string? issuer) =>
        Assert.Equal(issuer, Issuers.FromOpening(text));
}
