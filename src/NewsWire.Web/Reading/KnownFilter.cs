using System.Runtime.InteropServices;
using NewsWire.Data.Subjects;

namespace NewsWire.Web.Reading;

public sealed record CompanyFacet(long Id, string Key, string Name, long Releases);

/// <param name="Releases">How many releases carry the ticker; counted no further than a list needs to choose how it is read.</param>
public sealed record TickerFacet(string Ticker, long Releases);

/// <summary>
/// The instants of the days that a list is limited to; null is no limit. A day is the reader's, except for a release that was
/// published with a day and no time: its day is the same for every reader, and is that of its instant in UTC.
/// </summary>
/// <param name="From">The first instant of the first day in the reader's zone.</param>
/// <param name="Until">The first instant after the last day in the reader's zone.</param>
/// <param name="DayFrom">The first instant of the first day in UTC.</param>
/// <param name="DayUntil">The first instant after the last day in UTC.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimeRange(DateTimeOffset? From, DateTimeOffset? Until, DateTimeOffset? DayFrom, DateTimeOffset? DayUntil)
{
    private static readonly TimeSpan QuarterHour = TimeSpan.FromMinutes(15);

    public bool IsLimited => From is not null || Until is not null;

    /// <summary>True where the days of UTC are those of the reader's zone.</summary>
    public bool IsUtc => From == DayFrom && Until == DayUntil;

    /// <summary>The earliest instant that may be in the range.</summary>
    public DateTimeOffset? Earliest => From < DayFrom ? From : DayFrom;

    /// <summary>The first instant after all that may be in the range.</summary>
    public DateTimeOffset? Latest => Until > DayUntil ? Until : DayUntil;

    public static TimeRange Of(DateOnly? from, DateOnly? to, TimeZoneInfo zone) =>
        new(Start(from, zone), Start(to?.AddDays(1), zone), Start(from, TimeZoneInfo.Utc), Start(to?.AddDays(1), TimeZoneInfo.Utc));

    /// <summary>The same range without what follows a day.</summary>
    public TimeRange UpTo(DateOnly day, TimeZoneInfo zone)
    {
        var limit = Of(null, day, zone);
        return this with
        {
            Until = Until < limit.Until ? Until : limit.Until,
            DayUntil = DayUntil < limit.DayUntil ? DayUntil : limit.DayUntil,
        };
    }

    /// <summary>A day's first instant in a zone. Where clocks are put forward at midnight, the day begins later.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local += QuarterHour;
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static DateTimeOffset? Start(DateOnly? day, TimeZoneInfo zone) => day is { } known ? StartOf(known, zone) : null;
}

/// <summary>What a value of a filter names.</summary>
public enum FilterKind
{
    Subject,
    Wire,
    Language,
    Company,
    Ticker,
}

/// <summary>A value of an address that names nothing known, as it was written.</summary>
public sealed record UnknownValue(FilterKind Kind, string Value);

