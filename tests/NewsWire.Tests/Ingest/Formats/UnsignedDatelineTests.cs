using System.Globalization;
using NewsWire.Ingest.Formats;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats;

public sealed class UnsignedDatelineTests
{
    [Theory]
    [InlineData("OAR HARBOR, Wash., Nov. 20, 2026 -- A report", "OAR HARBOR, Wash.", "2026-11-20")]
    [InlineData("Oar Harbor, Washington – November 20, 2026 – A report", "Oar Harbor, Washington", "2026-11-20")]
    [InlineData("Oar Harbor, Wash. (November 20, 2026) – A report", "Oar Harbor, Wash.", "2026-11-20")]
    [InlineData("Oar Harbor, November 20, 2026 - A report", "Oar Harbor", "2026-11-20")]
    [InlineData("OAR HARBOR | November 20, 2026 | A report", "OAR HARBOR", "2026-11-20")]
    [InlineData("Nov. 20, 2026 – OAR HARBOR, Wash. – A report", "OAR HARBOR, Wash.", "2026-11-20")]
    [InlineData("PORT-D'AVRE, le 20 novembre 2026 – A report", "PORT-D'AVRE", "2026-11-20")]
    [InlineData("Val de la Lune, Québec, 20 nov. 2026 — A report", "Val de la Lune, Québec", "2026-11-20")]
    [InlineData("OAR HARBOR, Nov. 20 - A report", "OAR HARBOR", null)]
    public void A_place_a_day_and_a_dash_are_a_dateline(string text, string place, string? date)
    {
        var dateline = UnsignedDateline.At(text);

        Assert.NotNull(dateline);
        Assert.Equal((place, date, null), (dateline.Place, dateline.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), dateline.Wire));
        Assert.Equal(date is null ? (11, 20) : null, dateline.DayOfYear);
        Assert.Equal("A report", text[dateline.End..]);
    }

    [Theory]
    [InlineData("OAR HARBOR, Wash. -- A report without its day")]
    [InlineData("Oar Harbor, November 20, 2026: the mill opens")]
    [InlineData("Nordwik Looms Inc., November 20, 2026 – a report")]
    [InlineData("Updated November 20, 2026 – A report")]
    [InlineData("UPDATED, November 20, 2026 – A report")]
    [InlineData("Monday, November 20, 2026 – A report")]
    [InlineData("For release November 20, 2026 – A report")]
    [InlineData("On November 20, 2026 – a Friday – the mill opened")]
    [InlineData("The mill in Oar Harbor, November 20, 2026 – a report")]
    [InlineData("November 20, 2026 – A report")]
    [InlineData("Oar Harbor, November 20, 2026")]
    public void What_lacks_one_of_them_is_none(string text) => Assert.Null(UnsignedDateline.At(text));
}
