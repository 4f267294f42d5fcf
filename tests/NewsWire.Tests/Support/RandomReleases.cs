using System.Globalization;
using NewsWire.Web.Reading;

namespace NewsWire.Tests.Support;

/// <summary>
/// Inserts pseudo-random but reproducible releases directly into the tables: many at the same time, ids in another order than times, some
/// without subjects. All counters are consistent, because the list reader chooses its query by them.
/// </summary>
internal sealed class RandomReleases : IAsyncDisposable
{
    private const int Releases = 3_000;
    private const int Instants = 700;

    // A subject and the percentage of releases that have it: common, medium, rare; then equivalent subjects of three wires, of which many
    // releases have two, and a Media Topic without equivalents.
    private static readonly (string Code, int Share)[] Subjects =
    [
        ("PDT", 60), ("LIC", 30), ("FOR", 25), ("AWD", 12), ("CON", 8), ("ERN", 5), ("DIV", 1),
        ("TNM", 9), ("gnw:27", 14), ("bw:Merger/Acquisition", 4), ("medtop:20000201", 3),
    ];
    private static readonly string[] Wires = ["lelezard", "prnewswire", "other"];

    private readonly TestDatabase _database;

    private RandomReleases(TestDatabase database)
    {
        _database = database;
        Reader = new ReleaseListReader(database.Database, new FacetReader(database.Database, TimeProvider.System));
    }

    /// <summary>The program's list reader.</summary>
    public ReleaseListReader Reader { get; }

    public static async Task<RandomReleases> CreateAsync(CancellationToken token)
    {
        var corpus = new RandomReleases(await TestDatabase.CreateAsync(token));
        await corpus._database.Database.ExecuteAsync(
            """
            insert into wire (key, name) values ('lelezard', 'Le Lézard'), ('prnewswire', 'PR Newswire'), ('other', 'Other sources');
            insert into company (key, name) select 'company-' || i, 'Company ' || i from generate_series(1, 12) as i
            """,
            null,
            token);
        var random = new Random(20261120);
        await corpus.InsertAsync(
            [.. Enumerable.Range(0, Releases).Select(_ => new Row(
                ReleaseBuilder.Noon.AddTicks(random.Next(Instants) * 12_345_678_90L),
                Wires[random.Next(10) switch { < 6 => 0, < 9 => 1, _ => 2 }],
                random.Next(4) == 0 ? "fr" : "en",
                random.Next(3) == 0 ? null : "company-" + (1 + (int)(12 * random.NextDouble() * random.NextDouble())).ToString(CultureInfo.InvariantCulture),
                random.Next(10) == 0 ? [] : [.. Subjects.Where(subject => random.Next(100) < subject.Share).Select(subject => subject.Code)]))],
            token);
        return corpus;
    }

    /// <summary>Inserts one more release, as if it arrived while a reader pages through the list.</summary>
    public Task ArriveAsync(DateTimeOffset at, string[] subjects, CancellationToken token) =>
        InsertAsync([new Row(at, "lelezard", "en", null, subjects)], token);

    /// <summary>
    /// The ids in list order that match a condition on the release's own columns; subjects are written as keys: {LIC}, {gnw:27}.
    /// </summary>
    public Task<IReadOnlyList<long>> IdsAsync(string condition, CancellationToken token)
    {
        var sql = Subjects.Aggregate(condition, (text, subject) =>
            text.Replace($"{{{subject.Code}}}", $"(select s.id from subject s where s.scheme || ':' || s.code = '{Key(subject.Code)}')", StringComparison.Ordinal));
        return _database.Database.QueryAsync<long>($"select id from release where {sql} order by published_at desc, id desc", null, token);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private Task<int> InsertAsync(IReadOnlyCollection<Row> rows, CancellationToken token) => _database.Database.ExecuteAsync(
        """
        insert into release (via, native_id, language, wire, published_at, first_seen_at, complete, headline, slug, summary, company_id, subject_ids, content_hash)
        select wire, gen_random_uuid()::text, language, wire, at, at, true, 'A headline', 'a-headline', 'A summary', (select id from company where key = company),
          (select coalesce(array_agg(id), '{}') from subject where scheme || ':' || code = any(string_to_array(subjects, ','))), ''
        from unnest(@Ats, @Wires, @Languages, @Companies, @Subjects) as given (at, wire, language, company, subjects);
        insert into release_subject (subject_id, published_at, release_id)
        select subject_id, published_at, release.id from release cross join unnest(subject_ids) as subject_id on conflict do nothing;
        update subject set releases = (select count(*) from release where subject.id = any(subject_ids));
        update wire set releases = (select count(*) from release where wire = wire.key);
        update company set releases = (select count(*) from release where company_id = company.id);
        insert into language (code, releases) select language, count(*) from release group by language on conflict (code) do update set releases = excluded.releases;
        analyze release, release_subject
        """,
        new
        {
            Ats = rows.Select(row => row.At).ToArray(),
            Wires = rows.Select(row => row.Wire).ToArray(),
            Languages = rows.Select(row => row.Language).ToArray(),
            Companies = rows.Select(row => row.Company).ToArray(),
            Subjects = rows.Select(row => string.Join(',', row.Subjects.Select(Key))).ToArray(),
        },
        token);

    private static string Key(string code) => code.Contains(':') ? code : $"prn:{code}";

    private sealed record Row(DateTimeOffset At, string Wire, string Language, string? Company, string[] Subjects);
}
