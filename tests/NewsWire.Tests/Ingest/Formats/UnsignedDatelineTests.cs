using System.Globalization;
using NewsWire.Ingest.Formats;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats;

public sealed class UnsignedDatelineTests
{
    [Theory]
    [InlineData("OAR HARBOR, Wash., Nov. 20, 2026 -- A report of the mill at the harbor and of its looms", "OAR HARBOR, Wash.", "2026-11-20")]
    [InlineData("Oar Harbor, Washington – November 20, 2026 – A report of the mill at the harbor and of its looms", "Oar Harbor, Washington", "2026-11-20")]
    [InlineData("Oar Harbor, Wash. (November 20, 2026) – A report of the mill at the harbor and of its looms", "Oar Harbor, Wash.", "2026-11-20")]
    [InlineData("OAR HARBOR | November 20, 2026 | A report of the mill at the harbor and of its looms", "OAR HARBOR", "2026-11-20")]
    [InlineData("Nov. 20, 2026 – OAR HARBOR, Wash. – A report of the mill at the harbor and of its looms", "OAR HARBOR, Wash.", "2026-11-20")]
    [InlineData("PORT-D'AVRE, le 20 novembre 2026 – A report of the mill at the harbor and of its looms", "PORT-D'AVRE", "2026-11-20")]
    [InlineData("Val de la Lune, Québec, 20 nov. 2026 — A report of the mill at the harbor and of its looms", "Val de la Lune, Québec", "2026-11-20")]
    [InlineData("OAR HARBOR, Nov. 20 - A report of the mill at the harbor and of its looms", "OAR HARBOR", null)]
    public void A_place_a_day_and_a_dash_are_a_dateline(string text, string place, string? date)
    {
        var dateline = UnsignedDateline.At(text);

        Assert.NotNull(dateline);
        Assert.Equal((place, date, null), (dateline.Place, dateline.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), dateline.Wire));
        Assert.Equal(date is null ? (11, 20) : null, dateline.DayOfYear);
        Assert.StartsWith("A report of the mill", text[dateline.End..]);
    }

    [Theory]
    [InlineData("OAR HARBOR, Wash. -- A report of the mill at the harbor and of its looms")]
    [InlineData("OAR HARBOR, Wash., November 20, 2026: A report of the mill at the harbor and of its looms")]
    [InlineData("Nordwik Looms, Inc., November 20, 2026 – A report of the mill at the harbor and of its looms")]
    [InlineData("Updated November 20, 2026 – A report of the mill at the harbor and of its looms")]
    [InlineData("UPDATED, November 20, 2026 – A report of the mill at the harbor and of its looms")]
    [InlineData("Monday, November 20, 2026 – A report of the mill at the harbor and of its looms")]
    [InlineData("Oar Harbor, November 20, 2026 – A report of the mill at the harbor and of its looms")]
    [InlineData("On November 20, 2026 – a Friday – A report of the mill at the harbor and of its looms")]
    [InlineData("The mill in Oar Harbor, Wash., November 20, 2026 – A report of the mill at the harbor and of its looms")]
    [InlineData("November 20, 2026 – A report of the mill at the harbor and of its looms")]
    [InlineData("OAR HARBOR, November 20, 2026")]
    [InlineData("OAR HARBOR, Wash., November 20 – November 24, 2026, where the mills meet for the tenth time")]
    [InlineData("OAR HARBOR, November 20–24, 2026 – A report of the mill at the harbor and of its looms")]
    [InlineData("INTERIM REPORT, January 1 – March 31, 2026, of the mill and its looms at the harbor")]
    [InlineData("BERLIN, June 5 – Tempodrom")]
    [InlineData("OAR HARBOR, June 5 – the day the mill was opened – is a day of rest from now on, the mill says.")]
    [InlineData("ANNUAL GENERAL MEETING, Wash., June 5, 2026 – A report of the mill at the harbor and of its looms")]
    [InlineData("By Jane Doe | June 5, 2026 | A report of the mill at the harbor and of its looms")]
    [InlineData("June 5, 2026 – NORDWIK – A report of the mill at the harbor and of its looms")]
    public void Text_without_one_of_them_is_not_a_dateline(string text) => Assert.Null(UnsignedDateline.At(text));
}
