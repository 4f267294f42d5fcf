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
    public string? PublishedZone { get; init; }
    public DateTimeOffset? RevisedAt { get; init; }
    public required string Status { get; init; }
    public required string Language { get; init; }
    public required string Wire { get; init; }
    public required string Via { get; init; }
    public long? StoryId { get; init; }
    public string? Issuer { get; init; }
    public string? Company { get; init; }
    public required string[] Tickers { get; init; }
    public required int[] SubjectIds { get; init; }
    public required bool Sample { get; init; }
    public required int Copies { get; init; }

    public ReleaseCursor Cursor => new(PublishedAt, Id);
}

/// <summary>One page of the list, newest first, and whether there is more on either side.</summary>
public sealed record ReleasePage(IReadOnlyList<ReleaseRow> Rows, bool HasOlder, bool HasNewer, Facets Facets);

/// <summary>The list of releases under any filter: a page costs the same at any depth, and nothing is counted.</summary>
public sealed class ReleaseListReader(Database database, FacetReader facets)
{
    /// <summary>How many releases a page holds.</summary>
    public const int PageSize = 50;

    private const string Company = "select id, key, name, releases from company where key = @Key";

    /// <summary>Looks up what the filter names.</summary>
    public async Task<KnownFilter> ResolveAsync(ReleaseFilter filter, CancellationToken token)
    {
        var company = filter.Company is null ? null : await database.FindAsync<CompanyFacet>(Company, new { Key = filter.Company }, token);
        var known = new KnownFilter(filter, await facets.CurrentAsync(token), company);
        // What came in a moment ago is not in the picture yet.
        return known.MatchesNothing ? new KnownFilter(filter, await facets.RefreshAsync(token), company) : known;
    }

    public async Task<ReleasePage> ReadAsync(KnownFilter known, ListPosition position, CancellationToken token)
    {
        if (known.MatchesNothing)
            return new ReleasePage([], HasOlder: false, HasNewer: false, known.Facets);

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
            await facets.CurrentAsync(rows.SelectMany(row => row.SubjectIds), token));
    }
}
