using System.Globalization;
using NewsWire.Web.Reading;

namespace NewsWire.Tests.Support;

/// <summary>
/// Inserts pseudo-random but reproducible releases directly into the tables: many at the same time, ids in another order than times,
/// some without subjects, some with copies on other wires. All counters are consistent, because the list reader chooses its query by them.
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
        Counts = new ReleaseCountReader(database.Database, TimeProvider.System);
    }

    /// <summary>The program's list reader.</summary>
    public ReleaseListReader Reader { get; }

    public ReleaseCountReader Counts { get; }

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
        List<Row> rows = [];
        for (var number = 0; number < Releases; number++)
        {
            var wire = Wires[random.Next(10) switch { < 6 => 0, < 9 => 1, _ => 2 }];
            var row = new Row(
                ReleaseBuilder.Noon.AddTicks(random.Next(Instants) * 12_345_678_90L),
                wire, random.Next(8) == 0 ? "lelezard" : wire,
                random.Next(20) switch { < 5 => "fr", 5 => "nb", 6 => "no", _ => "en" },
                random.Next(40) == 0 ? "corrected" : "live",
                random.Next(3) == 0 ? null : "company-" + (1 + (int)(12 * random.NextDouble() * random.NextDouble())).ToString(CultureInfo.InvariantCulture),
                random.Next(6) == 0 ? "NYSE: ABC" : random.Next(12) == 0 ? "TSX:ABC" : "",
                random.Next(5) == 0 ? 0 : number + 1,
                random.Next(10) == 0 ? [] : [.. Subjects.Where(subject => random.Next(100) < subject.Share).Select(subject => subject.Code)]);
            // A copy differs from its story's other copies in its wire, often in its subjects, sometimes in language and status.
            if (random.Next(6) == 0 && rows.Count > 0 && rows[random.Next(rows.Count)] is { Story: > 0 } other)
                row = row with { Story = other.Story, Language = random.Next(4) == 0 ? row.Language : other.Language, Subjects = random.Next(2) == 0 ? row.Subjects : other.Subjects };
            rows.Add(row);
        }

        await corpus.InsertAsync(rows, token);
        return corpus;
    }

    /// <summary>Inserts one more release, as if it arrived while a reader pages through the list.</summary>
    public Task ArriveAsync(DateTimeOffset at, string[] subjects, CancellationToken token) =>
        InsertAsync([new Row(at, "lelezard", "lelezard", "en", "live", null, "", 0, subjects)], token);

    /// <summary>
    /// The ids in list order that match a condition on the release's own columns; subjects are written as keys: {LIC}, {gnw:27}.
    /// Of a story's copies in one status and language, the one read at its own wire, else the earliest.
    /// </summary>
    public Task<IReadOnlyList<long>> IdsAsync(string condition, CancellationToken token)
    {
        var sql = Subjects.Aggregate(condition, (text, subject) =>
            text.Replace($"{{{subject.Code}}}", $"(select s.id from subject s where s.scheme || ':' || s.code = '{Key(subject.Code)}')", StringComparison.Ordinal));
        return _database.Database.QueryAsync<long>(
            $"""
            select id from (
                select id, published_at, row_number() over (
                    partition by coalesce(story_id, -id), status, language order by wire <> via, published_at, id) as place
                from release where {sql}) ranked
            where place = 1 order by published_at desc, id desc
            """,
            null,
            token);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private Task<int> InsertAsync(IReadOnlyCollection<Row> rows, CancellationToken token) => _database.Database.ExecuteAsync(
        """
        insert into story (id, fingerprint, copies) overriding system value
        select id, int8send(id), count(*) from unnest(@Stories) as given (id) where id > 0 group by id
        on conflict (id) do update set copies = story.copies + excluded.copies;
        insert into release (via, native_id, language, wire, status, published_at, first_seen_at, complete, headline, slug, summary, company_id, tickers, story_id, subject_ids, content_hash)
        select via, gen_random_uuid()::text, language, wire, status, at, at, true, 'A headline', 'a-headline', 'A summary', (select id from company where key = company),
          array_remove(array[ticker], ''), nullif(story, 0),
          (select coalesce(array_agg(id), '{}') from subject where scheme || ':' || code = any(string_to_array(subjects, ','))), ''
        from unnest(@Ats, @Wires, @Vias, @Languages, @Statuses, @Companies, @Tickers, @Stories, @Subjects) as given (at, wire, via, language, status, company, ticker, story, subjects);
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
            Vias = rows.Select(row => row.Via).ToArray(),
            Languages = rows.Select(row => row.Language).ToArray(),
            Statuses = rows.Select(row => row.Status).ToArray(),
            Tickers = rows.Select(row => row.Ticker).ToArray(),
            Stories = rows.Select(row => row.Story).ToArray(),
            Companies = rows.Select(row => row.Company).ToArray(),
            Subjects = rows.Select(row => string.Join(',', row.Subjects.Select(Key))).ToArray(),
        },
        token);

    private static string Key(string code) => code.Contains(':') ? code : $"prn:{code}";

    /// <param name="Story">0 for a release that has none.</param>
    private sealed record Row(
        DateTimeOffset At, string Wire, string Via, string Language, string Status, string? Company, string Ticker, long Story, string[] Subjects);
}
