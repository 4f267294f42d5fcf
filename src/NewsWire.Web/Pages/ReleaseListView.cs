using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>The releases of one day, in the reader's zone.</summary>
public sealed record ReleaseDay(DateOnly Day, IReadOnlyList<ReleaseRow> Rows);

/// <summary>A page of the list as it is shown: broken into days, with the way to older and newer ones.</summary>
public sealed record ReleaseListView(IReadOnlyList<ReleaseDay> Days, Facets Facets, string? Newest, string? Newer, string? Older)
{
    /// <param name="address">Makes the address of another page of the same list from a name (after, before) and a cursor.</param>
    public static ReleaseListView Of(ReleasePage page, ReaderTime time, Func<string?, ReleaseCursor?, string> address)
    {
        List<ReleaseDay> days = [.. page.Rows.GroupBy(row => time.Day(row.PublishedAt)).Select(day => new ReleaseDay(day.Key, [.. day]))];
        return new ReleaseListView(
            days,
            page.Facets,
            Newest: page.HasNewer ? address(null, null) : null,
            Newer: page.HasNewer && page.Rows.Count > 0 ? address("before", page.Rows[0].Cursor) : null,
            Older: page.HasOlder && page.Rows.Count > 0 ? address("after", page.Rows[^1].Cursor) : null);
    }
}
