using NewsWire.Data;
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
    [InlineData("Source: Oar Looms\nMEDIA RELEASE 12\nOar Looms Opens a Mill", "Oar Looms")]
    [InlineData("Text.\n\nSource : Métiers Orvane", "Métiers Orvane")]
    public void A_source_line_may_stand_first_or_in_small_letters(string text, string name) => Assert.Equal(name, Issuers.FromSourceLine(text));

    [Theory]
    [InlineData("A mill", "It opened.\n\nAbout Oar Looms Inc.\n\nIt makes looms.", "Oar Looms Inc.")]
    [InlineData("A mill", "Il ouvre.\n\nÀ propos d'Orvane\n\nElle tisse.", "Orvane")]
    [InlineData("Oar Looms opens a mill", "It opened.\n\nAbout Cotton Guild\n\nIt guards.\n\nAbout Oar Looms: makes looms.", "Oar Looms")]
    [InlineData("A mill", "It opened.\n\nAbout Cotton Guild\n\nIt guards.\n\nAbout Oar Looms", null)]
    [InlineData("A mill", "About 50 people came.", null)]
    public void The_heading_over_its_description_names_the_issuer(string headline, string text, string? name) => Assert.Equal(name, Issuers.FromAbout(headline, text));

    [Fact]
    public void Only_an_author_with_a_legal_form_is_a_company()
    {
        Assert.Equal("Oar Looms Inc.", Issuers.FromAuthors(["Ann Weaver", "Oar Looms Inc."]));
        Assert.Null(Issuers.FromAuthors(["Ann Weaver"]));
    }

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
    [InlineData("The Oar Harbor Company", "Oar Harbor Co., Ltd.")]
    [InlineData("Oar Harbor™ Looms and Wheels plc", "OAR HARBOR LOOMS & WHEELS")]
    [InlineData("Webstuhl GmbH & Co. KG", "Webstuhl")]
    [InlineData("Telares Orilla, S.A. de C.V.", "Telares Orilla")]
    [InlineData("Tessitori S.p.A.", "Tessitori SpA")]
    [InlineData("Veveriet A/S", "Veveriet ASA")]
    [InlineData("Orvane S.à r.l.", "ORVANE SARL")]
    [InlineData("Weefgetouw B.V.", "Weefgetouw N.V.")]
    [InlineData("Oar Pty Ltd", "Oar K.K.")]
    [InlineData("  LANTERN & WICK ", "Lantern & Wick LLC")]
    public void Spellings_of_one_company_have_one_key(string one, string other) => Assert.Equal(CompanyKey.Of(one), CompanyKey.Of(other));

    [Theory]
    [InlineData("Oar Harbor", "Oar Harbour")]
    [InlineData("Inc.", "Group")]
    [InlineData("Oar Harbor Holdings", "Oar Harbor Group")]
    [InlineData("Oar Harbor Holdings", "Oar Harbor")]
    [InlineData("!!!", "???")]
    [InlineData("上海公司", "北京公司")]
    public void Different_companies_have_different_keys(string one, string other) => Assert.NotEqual(CompanyKey.Of(one), CompanyKey.Of(other));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Nobody_has_no_key(string? name) => Assert.Null(CompanyKey.Of(name));

    [Theory]
    [InlineData("Orvane Semiconductor Corporation (NASDAQ: ORVN), a supplier of modules, today announced", "Orvane Semiconductor Corporation")]
    [InlineData("Ferland Minéraux inc. (TSXV : FMX; OTCQB : FMXXF) annonce", "Ferland Minéraux inc.")]
    [InlineData("Hollis & Reyes, Inc. (Nasdaq: HRYS) said", "Hollis & Reyes, Inc.")]
    [InlineData("Norvale Instruments, Inc. (OTC Pink: NRVL) said", "Norvale Instruments, Inc.")]
    [InlineData("Norvale® of America (“Norvale” or the “Company”) (Bourse de Paris: NRV) said", "Norvale® of America")]
    [InlineData("Gauges for all\n\nThe first of their kind\n\nNorvale Instruments (NASDAQ Capital Market: NRVL) said", "Norvale Instruments")]
    [InlineData("Please replace the release dated November 2, 2026 with the following one, in which a figure was mended and a name that had been left out was added.\n\nThe updated release reads:\n\nNorvale Instruments (NYSE: NRVL) said", "Norvale Instruments")]
    [InlineData("Business Wire (NYSE: BWX) said", null)]
    [InlineData("Shares of Norvale Instruments (NYSE: NRVL) rose", null)]
    [InlineData("Ann Weaver, founder of Norvale Instruments (NYSE: NRVL), said", null)]
    [InlineData("The board met today. Orvane Semiconductor and others that are far behind it said so (NASDAQ: ORVN)", null)]
    [InlineData("Norvale (the Company) opened a plant", null)]
    public void A_text_that_opens_with_a_name_and_its_shares_names_its_issuer(string text, string? issuer) =>
        Assert.Equal(issuer, Issuers.FromOpening(text));

    [Theory]
    [InlineData("Gauges for all", "Norvale Instruments, Inc. today announced its new gauges.", "Norvale Instruments, Inc.")]
    [InlineData("Gauges for all", "Norvale Instruments, a maker of gauges, today announced its new ones.", "Norvale Instruments")]
    [InlineData("Norvale Instruments shows gauges", "Norvale Instruments announces its new gauges.", "Norvale Instruments")]
    [InlineData("Des jauges", "Les Tissages Orvane ltée annonce une usine.", "Les Tissages Orvane ltée")]
    [InlineData("Gauges for all", "Norvale Instruments today announced its new gauges.", null)]
    [InlineData("Gauges for all", "Ann Weaver, the founder of a company, today announced her new gauges.", null)]
    [InlineData("Governor Ann Weaver Opens a Mill", "Governor Ann Weaver today announced a mill.", null)]
    [InlineData("PR Newswire Opens a Mill", "PR Newswire today announced a mill.", null)]
    [InlineData("Gauges for all", "The company that Norvale Inc. bought announced gauges.", null)]
    public void Who_announces_something_issued_it_where_it_is_surely_a_company(string headline, string text, string? issuer) =>
        Assert.Equal(issuer, Issuers.FromAnnouncement(headline, text));
}
