using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>One release of the list, and the copies of it that would stand right beside it.</summary>
public sealed record ReleaseEntry(ReleaseRow Row, IReadOnlyList<ReleaseRow> Echoes)
{
    /// <summary>Copies that are elsewhere, so that the row has to speak of them.</summary>
    public int OtherCopies => Row.Copies - 1 - Echoes.Count;

    /// <summary>Neighbours that tell the same story in the same state and language become one entry, led by the one read at its own wire.</summary>
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

/// <summary>A page of the list as it is shown: broken into days, with the way to older and newer ones.</summary>
public sealed record ReleaseListView(IReadOnlyList<ReleaseDay> Days, Facets Facets, string? Newest, string? Newer, string? Older)
{
    /// <param name="address">Makes the address of another page of the same list from a name (after, before) and a cursor.</param>
    public static ReleaseListView Of(ReleasePage page, ReaderTime time, Func<string?, ReleaseCursor?, string> address)
    {
        List<ReleaseDay> days = [.. page.Rows.GroupBy(row => time.Day(row.PublishedAt)).Select(day => new ReleaseDay(day.Key, ReleaseEntry.Fold(day)))];
        return new ReleaseListView(
            days,
            page.Facets,
            Newest: page.HasNewer ? address(null, null) : null,
            Newer: page.HasNewer && page.Rows.Count > 0 ? address("before", page.Rows[0].Cursor) : null,
            Older: page.HasOlder && page.Rows.Count > 0 ? address("after", page.Rows[^1].Cursor) : null);
    }

    /// <summary>What a row says a release is about, each topic once; its industries are left to its own page.</summary>
    public IReadOnlyList<SubjectFacet> SubjectsOf(ReleaseRow row) =>
        [.. row.SubjectIds.Select(id => Facets.SubjectById.GetValueOrDefault(id)).OfType<SubjectFacet>()
            .Where(subject => !subject.IsIndustry)
            .OrderByDescending(subject => subject.Key.IsPrNewswire).DistinctBy(subject => subject.Topic)];

    public string WireName(string key) => Facets.WireByKey.GetValueOrDefault(key)?.Name ?? key;
}
