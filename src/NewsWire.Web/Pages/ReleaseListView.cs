using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>One release of the list, and the first few other copies of its story.</summary>
public sealed record ReleaseEntry(ReleaseRow Row, IReadOnlyList<ReleaseRow> Echoes)
{
    /// <summary>How many copies are not among <see cref="Echoes"/>.</summary>
    public int OtherCopies => Row.Copies - 1 - Echoes.Count;
}

/// <summary>The releases of one day, in the reader's zone.</summary>
public sealed record ReleaseDay(DateOnly Day, IReadOnlyList<ReleaseEntry> Entries);

/// <summary>A page of the list as it is shown: its days, and the addresses of the pages before and after it.</summary>
public sealed record ReleaseListView(IReadOnlyList<ReleaseDay> Days, Facets Facets, string? Newest, string? Newer, string? Older)
{
    /// <param name="address">Makes the address of another page of the same list from a name (after, before) and a cursor.</param>
    public static ReleaseListView Of(ReleasePage page, ReaderTime time, Func<string?, ReleaseCursor?, string> address)
    {
        List<ReleaseDay> days = [.. page.Rows.GroupBy(row => DayOf(row, time), row => new ReleaseEntry(row, [.. page.Copies[row.Id]]))
            .OrderByDescending(day => day.Key)
            .Select(day => new ReleaseDay(day.Key, [.. day]))];
        return new ReleaseListView(
            days,
            page.Facets,
            Newest: page.HasNewer ? address(null, null) : null,
            Newer: page.HasNewer && page.Newer is { } newer ? address("before", newer) : null,
            Older: page.HasOlder && page.Rows.Count > 0 ? address("after", page.Rows[^1].Cursor) : null);
    }

    /// <summary>What a release is about, each topic and each name once; its industries are shown on its own page.</summary>
    public IReadOnlyList<SubjectFacet> SubjectsOf(ReleaseRow row) =>
        [.. row.SubjectIds.Select(id => Facets.SubjectById.GetValueOrDefault(id)).OfType<SubjectFacet>()
            .Where(subject => !subject.IsIndustry)
            .OrderByDescending(subject => subject.Key.IsPrNewswire)
            .DistinctBy(subject => subject.Topic)
            .DistinctBy(subject => LabelFold.Of(subject.Name))];

    public string WireName(string key) => Facets.WireByKey.GetValueOrDefault(key)?.Name ?? key;

    private static DateOnly DayOf(ReleaseRow row, ReaderTime time) =>
        row.PublishedAs == "day" ? ReaderTime.DayOf(row.PublishedAt) : time.Day(row.PublishedAt);
}
