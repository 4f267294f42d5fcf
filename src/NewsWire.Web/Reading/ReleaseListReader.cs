using NewsWire.Data;

namespace NewsWire.Web.Reading;

/// <summary>What the list shows of a release; never its body.</summary>
public sealed record ReleaseRow
{
    public required long Id { get; init; }
    public required string Slug { get; init; }
    public required string Headline { get; init; }
    public required string Summary { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required string PublishedAs { get; init; }
    public DateTimeOffset? RevisedAt { get; init; }
    public required string Status { get; init; }
    public required string Language { get; init; }
    public required string Wire { get; init; }
    public required string Via { get; init; }

    /// <summary>Of a copy (<see cref="ReleasePage.Copies"/>): the source it was first read from, and whether that is a feed, a list or a folder.</summary>
    public string? SourceKey { get; init; }
    public string? SourceKind { get; init; }
    public long? StoryId { get; init; }
    public string? Issuer { get; init; }
    public string? Company { get; init; }
    public required string[] Tickers { get; init; }
    public required int[] SubjectIds { get; init; }
    public required bool Sample { get; init; }
    public required int Copies { get; init; }

    /// <summary>correction or withdrawal, where it replaces an earlier release; else null.</summary>
    public string? Correction { get; init; }

    /// <summary>True where its wire changed its text; the former ones are kept.</summary>
    public bool TextChanged { get; init; }

    public ReleaseCursor Cursor => new(PublishedAt, Id);
}

/// <summary>One page of the list, newest first, and whether there is more on either side.</summary>
/// <param name="Copies">The first few other copies of a row's story, by the row's id, oldest first.</param>
public sealed record ReleasePage(
    IReadOnlyList<ReleaseRow> Rows, bool HasOlder, bool HasNewer, Facets Facets, ILookup<long, ReleaseRow> Copies)
{
    /// <summary>The place before which newer pages are; null on an empty page.</summary>
    public ReleaseCursor? Newer { get; init; } = Rows is [var first, ..] ? first.Cursor : null;
}

/// <summary>The list of releases under any filter: each story once, and a page costs the same at any depth.</summary>
public sealed class ReleaseListReader(Database database, FacetReader facets)
{
    /// <summary>How many releases a page holds.</summary>
    public const int PageSize = 50;

    private const int MostCopies = 3;

    private const string Company = """
        select id, key, name, releases from company where key = any (@Keys) order by key = @Given desc limit 1
        """;

    private const string Ticker = $"""
        select count(*) from (
            select 1 from release r where {ReleaseListPlan.CarriesTicker} limit {ReleaseListPlan.MostCarriersCounted}) r
        """;

    // Looked up by the stories of one page; a story on forty mirrors adds no more than a few rows.
    private const string OtherCopies = $"""
        select {ReleaseListPlan.Columns}, s.key as source_key, s.kind as source_kind
        from unnest(@Stories, @Shown) as shown (story_id, id)
        cross join lateral (
            select c.* from release c join release o on o.id = shown.id
            where c.story_id = shown.story_id and c.id <> o.id and c.status = o.status and c.language = o.language
            order by c.published_at, c.id limit @Most) r
        left join source s on s.id = r.source_id
        order by r.story_id, r.published_at, r.id
        """;

    private static readonly ILookup<long, ReleaseRow> NoCopies = Array.Empty<ReleaseRow>().ToLookup(row => row.Id);

    /// <summary>Looks up what the filter names, with days of UTC.</summary>
    public Task<KnownFilter> ResolveAsync(ReleaseFilter filter, CancellationToken token) => ResolveAsync(filter, TimeZoneInfo.Utc, token);

