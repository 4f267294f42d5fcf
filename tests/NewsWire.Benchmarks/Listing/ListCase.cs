using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NewsWire.Web.Reading;
using Npgsql;

namespace NewsWire.Benchmarks.Listing;

/// <summary>The ids of a whole list in order, as a count and a hash.</summary>
internal readonly record struct Listed(int Count, string Hash)
{
    public static Listed Of(List<long> ids)
    {
        var bytes = new byte[ids.Count * sizeof(long)];
        for (var i = 0; i < ids.Count; i++)
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * sizeof(long)), ids[i]);
        return new Listed(ids.Count, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
    }
}

/// <summary>
/// One list of the program: its filter, the positions of its first and its deep page, and all ids as paging returns them.
/// </summary>
internal sealed record ListCase(string Query, KnownFilter Known, int DeepPage, ListPosition Deep, Listed Paged, Listed Expected)
{
    private const int DeepestPage = 1_000;

    public ReleaseListPlan FirstPlan => ReleaseListPlan.For(Known, default, ReleaseListReader.PageSize + 1);

    /// <summary>What the numbers beside the filters come from.</summary>
    public ReleaseListPlan CountPlan => ReleaseListPlan.ForCounts(Known, ReleaseCountReader.Most, out _);

    public ReleaseListPlan DeepPlan => ReleaseListPlan.For(Known, Deep, ReleaseListReader.PageSize + 1);

    /// <summary>The same page by OFFSET in the simplest form; it selects only ids, less than the list does.</summary>
    public ReleaseListPlan OffsetPlan
    {
        get
        {
            var (tests, parameters) = Plain(Known);
            return new ReleaseListPlan($"select id from release where {tests} order by published_at desc, id desc limit {ReleaseListReader.PageSize + 1} offset {(DeepPage - 1) * ReleaseListReader.PageSize}", parameters);
        }
    }

    /// <summary>
    /// Pages through the whole list by cursor, and selects the same with a statement without link table, cursor or limit.
    /// </summary>
    public static async Task<ListCase> ReadAsync(string query, ReleaseListReader reader, NpgsqlConnection connection, CancellationToken token)
    {
        if (!FilterQuery.TryParse(new QueryCollection(QueryHelpers.ParseQuery(query)), out var filter, out var problem))
            throw new InvalidOperationException($"{query}: {problem}");
        var known = await reader.ResolveAsync(filter, token);
        if (known.MatchesNothing)
            throw new InvalidOperationException($"{query}: the corpus has no matching release.");

        List<long> ids = [];
        var (position, deep, deepPage) = (default(ListPosition), default(ListPosition), 1);
        for (var page = 1; ; page++)
        {
            var rows = await reader.ReadAsync(known, position, token);
            ids.AddRange(rows.Rows.Select(row => row.Id));
            // A page that is not full would make the deep page look cheaper than it is.
            if (page <= DeepestPage && rows.Rows.Count == ReleaseListReader.PageSize)
                (deep, deepPage) = (position, page);
            if (!rows.HasOlder)
                break;
            position = new ListPosition(After: rows.Rows[^1].Cursor);
        }

        var (tests, parameters) = Plain(known);
        var sql = $"""
            select id from (
                select id, published_at, row_number() over (
                    partition by coalesce(story_id, -id), status, language order by wire <> via, published_at, id) as place
                from release where {tests}) ranked
            where place = 1 order by published_at desc, id desc
            """;
        List<long> expected = [];
        await using var command = Explained.Command(connection, new ReleaseListPlan(sql, parameters));
        await using var found = await command.ExecuteReaderAsync(token);
        while (await found.ReadAsync(token))
            expected.Add(found.GetInt64(0));
        return new ListCase(query, known, deepPage, deep, Listed.Of(ids), Listed.Of(expected));
    }

    // The filter as plain conditions; no index of subjects supports "= any".
    private static (string Tests, IReadOnlyDictionary<string, object?> Parameters) Plain(KnownFilter known)
    {
        var tests = known.Wanted.Select(clause => $"({string.Join(" or ", clause.Select(subject => $"{subject.Id} = any(subject_ids)"))})")
            .Concat(known.Unwanted.Select(id => $"not {id} = any(subject_ids)"))
            .Append("(@Wires::text[] is null or wire = any (@Wires))").Append("(@Languages::text[] is null or language = any (@Languages))")
            .Append("wire <> all (@NotWires::text[])").Append("language <> all (@NotLanguages::text[])")
            .Append("(@Company::bigint is null or company_id = @Company)").Append("(@Ticker::text is null or ticker_terms(tickers) @> array[@Ticker])")
            .Append("(@From::timestamptz is null or published_at >= @From)").Append("(@Until::timestamptz is null or published_at < @Until)");
        var parameters = new Dictionary<string, object?>
        {
            ["Wires"] = (object?)known.Wires?.Select(wire => wire.Key).ToArray() ?? DBNull.Value,
            ["Languages"] = (object?)known.Languages?.SelectMany(language => language.Codes).ToArray() ?? DBNull.Value,
            ["NotWires"] = known.UnwantedWires,
            ["NotLanguages"] = known.UnwantedLanguages,
            ["Company"] = (object?)known.Company?.Id ?? DBNull.Value,
            ["Ticker"] = (object?)known.Ticker?.Ticker ?? DBNull.Value,
            ["From"] = (object?)known.Range.From ?? DBNull.Value,
            ["Until"] = (object?)known.Range.Until ?? DBNull.Value,
        };
        return (string.Join(" and ", tests), parameters);
    }
}
