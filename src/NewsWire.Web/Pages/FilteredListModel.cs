using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>The list of releases with what it can be filtered by: the newest releases, and each subject's page.</summary>
public abstract class FilteredListModel(ReleaseListReader releases, ReleaseCountReader counts, ReaderTime time) : PageModel
{
    public FilterView Filters { get; private set; } = null!;

    public ReleaseListView List { get; private set; } = null!;

    /// <summary>The topic's own facts, where the list is one topic's.</summary>
    public TopicView? Topic { get; private set; }

    /// <summary>12 releases; more than 9,000 releases; null where nothing is known.</summary>
    public string? Total { get; private set; }

    /// <summary>What the address asks and NewsWire cannot do.</summary>
    public IReadOnlyList<string> Notices { get; private set; } = [];

    /// <summary>The wires that the list is limited to, where none of them published a release itself.</summary>
    public IReadOnlyList<WireFacet> Unpublished { get; private set; } = [];

    /// <summary>True for the first page of a list.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>The day that the reader went to, with which the page begins; null where the address names none.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>What the page shows: the filter in words, and on another page than the first, which part of the list.</summary>
    public string Heading { get; private set; } = "";

    protected ReleaseListReader Releases => releases;

    protected ReaderTime Time => time;

    /// <summary>Reads the page of the list that the address asks for.</summary>
    /// <param name="path">The list's own path, to which cursors are added: / with the filter, or a subject's.</param>
    protected async Task<IActionResult> ShowAsync(KnownFilter known, string path, CancellationToken token)
    {
        if (!FilterQuery.TryParsePosition(Request.Query, out var position))
            return this.Refuse("This page link is no longer valid.", "Start again from the newest releases.");
        if (!FilterQuery.TryDay(Request.Query, "day", out var day, out var problem))
            return this.RefuseFilter(problem);
        var filter = known.Filter;
        var written = path == "/" ? filter : ReleaseFilter.None;
        // A day begins and ends in the zone that the page shows: zone.js must not show the rows in another one.
        var page = day is { } first
            ? await releases.ReadFromDayAsync(known, first, time.KeepZone(), token)
            : await releases.ReadAsync(known, position, token);
        // Nothing is newer than this page, so it is the first one, whose address has no cursor.
        if (position.Before is not null && !page.HasNewer)
            return Redirect(ReleaseFilter.Address(path, written.Pairs().Concat(FilterQuery.Kept(Request.Query))));

        (Day, IsFirst) = (day, position == default && day is null);
        var here = await counts.ReadAsync(known, token);
        Filters = FilterView.Of(
            known, here,
            anyWire: await CountAsync(filter with { Wires = WithoutLast(filter.Wires) }),
            anyLanguage: await CountAsync(filter with { Languages = WithoutLast(filter.Languages) }),
            wider: await CountAsync(filter with { Subjects = WithoutLast(filter.Subjects) }));
        List = ReleaseListView.Of(page, time, (direction, place) => written.Address(path, direction, place));
        Total = IsFirst && !page.HasOlder ? Wording.Count(page.Rows.Count, "release") : Wording.Total(here);
        if (!IsFirst && Total is not null)
            Total += " in all";
        Heading = HeadingOf(Filters.Name);
        var topic = filter.Topic is { } asked && KnownFilter.IsKnown(asked, known.Facets) ? asked : (SubjectKey?)null;
        Topic = topic is { } key ? TopicView.Of(key, known.Facets, here) : null;
        Notices = [.. NoticesOf(known)];
        Unpublished = known.Wires is { Length: > 0 } wires && wires.All(wire => wire.Releases == 0) ? wires : [];
        ViewData["Head"] = new PageHead { Indexed = (filter.IsEmpty || List.Days.Count > 0) && known.Unknown.Count == 0 && AddressNotices.OfContradiction(known) is null };
        ViewData["Section"] = path == "/" ? "releases" : "subjects";
        ViewData["Title"] = filter.IsEmpty && IsFirst ? null : Total is null ? Heading : $"{Heading} · {Total}";
        var (name, cursor) = position.Before is null ? ("after", position.After) : ("before", position.Before);
        ViewData["Canonical"] = topic is { } only
            ? ReleaseFilter.None.Address(Addresses.Subject(only), name, cursor)
            : filter.Address("/", name, cursor);
        return Page();

        // The counts of a list with one choice taken back, for what could be chosen in its place.
        async Task<ReleaseCounts> CountAsync(ReleaseFilter wider) =>
            wider == filter ? here : await counts.ReadAsync(known.With(wider), token);
    }

    private static IReadOnlyList<FilterClause<T>> WithoutLast<T>(IReadOnlyList<FilterClause<T>> clauses)
        where T : IEquatable<T> => clauses.Joinable() is { } last ? clauses.Without(last) : clauses;

    private string HeadingOf(string filter) => (IsFirst, Day, filter.Length) switch
    {
        (true, _, 0) => "Newest releases",
        (true, _, _) => filter,
        (_, { } day, 0) => $"Releases up to {Wording.Day(day)}",
        (_, { } day, _) => $"{filter}, up to {Wording.Day(day)}",
        (_, _, 0) => "Older releases",
        _ => $"{filter}, older releases",
    };

    private IEnumerable<string> NoticesOf(KnownFilter known)
    {
        if (Day is { } day && List.Days is [var first, ..] && first.Day != day)
            yield return $"No releases on {Wording.Day(day)}. The nearest older ones follow.";
        foreach (var notice in AddressNotices.OfList(Request.Query))
            yield return notice;
        if (AddressNotices.OfValues(known.Unknown) is { } values)
            yield return values;
        if (AddressNotices.OfContradiction(known) is { } contradiction)
            yield return contradiction;
    }
}