    /// <summary>Looks up what the filter names; its days are those of the zone.</summary>
    public async Task<KnownFilter> ResolveAsync(ReleaseFilter filter, TimeZoneInfo zone, CancellationToken token)
    {
        var company = filter.Company is { } name ? await CompanyAsync(name, token) : null;
        var ticker = filter.Ticker is { } text ? await TickerAsync(text, token) : null;
        filter = filter with { Company = company?.Key ?? filter.Company, Ticker = ticker?.Ticker ?? filter.Ticker };
        var range = TimeRange.Of(filter.From, filter.To, zone);
        var known = Known(await facets.CurrentAsync(token));
        // What was stored since the facets were read may be what is asked for.
        return known.HasUnusedNames ? Known(await facets.RefreshAsync(token)) : known;

        KnownFilter Known(Facets current) => new(FilterNames.Canonical(filter, current), current, company, ticker, range);
    }

    // By its key, or by a name that has this key.
    private Task<CompanyFacet?> CompanyAsync(string name, CancellationToken token) =>
        database.FindAsync<CompanyFacet>(Company, new { Keys = new[] { name, CompanyKey.Of(name) }, Given = name }, token);

    // Where no release carries it, its likeliest spelling with no releases.
    private async Task<TickerFacet> TickerAsync(string text, CancellationToken token)
    {
        var spellings = FilterNames.Tickers(text);
        foreach (var ticker in spellings)
        {
            if (await database.FindAsync<long>(Ticker, new { Ticker = ticker }, token) is > 0 and var carriers)
                return new TickerFacet(ticker, carriers);
        }

        return new TickerFacet(spellings[0], 0);
    }

    public async Task<ReleasePage> ReadAsync(KnownFilter known, ListPosition position, CancellationToken token)
    {
        if (known.MatchesNothing)
            return new ReleasePage([], HasOlder: false, HasNewer: false, known.Facets, NoCopies);

        // One row more than is shown tells whether there is another page.
        var plan = ReleaseListPlan.For(known, position, PageSize + 1);
        var found = await database.QueryAsync<ReleaseRow>(plan.Sql, plan.Parameters, token);
        var more = found.Count > PageSize;
        var newer = position.Before is not null;
        List<ReleaseRow> rows = [.. newer ? found.Take(PageSize).Reverse() : found.Take(PageSize)];
        return new ReleasePage(
            rows,
            HasOlder: newer || more,
            HasNewer: newer ? more : position.After is not null,
            await facets.CurrentAsync(rows.SelectMany(row => row.SubjectIds), token),
            await CopiesAsync(rows, token));
    }

    /// <summary>The page that begins with a day of the zone, or with the nearest older release.</summary>
    public async Task<ReleasePage> ReadFromDayAsync(KnownFilter known, DateOnly day, TimeZoneInfo zone, CancellationToken token)
    {
        var page = await ReadAsync(known.UpTo(day, zone), default, token);
        if (page.Newer is not { } newer)
            return page;
        // In a zone far east the next day begins before noon UTC, where the releases of this day that have no time are.
        var next = TimeRange.StartOf(day.AddDays(1), zone);
        if (next < newer.At)
            newer = new ReleaseCursor(next, 0);
        var plan = ReleaseListPlan.For(known, new ListPosition(Before: newer), 1);
        var found = await database.QueryAsync<ReleaseRow>(plan.Sql, plan.Parameters, token);
        return page with { HasNewer = found.Count > 0, Newer = newer };
    }

    private async Task<ILookup<long, ReleaseRow>> CopiesAsync(IEnumerable<ReleaseRow> rows, CancellationToken token)
    {
        List<ReleaseRow> copied = [.. rows.Where(row => row.Copies > 1)];
        if (copied.Count == 0)
            return NoCopies;
        var parameters = new
        {
            Stories = copied.Select(row => row.StoryId!.Value).ToArray(),
            Shown = copied.Select(row => row.Id).ToArray(),
            Most = MostCopies,
        };
        var copies = await database.QueryAsync<ReleaseRow>(OtherCopies, parameters, token);
        return copied
            .SelectMany(row => copies.Where(copy => IsCopy(row, copy)), (row, copy) => (row.Id, copy))
            .ToLookup(pair => pair.Id, pair => pair.copy);
    }

    private static bool IsCopy(ReleaseRow row, ReleaseRow other) =>
        row.Id != other.Id && (row.StoryId, row.Status, row.Language) == (other.StoryId, other.Status, other.Language);
}
