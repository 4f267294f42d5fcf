using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>One release of the list, with the copies of it that came right before or after it.</summary>
public sealed record ReleaseEntry(ReleaseRow Row, IReadOnlyList<ReleaseRow> Echoes)
{
    /// <summary>How many copies are further away in the list.</summary>
    public int OtherCopies => Row.Copies - 1 - Echoes.Count;

    /// <summary>Adjacent rows of one story, status and language become one entry, led by the one received from its own wire.</summary>
    public static IReadOnlyList<ReleaseEntry> Fold(IEnumerable<ReleaseRow> rows)
    {
        List<List<ReleaseRow>> runs = [];
        foreach (var row in rows)
        {
            if (runs is [.., var run] && row.StoryId is not null && Same(run[0], row))
                run.Add(row);
            else
                runs.Add([row]);
        }

        return [.. runs.Select(run => (Run: run, Lead: run.Find(row => row.Wire == row.Via) ?? run[0]))
            .Select(entry => new ReleaseEntry(entry.Lead, [.. entry.Run.Where(row => row != entry.Lead)]))];
    }

    private static bool Same(ReleaseRow one, ReleaseRow other) =>
        (one.StoryId, one.Status, one.Language) == (other.StoryId, other.Status, other.Language);
}

/// <summary>The releases of one day, in the reader's zone.</summary>
public sealed record ReleaseDay(DateOnly Day, IReadOnlyList<ReleaseEntry> Entries);

/// <summary>A page of the list as it is shown: its days, and the addresses of the pages before and after it.</summary>
public sealed record ReleaseListView(IReadOnlyList<ReleaseDay> Days, Facets Facets, string? Newest, string? Newer, string? Older)
{
    /// <param name="address">Makes the address of another page of the same list from a name (after, before) and a cursor.</param>
    public static ReleaseListView Of(ReleasePage page, ReaderTime time, Func<string?, ReleaseCursor?, string> address)
    {
        // Copies are folded before the days are cut, so that the entries are the same in every zone; zone.js relies on it.
        List<ReleaseDay> days = [.. ReleaseEntry.Fold(page.Rows).GroupBy(entry => DayOf(entry.Row, time)).OrderByDescending(day => day.Key)
            .Select(day => new ReleaseDay(day.Key, [.. day]))];
        return new ReleaseListView(
            days,
            page.Facets,
            Newest: page.HasNewer ? address(null, null) : null,
            Newer: page.HasNewer && page.Rows.Count > 0 ? address("before", page.Rows[0].Cursor) : null,
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
        row.PublishedAs == "day" ? time.DayOf(row.PublishedAt, row.PublishedZone) : time.Day(row.PublishedAt);
}
