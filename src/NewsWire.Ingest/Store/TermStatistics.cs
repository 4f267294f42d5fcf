using System.Collections.Immutable;
using NewsWire.Data;

namespace NewsWire.Ingest.Store;

/// <summary>
/// In how many releases each term occurs. Counts are collected in memory and written at intervals in one statement, so that
/// writers do not wait for each other's common terms; a crash loses a few counts.
/// </summary>
internal sealed class TermStatistics(Database database)
{
    private const int FlushAfter = 100;

    private const string Frequencies = "select term, releases from term where term = any(@Terms)";

    private const string Add = """
        insert into term (term, releases) select term, by from unnest(@Terms, @By) as change (term, by) order by term
        on conflict (term) do update set releases = term.releases + excluded.releases
        """;

    private readonly Lock _lock = new();
    private Dictionary<string, int> _gathered = new(StringComparer.Ordinal);
    private int _releases;

    /// <summary>Counts a release's terms, and answers in how many releases each stands by now.</summary>
    public async Task<ImmutableDictionary<string, int>> CountAsync(IReadOnlyCollection<string> terms, CancellationToken token)
    {
        Dictionary<string, int>? full = null;
        var here = new Dictionary<string, int>(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var term in terms)
            {
                var count = _gathered.GetValueOrDefault(term) + 1;
                _gathered[term] = count;
                here[term] = count;
            }
            if (++_releases >= FlushAfter)
            {
                full = _gathered;
                _gathered = new(StringComparer.Ordinal);
                _releases = 0;
            }
        }
        var kept = (await database.QueryAsync<(string Term, int Releases)>(Frequencies, new { Terms = terms.ToArray() }, token)).ToDictionary(row => row.Term, row => row.Releases, StringComparer.Ordinal);
        if (full is not null)
            await WriteAsync(full, token);
        return terms.ToImmutableDictionary(term => term, term => kept.GetValueOrDefault(term) + here[term], StringComparer.Ordinal);
    }

    /// <summary>Writes what is gathered: on a clean stop nothing is lost.</summary>
    public Task FlushAsync(CancellationToken token)
    {
        Dictionary<string, int> gathered;
        lock (_lock)
        {
            gathered = _gathered;
            _gathered = new(StringComparer.Ordinal);
            _releases = 0;
        }
        return gathered.Count == 0 ? Task.CompletedTask : WriteAsync(gathered, token);
    }

    private Task<int> WriteAsync(Dictionary<string, int> counts, CancellationToken token) =>
        database.ExecuteAsync(Add, new { Terms = counts.Keys.ToArray(), By = counts.Values.ToArray() }, token);
}
