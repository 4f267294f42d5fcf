using System.Text;
using NewsWire.Ingest;
using NewsWire.Ingest.Wires;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats;

/// <summary>Metadata of news formats: publication status, embargo, ticker symbols, place, contact.</summary>
public sealed class NewsFormatTests
{
    [Fact]
    public void G2_names_embargo_shares_place_and_contact()
    {
        var release = Single("newsml-g2-text.xml");

        Assert.True(release.HeadlineIsText);
        Assert.Equal("2026-11-20T10:00:00Z", release.Embargo);
        Assert.Equal(RawStatus.Usable, release.Status);
        Assert.Equal(["LSE:NRVL/", ":/GB00NRVL0017"], release.Tickers.Select(ticker => $"{ticker.Exchange}:{ticker.Symbol}/{ticker.Isin}"));
        Assert.Equal("Aberwick", release.DatelinePlace);
        Assert.Equal("<p>+44 20 5550 0142<br>press@norvale.example</p>", release.ContactHtml);
        Assert.Equal("Quay Wire", release.Distributor);
        Assert.True(release.Complete);
    }

    [Fact]
    public void A_truncated_item_is_not_complete() => Assert.False(Single("newsml-g2-truncated.xml").Complete);

    [Fact]
    public void Canceled_and_withheld_items_have_that_status()
    {
        Assert.Equal(RawStatus.Withdrawn, Single("newsml-g2-canceled.xml").Status);
        Assert.Equal(RawStatus.Withdrawn, Single("nitf-canceled.xml").Status);
        Assert.Equal(RawStatus.Withdrawn, Single("ninjs-2.json").Status);
        Assert.Equal(RawStatus.Withheld, Single("ninjs-3.json").Status);
    }

    [Fact]
    public void A_new_text_of_an_earlier_item_is_a_correction()
    {
        Assert.Equal(RawStatus.Corrected, Single("newsml-g2-nitf.xml").Status);
        Assert.Equal(RawStatus.Corrected, Single("newsml-1.2-business-wire.xml").Status);
        Assert.Equal((RawStatus.Corrected, "quay.20261114.a"), (Single("nitf.xml").Status, Single("nitf.xml").Replaces));
    }

    [Fact]
    public void The_part_that_is_called_contact_is_the_contact()
    {
        var release = Single("newsml-g2-french-correction.xml");

        Assert.Contains("Odile Rioux", release.ContactHtml);
        Assert.DoesNotContain("Odile Rioux", release.BodyHtml);
        Assert.Equal(["TSX VENTURE:HSL/", ":/CA44900H1017"], release.Tickers.Select(ticker => $"{ticker.Exchange}:{ticker.Symbol}/{ticker.Isin}"));
    }

    [Fact]
    public void Business_Wires_blocks_give_shares_tags_place_and_contact()
    {
        var release = Single("newsml-1.2-business-wire.xml");

        Assert.Equal([new RawTicker("NYSE", "LOOM", "US41150L1017"), new RawTicker(null, "LOOM")], release.Tickers);
        Assert.Equal("ASTER BAY, Ore.", release.DatelinePlace);
        Assert.Contains("Ines Aldaba", release.ContactHtml);
        Assert.Equal("Business Wire", release.Distributor);
        Assert.Equal("20261119T160500+0000", release.Updated);
    }

    [Fact]
    public void Each_language_of_an_item_is_a_release_with_its_own_place_and_contact()
    {
        var releases = Read("newsml-1.2-business-wire-languages.xml");

        Assert.Equal(["en", "zh-Hant"], releases.Select(release => release.Language));
        Assert.Equal(["TAIPEI, Taiwan", "台北"], releases.Select(release => release.DatelinePlace));
        Assert.Null(releases[0].ContactHtml);
        Assert.Contains("press@amberholm.example", releases[1].ContactHtml);
        Assert.All(releases, release => Assert.Equal("20261118T060000+0000", release.Embargo));
    }

    [Fact]
    public void An_exchanges_line_of_time_is_no_place_and_its_isin_a_share()
    {
        var release = Single("newsml-1.2-exchange.xml");

        Assert.Null(release.DatelinePlace);
        Assert.Equal([new RawTicker("Oslo Børs", null, "NO0010200017")], release.Tickers);
        Assert.Empty(release.Authors);
    }

    [Fact]
    public void Ninjs_names_shares_of_its_organisations()
    {
        Assert.Equal(["NASDAQ:OATM"], Single("ninjs-1.json").Tickers.Select(ticker => $"{ticker.Exchange}:{ticker.Symbol}"));
        Assert.Equal(
            [new RawTicker("XLON", "QLST", Company: "Quillstone plc"), new RawTicker(null, null, "GB00QLST0017", "Quillstone plc")],
            Single("ninjs-3.json").Tickers);
        Assert.Equal("Aster Bay, Ore.", Single("ninjs-1.json").DatelinePlace);
        Assert.Equal("2026-11-12T11:00:00Z", Single("ninjs-1.json").Embargo);
    }

    [Theory]
    [InlineData("\"headlines\": [{\"value\": \"Said apart\"}],", "Said apart")]
    [InlineData("", "World Anti-Doping rules are the toughest ever")]
    public void A_title_that_is_only_a_name_gives_way_to_the_headline_of_the_body(string headlines, string expected)
    {
        var nitf = "<nitf><body><body.head><hedline><hl1>World Anti-Doping rules are the toughest ever</hl1></hedline></body.head><body.content><p>They are.</p></body.content></body></nitf>";
        var json = $$"""{"uri": "https://quaywire.example/1", "type": "text", "title": "World Anti", {{headlines}} "bodies": [{"contentType": "text/vnd.IPTC.NITF", "value": "{{nitf}}"}]}""";

        Assert.Equal(expected, ReadText(json).Headline);
    }

