using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWire.Data;
using NewsWire.Data.Subjects;
using Npgsql;
using NpgsqlTypes;

namespace NewsWire.Benchmarks.Corpus;

/// <summary>Fills the tables of an empty database by COPY, with all counters consistent, as the pipeline would have left them.</summary>
internal sealed class CorpusWriter(NpgsqlDataSource source, CorpusPlan plan)
{
    private const int Wires = 20;
    private const int Companies = 2_000;
    private const int Subjects = 40;

    // These codes come first because examples and tests refer to them; the others follow in the order of the vocabulary.
    private static readonly string[] Named = ["PDT", "FOR", "LIC", "ERN", "PER", "AWD"];

    public static DateTimeOffset HourOf(DateTimeOffset instant) => new(instant.Year, instant.Month, instant.Day, instant.Hour, 0, 0, instant.Offset);

    public static async Task<int> RunAsync(string connectionString, int releases, DateTimeOffset until, bool joined, TextWriter output, CancellationToken token)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0 };
        await using var services = new ServiceCollection().AddDatabase(settings.ConnectionString).BuildServiceProvider();
        var source = services.GetRequiredService<NpgsqlDataSource>();
        await Schema.MigrateAsync(source, NullLogger.Instance, token);
        await services.GetRequiredService<SubjectTable>().SynchronizeAsync(token);
        await using (var any = source.CreateCommand("select exists (select 1 from release)"))
        {
            if (await any.ExecuteScalarAsync(token) is true)
            {
                await output.WriteLineAsync("The database already contains releases; the corpus needs an empty one. Nothing was changed.".AsMemory(), token);
                return 1;
            }
        }
        var words = new Words(7);
        var plan = new CorpusPlan(
            releases,
            until.ToUniversalTime(),
            [.. Enumerable.Range(1, Wires).Select(i => $"wire-{i:00}")],
            [.. Enumerable.Range(1, Companies).Select(i => words.Company(i))],
            await SubjectIdsAsync(source, token),
            joined ? await TwinsAsync(source, token) : []);
        await new CorpusWriter(source, plan).WriteAsync(output, token);
        return 0;
    }

    private async Task WriteAsync(TextWriter output, CancellationToken token)
    {
        var whole = Stopwatch.StartNew();
        var counts = new CorpusCounts();
        await Step("names", NamesAsync);
        await Step("stories", StoriesAsync);
        await Step("releases", () => ReleasesAsync(counts, token));
        await Step("bodies", BodiesAsync);
        await Step("subjects", LinksAsync);
        await Step("counters", () => counts.WriteAsync(source, token));
        await Step("analyze", () => ExecuteAsync("vacuum (analyze) release, release_subject, release_body, story, subject, subject_day, company, wire, language"));
        await output.WriteLineAsync($"{plan.Releases} releases from {plan.From:u} to {plan.Until:u} in {whole.Elapsed.TotalSeconds:F1} s: {plan.Releases / whole.Elapsed.TotalSeconds:F0} a second".AsMemory(), token);

        async Task Step(string name, Func<Task> work)
        {
            var watch = Stopwatch.StartNew();
            await work();
            await output.WriteLineAsync($"{name,-10}{watch.Elapsed.TotalSeconds,8:F1} s".AsMemory(), token);
        }

        async Task NamesAsync()
        {
            await CopyAsync("wire (key, name)", plan.Wires, (row, key) => row.Text(key).Text(key.Replace("wire-", "Invented Wire ", StringComparison.Ordinal)), token);
            await CopyAsync("company (id, key, name)", plan.Companies.Index(), (row, company) => row.Number(company.Index + 1L).Text($"invented-{company.Index + 1}").Text(company.Item), token);
            await ExecuteAsync("select setval(pg_get_serial_sequence('company', 'id'), max(id)) from company");
        }

        async Task StoriesAsync()
        {
            // Without signatures, which are only needed to find near copies of incoming releases.
            await CopyAsync("story (id, fingerprint, copies)", All().Where(release => !release.IsCopy), (row, release) => row.Number(release.Id).Bytes(release.Hash("story")).Whole(CopiesOf(release)), token);
            await ExecuteAsync("select setval(pg_get_serial_sequence('story', 'id'), max(id)) from story");
        }

        Task BodiesAsync() => CopyAsync("release_body (release_id, dateline, dateline_place, body_html, body_text)", All(), (row, release) =>
        {
            var (html, text) = release.Body();
            row.Number(release.Id).Text("HARBOURTOWN --").Text("HARBOURTOWN").Text(html).Text(text);
        }, token);

        Task LinksAsync() => CopyAsync(
            "release_subject (subject_id, published_at, release_id)",
            All().SelectMany(release => release.SubjectIds, (release, subject) => (release, subject)),
            (row, link) => row.Whole(link.subject).Instant(link.release.PublishedAt).Number(link.release.Id),
            token);

        async Task ExecuteAsync(string sql)
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(token);
        }
    }

    private async Task ReleasesAsync(CorpusCounts counts, CancellationToken token)
    {
        const string columns = "id, via, native_id, language, wire, published_at, first_seen_at, complete, headline, slug, summary, url, issuer, company_id, tickers, subject_ids, story_id, content_hash";
        await CopyAsync($"release ({columns})", All(), (row, release) =>
        {
            counts.Add(release);
            var issuer = plan.Companies[release.Company];
            var native = (300_000_000 + release.Number).ToString(System.Globalization.CultureInfo.InvariantCulture);
            row.Number(release.Id).Text(release.Via).Text(native).Text(release.Language).Text(release.Wire)
                .Instant(release.PublishedAt).Instant(release.PublishedAt.AddMinutes(1)).Truth(true)
                .Text(release.Headline).Text($"release-{native}").Text($"{release.Headline}: what it means for all who take part, in two sentences and as many as two hundred characters, as lists show it under a headline.")
                .Text($"https://{release.Wire}.example/news/{native}.html").Text(issuer).Number(release.Company + 1L)
                .Texts(release.Company % 4 == 0 ? [$"NYSE: N{release.Company}"] : []).Wholes(release.SubjectIds).Number(release.Story + 1L).Bytes(release.Hash("text"));
        }, token);
        await using var sequence = source.CreateCommand("select setval(pg_get_serial_sequence('release', 'id'), max(id)) from release");
        await sequence.ExecuteNonQueryAsync(token);
    }

    private IEnumerable<InventedRelease> All() => Enumerable.Range(0, plan.Releases).Select(number => InventedRelease.Of(number, plan));

    private int CopiesOf(InventedRelease release) => release.Number + 1 < plan.Releases && InventedRelease.CopiesBefore(release.Number + 1) ? 2 : 1;

    private async Task CopyAsync<T>(string into, IEnumerable<T> items, Action<CopyRow, T> write, CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        await using var copy = await connection.BeginBinaryImportAsync($"copy {into} from stdin (format binary)", token);
        var row = new CopyRow(copy);
        foreach (var item in items)
        {
            await copy.StartRowAsync(token);
            write(row, item);
        }
        await copy.CompleteAsync(token);
    }

    // The equivalent subjects of other wires' vocabularies.
    private static async Task<Dictionary<int, int>> TwinsAsync(NpgsqlDataSource source, CancellationToken token)
    {
        Dictionary<SubjectKey, int> ids = [];
        await using var query = source.CreateCommand("select scheme, code, id from subject");
        await using var reader = await query.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            ids[new SubjectKey(reader.GetString(0), reader.GetString(1))] = reader.GetInt32(2);
        return SubjectCatalog.Shipped.All
            .Where(subject => subject.Scheme is SubjectCatalog.GlobeNewswire or SubjectCatalog.BusinessWire && subject.Topic.IsPrNewswire)
            .DistinctBy(subject => subject.Topic)
            .ToDictionary(subject => ids[subject.Topic], subject => ids[subject.Key]);
    }

    private static async Task<int[]> SubjectIdsAsync(NpgsqlDataSource source, CancellationToken token)
    {
        await using var query = source.CreateCommand("select id from subject where scheme = 'prn' order by array_position($1, code), code limit $2");
        query.Parameters.Add(new NpgsqlParameter { Value = Named, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        query.Parameters.Add(new NpgsqlParameter { Value = Subjects });
        await using var reader = await query.ExecuteReaderAsync(token);
        List<int> ids = [];
        while (await reader.ReadAsync(token))
            ids.Add(reader.GetInt32(0));
        return [.. ids];
    }
}
