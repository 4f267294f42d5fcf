using System.Collections.Concurrent;
using System.Collections.Immutable;
using NewsWire.Data;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Normalize;

namespace NewsWire.Ingest.Store;

/// <summary>
/// Maps names (companies, subjects, wires) to their ids, adding new ones. Runs outside the release's transaction: a name without
/// a release does no harm, and rows that many writers need are not locked. Ids never change, so they are cached.
/// </summary>
internal sealed class ReleaseNames(Database database)
{
    private const int MostRemembered = 50_000;

    private const string Company = """
        insert into company (key, name) values (@Key, @Name) on conflict (key) do nothing;
        select id from company where key = @Key
        """;

    private const string Subject = """
        insert into subject (scheme, code, name, medtop) values (@Scheme, @Code, @Name, @Medtop) on conflict (scheme, code) do nothing;
        select id from subject where scheme = @Scheme and code = @Code
        """;

    private const string Wire = "insert into wire (key, name) values (@Key, @Name) on conflict (key) do nothing";

    private readonly ConcurrentDictionary<string, long> _companies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, string), int> _subjects = new();
    private readonly ConcurrentDictionary<string, bool> _wires = new(StringComparer.Ordinal);

    public async Task<long?> CompanyAsync(Release release, CancellationToken token)
    {
        if (release.CompanyKey is not { } key || release.Issuer is not { } name)
            return null;
        if (_companies.TryGetValue(key, out var known))
            return known;
        var id = await database.FindAsync<long>(Company, new { Key = key, Name = name }, token);
        if (_companies.Count < MostRemembered)
            _companies[key] = id;
        return id;
    }

    public async Task<int[]> SubjectsAsync(ImmutableArray<Subject> subjects, CancellationToken token)
    {
        var ids = new int[subjects.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            var (scheme, code) = (subjects[i].Scheme, subjects[i].Code);
            if (!_subjects.TryGetValue((scheme, code), out ids[i]))
            {
                ids[i] = await database.FindAsync<int>(Subject, subjects[i], token);
                if (_subjects.Count < MostRemembered)
                    _subjects[(scheme, code)] = ids[i];
            }
        }
        return ids;
    }

    public async Task WireAsync(Distributor wire, CancellationToken token)
    {
        if (_wires.ContainsKey(wire.Key))
            return;
        await database.ExecuteAsync(Wire, wire, token);
        _wires[wire.Key] = true;
    }
}
