using NewsWire.Ingest.Formats;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats;

public sealed class DatelineTests
{
    [Theory]
    [InlineData("PORT ALDERLY, March 21, 2026 /PRNewswire/ -- A report", "PORT ALDERLY", "2026-03-21", "PR Newswire")]
    [InlineData("CAPE MARLOW, Mo., Sept. 13, 2026 /PRNewswire/ -- A report", "CAPE MARLOW, Mo.", "2026-09-13", "PR Newswire")]
    [InlineData("PORT ALDERLY, April 27 /PRNewswire-FirstCall/ -- A report", "PORT ALDERLY", null, "PR Newswire")]
    [InlineData("PORT ALDERLY, May 2, 2026 /PRNewswire-AsiaNet/ -- A report", "PORT ALDERLY", "2026-05-02", "PR Newswire")]
    [InlineData("PORT ALDERLY, May 2, 2026 /PRNewswire-PRWeb/ -- A report", "PORT ALDERLY", "2026-05-02", "PR Newswire")]
    [InlineData("PORT ALDERLY, May 2, 2026 /PRNewswire-USNewswire/ -- A report", "PORT ALDERLY", "2026-05-02", "PR Newswire")]
    [InlineData("NUEVA ORILLA, 26 de octubre de 2026 /PRNewswire-HISPANIC PR WIRE/ -- Un informe", "NUEVA ORILLA", "2026-10-26", "PR Newswire")]
    [InlineData("OSPREY ROW, New York, 30 octobre 2026 /PRNewswire/ -- Un rapport", "OSPREY ROW, New York", "2026-10-30", "PR Newswire")]
    [InlineData("TORONTO, June  09, 2026  (GLOBE NEWSWIRE) -- A report", "TORONTO", "2026-06-09", "GlobeNewswire")]
    [InlineData("TORONTO,  26 mai 2026  (GLOBE NEWSWIRE) -- Un rapport", "TORONTO", "2026-05-26", "GlobeNewswire")]
    [InlineData("MARLOW FIELD, News, July  07, 2026  (GLOBE NEWSWIRE) -- A report", "MARLOW FIELD, News", "2026-07-07", "GlobeNewswire")]
    [InlineData("OAR HARBOR--(BUSINESS WIRE)--A report", "OAR HARBOR", null, "Business Wire")]
    [InlineData("CULVER HILL, Calif.--(BUSINESS WIRE)--A report", "CULVER HILL, Calif.", null, "Business Wire")]
    [InlineData("北京2026年3月21日 /美通社/ -- 報告", "北京", "2026-03-21", "PR Newswire")]
    [InlineData("舊金山--(美國商業資訊)--報告", "舊金山", null, "Business Wire")]
    [InlineData("TORONTO, Oct. 4, 2026 /CNW/ - A report", "TORONTO", "2026-10-04", "CNW")]
    [InlineData("QUÉBEC , le 4 oct. 2026 /CNW/ -- Un rapport", "QUÉBEC", "2026-10-04", "CNW")]
    [InlineData("MONTRÉAL, le 21 nov. 2026 /CNW Telbec/ - Un rapport", "MONTRÉAL", "2026-11-21", "CNW Telbec")]
    [InlineData("MONTRÉAL, le 1er déc. 2026 /CNW Telbec/ - Un rapport", "MONTRÉAL", "2026-12-01", "CNW Telbec")]
    [InlineData("Marlow, British Columbia--(Newsfile Corp. - September 11, 2026) - A report", "Marlow, British Columbia", "2026-09-11", "Newsfile")]
    [InlineData("Montréal, Québec--(Newsfile Corp. - 10 septembre 2026) - Un rapport", "Montréal, Québec", "2026-09-10", "Newsfile")]
    [InlineData("NEW MARLOW, NY / ACCESS Newswire / March 24, 2026 / A report", "NEW MARLOW, NY", "2026-03-24", "ACCESS Newswire")]
    [InlineData("DECATUR, AL / ACCESSWIRE / May 14, 2020 / A report", "DECATUR, AL", "2020-05-14", "ACCESS Newswire")]
    [InlineData("DELAWARE, MARLOW, UNITED STATES, March 25, 2026 /EINPresswire.com/ -- A report", "DELAWARE, MARLOW, UNITED STATES", "2026-03-25", "EIN Presswire")]
    [InlineData("PORT ALDERLY, March 21, 2026 /GLOBE NEWSWIRE/ -- A report", "PORT ALDERLY", "2026-03-21", "GlobeNewswire")]
    [InlineData("PORT ALDERLY, March 18, 2026 – PRISM MediaWire – A report", "PORT ALDERLY", "2026-03-18", "PRISM MediaWire")]
    [InlineData("PORT\u00A0ALDERLY, March\u00A021,\u00A02026 /PRNewswire/\u00A0-- A report", "PORT ALDERLY", "2026-03-21", "PR Newswire")]
    [InlineData("PORT ALDERLY, March 21, 2026 /PRNewswire/ — A report", "PORT ALDERLY", "2026-03-21", "PR Newswire")]
    [InlineData("Gauge reads the tide. PORT ALDERLY, March 21, 2026 /PRNewswire/ -- A report", "PORT ALDERLY", "2026-03-21", "PR Newswire")]
    [InlineData("Gauge reads the tide PORT ALDERLY, March 21, 2026 /PRNewswire/ -- A report", "PORT ALDERLY", "2026-03-21", "PR Newswire")]
    [InlineData("LONDON and NEW MARLOW, Nov. 20, 2026 /PRNewswire/ -- A report", "LONDON and NEW MARLOW", "2026-11-20", "PR Newswire")]
    [InlineData("ST. OLAVE'S, N.B., Feb. 30, 2026 /CNW/ - A report", "ST. OLAVE'S, N.B.", null, "CNW")]
    [InlineData("Port Alderly, Wash. (PRWEB) March 21, 2026 -- A report", "Port Alderly, Wash.", "2026-03-21", "PRWeb")]
    [InlineData("PORT ALDERLY, March 21, 2026 /PRNewswire-PRWeb/ -- A report", "PORT ALDERLY", "2026-03-21", "PR Newswire")]
    [InlineData("PORT ALDERLY, WASHINGTON--(Marketwired - Mar 21, 2016) - A report", "PORT ALDERLY, WASHINGTON", "2016-03-21", "Marketwired")]
    [InlineData("PORT ALDERLY--(Marketwire - 03/21/12) - A report", "PORT ALDERLY", "2012-03-21", "Marketwired")]
    [InlineData("TAMARACK, Guam, Feb. 1, 2026 /PRNewswire-AsiaNet/ --A report", "TAMARACK, Guam", "2026-02-01", "PR Newswire")]
    [InlineData("PORT ALDERLY, Mar 21, 2026 - (ACN Newswire) - A report", "PORT ALDERLY", "2026-03-21", "ACN Newswire")]
    [InlineData("PORT ALDERLY SAR - Media OutReach Newswire - 5 March 2026 - A report", "PORT ALDERLY SAR", "2026-03-05", "Media OutReach")]
    [InlineData("MÜHLHAFEN, 3. März 2026 /PRNewswire/ -- A report", "MÜHLHAFEN", "2026-03-03", "PR Newswire")]
    [InlineData("PORTO NOVO, 3 de março de 2026 /PRNewswire/ -- A report", "PORTO NOVO", "2026-03-03", "PR Newswire")]
    [InlineData("MÉXICO, 3 de mayo de 2026 /PRNewswire-HISPANIC PR WIRE/ -- Un informe", "MÉXICO", "2026-05-03", "PR Newswire")]
    [InlineData("PORT ALDERLY, Maine--( BUSINESS WIRE )--A report", "PORT ALDERLY, Maine", null, "Business Wire")]
    [InlineData("(BUSINESS WIRE)--A report", null, null, "Business Wire")]
    [InlineData("PORT ALDERLY, Nov. 2, 2026 /AsiaNet/ -- A report", "PORT ALDERLY", "2026-11-02", "AsiaNet")]
    [InlineData("PORT ALDERLY, Nov. 2, 2026 /Kyodo JBN-AsiaNet/ -- A report", "PORT ALDERLY", "2026-11-02", "AsiaNet")]
    [InlineData("PORT ALDERLY, Nov. 2, 2026 /Medianet International-AsiaNet/ -- A report", "PORT ALDERLY", "2026-11-02", "AsiaNet")]
    public void Every_wires_form_is_read(string text, string? place, string? date, string wire)
    {
        var dateline = Dateline.Find(text);

        Assert.NotNull(dateline);
        Assert.Equal(place, dateline.Place);
        Assert.Equal(date, dateline.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(wire, dateline.Wire);
        Assert.Matches("^(A report|Un informe|Un rapport|報告)$", text[dateline.End..]);
    }

    [Fact]
    public void A_day_behind_the_mark_may_end_its_line()
    {
        var dateline = Dateline.Find("Port Alderly, WA (PRWEB) May 02, 2018 ");

        Assert.Equal(("Port Alderly, WA", new DateOnly(2018, 5, 2)), (dateline?.Place, dateline?.Date));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A report from The Harbour Ledger: nothing happened.")]
    [InlineData("The release was distributed by (BUSINESS WIRE) yesterday, and again by others after that.")]
    [InlineData("PORT ALDERLY, March 21, 2026 -- No wire has a mark here")]
    [InlineData("and/or, either/PR")]
    [InlineData("The report was first sent over /PRNewswire/ and read by many.")]
    [InlineData("Copyright (BUSINESS WIRE) 2026. All rights reserved.")]
    [InlineData("The company (GLOBE NEWSWIRE) distributes releases - many of them.")]
    [InlineData("See https://www.prnewswire.com/news/ for more")]
    public void Text_without_a_dateline_gives_none(string text) => Assert.Null(Dateline.Find(text));

    [Theory]
    [InlineData("PORT ALDERLY, April 27 /PRNewswire-FirstCall/ -- A report", 4, 27)]
    [InlineData("PORT ALDERLY, 29 février /CNW Telbec/ - Un rapport", null, null)]
    [InlineData("PORT ALDERLY, April 27, 2026 /PRNewswire/ -- A report", null, null)]
    public void A_day_without_a_year_is_returned_separately(string text, int? month, int? day) =>
        Assert.Equal((month, day), (Dateline.Find(text)?.DayOfYear?.Month, Dateline.Find(text)?.DayOfYear?.Day));

    [Fact]
    public void A_match_far_into_the_text_is_not_a_dateline() =>
        Assert.Null(Dateline.Find(new string('x', 1600) + " PORT ALDERLY, March 21, 2026 /PRNewswire/ -- A report"));

    [Theory]
    [InlineData("Groupe CNW", "CNW")]
    [InlineData("PR Newswire", "PR Newswire")]
    [InlineData("globenewswire logo", "GlobeNewswire")]
    [InlineData("Nobody", null)]
    public void A_label_names_its_wire(string label, string? name) => Assert.Equal(name, Dateline.WireName(label));

    [Theory]
    [InlineData("“We read NEW MARLOW, Jan. 3, 2025 /PRNewswire/ -- in an old release,” said the keeper.")]
    [InlineData("« On lisait MONTRÉAL, le 3 janv. 2025 /CNW/ - dans un vieux communiqué », dit le gardien.")]
    public void A_dateline_in_a_quotation_is_ignored(string text) => Assert.Null(Dateline.Find(text));
}
