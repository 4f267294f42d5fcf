using Npgsql;

namespace NewsWire.Benchmarks.Corpus;

/// <summary>The denormalized counters, collected while releases are written and stored once at the end.</summary>
internal sealed class CorpusCounts
{
    private readonly Dictionary<string, long> _wires = [];
    private readonly Dictionary<string, long> _languages = [];
    private readonly Dictionary<long, long> _companies = [];
    private readonly Dictionary<int, long> _subjects = [];
    private readonly Dictionary<(int Subject, DateOnly Day), int> _days = [];

    public void Add(InventedRelease release)
    {
        Count(_wires, release.Wire);
        Count(_languages, release.Language);
        Count(_companies, release.Company + 1L);
        var day = DateOnly.FromDateTime(release.PublishedAt);
        foreach (var subject in release.SubjectIds)
        {
            Count(_subjects, subject);
            _days[(subject, day)] = _days.GetValueOrDefault((subject, day)) + 1;
        }
    }

    public async Task WriteAsync(NpgsqlDataSource source, CancellationToken token)
    {
        await SetAsync("update wire set releases = count from unnest($1, $2) as counted (key, count) where wire.key = counted.key", _wires);
        await SetAsync("insert into language (code, releases) select * from unnest($1, $2)", _languages);
        await SetAsync("update company set releases = count from unnest($1, $2) as counted (id, count) where company.id = counted.id", _companies);
        await SetAsync("update subject set releases = count from unnest($1, $2) as counted (id, count) where subject.id = counted.id", _subjects);

        await using var connection = await source.OpenConnectionAsync(token);
        await using var copy = await connection.BeginBinaryImportAsync("copy subject_day (subject_id, day, releases) from stdin (format binary)", token);
        var row = new CopyRow(copy);
        foreach (var ((subject, day), releases) in _days)
        {
            await copy.StartRowAsync(token);
            row.Whole(subject).Day(day).Whole(releases);
        }
        await copy.CompleteAsync(token);

        async Task SetAsync<T>(string sql, Dictionary<T, long> counts)
            where T : notnull
        {
            await using var command = source.CreateCommand(sql);
            command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. counts.Keys] });
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. counts.Values] });
            await command.ExecuteNonQueryAsync(token);
        }
    }

    private static void Count<T>(Dictionary<T, long> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