/// <summary>A filter whose names were looked up: ids and counters for the query, names for the page.</summary>
/// <param name="Filter">Every name in its canonical spelling; an unknown one as the address wrote it.</param>
public sealed record KnownFilter(
    ReleaseFilter Filter, Facets Facets, CompanyFacet? Company = null, TickerFacet? Ticker = null, TimeRange Range = default)
{
    /// <summary>For each clause that includes topics, all subjects in use that belong to them, of every wire.</summary>
    public IReadOnlyList<SubjectFacet[]> Wanted { get; } =
        [.. Filter.Subjects.Where(clause => !clause.Not).Select(clause => Known(clause, Facets))];

    /// <summary>The ids of the subjects that must be absent.</summary>
    public int[] Unwanted { get; } =
    [
        .. Filter.Subjects.Where(clause => clause.Not).SelectMany(clause => Known(clause, Facets)).Select(subject => subject.Id).Distinct(),
    ];

    /// <summary>The wires of which one must have distributed the release; null where any may have.</summary>
    public WireFacet[]? Wires { get; } =
        Filter.Wires.Joinable()?.Values.Select(key => Facets.WireByKey.GetValueOrDefault(key)).OfType<WireFacet>().ToArray();

    public string[] UnwantedWires { get; } = [.. Filter.Wires.Where(clause => clause.Not).SelectMany(clause => clause.Values)];

    /// <summary>The languages of which the release must have one; null where it may have any.</summary>
    public LanguageFacet[]? Languages { get; } =
        Filter.Languages.Joinable()?.Values.Select(code => Facets.LanguageByCode.GetValueOrDefault(code)).OfType<LanguageFacet>().ToArray();

    public string[] UnwantedLanguages { get; } =
    [
        .. Filter.Languages.Where(clause => clause.Not).SelectMany(clause => clause.Values)
            .SelectMany(code => Facets.LanguageByCode.GetValueOrDefault(code)?.Codes ?? [code]),
    ];

    /// <summary>The values that name nothing known, as the address wrote them.</summary>
    public IReadOnlyList<UnknownValue> Unknown =>
    [
        .. Filter.Subjects.SelectMany(clause => clause.Values).Distinct().Where(key => !IsKnown(key, Facets))
            .Select(key => new UnknownValue(FilterKind.Subject, key.ToString())),
        .. Filter.Wires.SelectMany(clause => clause.Values).Distinct().Where(wire => !Facets.WireByKey.ContainsKey(wire))
            .Select(wire => new UnknownValue(FilterKind.Wire, wire)),
        .. Filter.Languages.SelectMany(clause => clause.Values).Distinct()
            .Where(code => !Facets.LanguageByCode.ContainsKey(code) && Reading.Languages.Find(code) is null)
            .Select(code => new UnknownValue(FilterKind.Language, code)),
        .. Filter.Company is { } company && Company is null ? [new UnknownValue(FilterKind.Company, company)] : Array.Empty<UnknownValue>(),
        .. Filter.Ticker is { } ticker && Ticker is null or { Releases: 0 } ? [new UnknownValue(FilterKind.Ticker, ticker)] : Array.Empty<UnknownValue>(),
    ];

    /// <summary>The clauses whose subjects are all excluded by another clause.</summary>
    public IReadOnlyList<FilterClause<SubjectKey>> ExcludedSubjects =>
        [.. Filter.Subjects.Where(clause => !clause.Not && clause.Values.All(IsExcluded))];

    /// <summary>The clauses whose wires are all excluded by another clause.</summary>
    public IReadOnlyList<FilterClause<string>> ExcludedWires =>
        [.. Filter.Wires.Where(clause => !clause.Not && clause.Values.All(Filter.Wires.Excludes))];

    /// <summary>The clauses whose languages are all excluded by another clause.</summary>
    public IReadOnlyList<FilterClause<string>> ExcludedLanguages =>
        [.. Filter.Languages.Where(clause => !clause.Not && clause.Values.All(Filter.Languages.Excludes))];

    /// <summary>True where a release may have come in under a name of the filter after the facets were read.</summary>
    public bool HasUnusedNames => LacksNames || Unknown.Count > 0;

    /// <summary>True where no release can match, so that none is looked for.</summary>
    public bool MatchesNothing =>
        LacksNames || Ticker is { Releases: 0 } || ExcludedSubjects.Count > 0 || ExcludedWires.Count > 0 || ExcludedLanguages.Count > 0;

    private bool LacksNames =>
        Wanted.Any(subjects => subjects.Length == 0) || Wires is [] || Languages is [] || (Filter.Company is not null && Company is null);

    /// <summary>Another filter of the same company, ticker and days, whose names are canonical.</summary>
    public KnownFilter With(ReleaseFilter filter) => new(filter, Facets, Company, Ticker, Range);

    /// <summary>The same filter without what follows a day.</summary>
    public KnownFilter UpTo(DateOnly day, TimeZoneInfo zone) => this with { Range = Range.UpTo(day, zone) };

    /// <summary>True for a subject that the vocabularies have or a release carries.</summary>
    public static bool IsKnown(SubjectKey key, Facets facets) =>
        facets.Under(key) is not [] || SubjectCatalog.Shipped.Find(key.Scheme, key.Code) is not null;

    // A broader subject that is excluded takes its narrower ones with it.
    private bool IsExcluded(SubjectKey key) =>
        Filter.Subjects.Excludes(key) || (Facets.Under(key) is { Length: > 0 } subjects && subjects.All(subject => Unwanted.Contains(subject.Id)));

    private static SubjectFacet[] Known(FilterClause<SubjectKey> clause, Facets facets) =>
        [.. clause.Values.SelectMany(facets.Under).DistinctBy(subject => subject.Id)];
}