    [Fact]
    public void Ninjs_tells_who_is_only_mentioned_and_how_large_a_file_is()
    {
        const string Json = """
            {"uri": "https://quaywire.example/2", "type": "text", "headline": "Mill turns", "body_text": "It turns.",
             "organisations": [{"name": "Oar Looms", "rel": "issuer", "symbols": [{"ticker": "OAR", "exchange": "NYSE"}]}, {"name": "Foo", "rel": "mentions", "symbols": [{"ticker": "FOO", "exchange": "NASDAQ"}]}],
             "associations": [{"name": "a1", "type": "picture", "headline": "The mill", "creditline": "Ann Weaver", "renditions": [{"href": "https://quaywire.example/2.jpg", "contentType": "image/jpeg", "sizeInBytes": 286164}]}]}
            """;

        var release = ReadText(Json);

        Assert.Equal([new RawTicker("NYSE", "OAR", null, "Oar Looms"), new RawTicker("NASDAQ", "FOO", null, "Foo", IsMentioned: true)], release.Tickers);
        Assert.Equal([new Enclosure("https://quaywire.example/2.jpg", "image/jpeg", "The mill") { Length = 286_164, Credit = "Ann Weaver" }], release.Enclosures);
    }

    [Fact]
    public void G2_tells_the_issuers_instruments_from_those_of_others()
    {
        const string Xml = """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:quay:1"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>
            <contentMeta><headline>Mill turns</headline><subject type="cpnat:organisation" literal="oar"><name>Oar Looms</name></subject></contentMeta>
            <assert literal="oar"><name>Oar Looms</name><organisationDetails><hasInstrument symbol="OAR" marketlabel="NYSE"/></organisationDetails></assert>
            <assert literal="foo"><name>Foo</name><organisationDetails><hasInstrument symbol="FOO" marketlabel="NASDAQ"/></organisationDetails></assert>
            <contentSet><remoteContent href="https://quaywire.example/3.jpg" contenttype="image/jpeg" size="4194"/><inlineData contenttype="text/plain">It turns.</inlineData></contentSet></newsItem>
            """;

        var release = ReadText(Xml);

        Assert.Equal([new RawTicker("NYSE", "OAR", null, "Oar Looms"), new RawTicker("NASDAQ", "FOO", null, "Foo", IsMentioned: true)], release.Tickers);
        Assert.Equal(4194, Assert.Single(release.Enclosures).Length);
    }

    [Fact]
    public void Nitf_names_shares_release_day_and_place()
    {
        Assert.Equal([new RawTicker("NYSE", "WCKB", Company: "Wickerby Kitchens, Inc.")], Single("nitf.xml").Tickers);
        Assert.Equal("Port Ellery, Maine", Single("nitf.xml").DatelinePlace);
        Assert.DoesNotContain("Not for readers", Single("nitf.xml").BodyHtml);
    }

    [Fact]
    public void Times_of_a_Nordic_service_are_its_own_zones()
    {
        var release = Single("service-release.xml");

        Assert.Equal("2026-10-28T07:15:00+01:00", release.Published);
        Assert.Equal("2026-10-28T07:00:00+01:00", release.Embargo);
        Assert.Equal("<p>Kari Holm<br>Adm. direktør<br>kari@holm.example</p>", release.ContactHtml);
    }

    [Fact]
    public void Addresses_in_plain_text_are_links()
    {
        Assert.Contains("<a href=\"https://norvale.example/\">https://norvale.example/</a>", Read("asianet-two-releases.txt")[0].BodyHtml);
    }

    [Fact]
    public void A_file_of_more_releases_than_a_day_has_says_how_many_were_read()
    {
        var text = string.Concat(Enumerable.Range(1, 1200).Select(i => $"Source: Norvale, Inc.\n\nMEDIA RELEASE PR{10_000 + i}\n\nThe mill opens\n\nHALIFAX, Nov. 20, 2026 /PRNewswire/ --\n\nThe mill opened on Friday.\n\n"));

        var read = new DocumentReader(new WireCatalog()).Read(new SourceDocument(Encoding.UTF8.GetBytes(text), null, null, null, Fixtures.At), null);

        Assert.Equal(1000, read.Releases.Length);
        Assert.Equal("PR11000", read.Releases[^1].NativeId);
        Assert.Contains("The file contains 1200 releases; only the first 1000 were read.", read.Warnings);
    }

    private static RawRelease ReadText(string text) =>
        Assert.Single(new DocumentReader(new WireCatalog()).Read(new SourceDocument(Encoding.UTF8.GetBytes(text), null, null, null, Fixtures.At), null).Releases);

    private static RawRelease Single(string name) => Assert.Single(Read(name));

    private static IReadOnlyList<RawRelease> Read(string name)
    {
        var file = Directory.GetFiles(Fixtures.Folder, name, SearchOption.AllDirectories).Single();
        var source = new SourceDocument(File.ReadAllBytes(file), null, name, null, Fixtures.At);
        return new DocumentReader(new WireCatalog()).Read(source, null).Releases;
    }
}
