using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWire.Data;
using NewsWire.Data.Subjects;
using NewsWire.Ingest;
using NewsWire.Ingest.Normalize;
using NewsWire.Ingest.Store;
using Npgsql;

namespace NewsWire.Benchmarks.Ingest;

/// <summary>
/// Measures releases per second through the real Normalize and Store stages with one and four writers, compared with COPY of the same rows
/// into the two largest tables, and the time per statement.
/// </summary>
internal sealed class IngestBenchmark(NpgsqlDataSource source, Database database, TextWriter output, int releases, CancellationToken token)
{
    private const int Rounds = 3;
    private const int StatementsTold = 12;

    private readonly ReleaseNormalizer _normalizer = new(SubjectCatalog.Shipped);
    private long _retries;

    public static async Task<int> RunAsync(string connectionString, int releases, TextWriter output, CancellationToken token)
    {
        await using var services = new ServiceCollection().AddDatabase(connectionString).BuildServiceProvider();
        var source = services.GetRequiredService<NpgsqlDataSource>();
        await Schema.MigrateAsync(source, NullLogger.Instance, token);
        await services.GetRequiredService<SubjectTable>().SynchronizeAsync(token);
        var database = services.GetRequiredService<Database>();
        if (await database.FindAsync<bool>("select exists (select 1 from release)", null, token))
        {
            await output.WriteLineAsync("The database already contains releases; this benchmark needs an empty one and empties it afterwards. Nothing was changed.".AsMemory(), token);
            return 1;
        }
        await new SourceStore(database, new IngestionOptions(), TimeProvider.System).ConfigureAsync([.. InventedRaw.Wires.Select(wire => (wire, wire, (Uri?)null))], [], token);
        await new IngestBenchmark(source, database, output, releases, token).RunAsync();
        return 0;
    }

    private async Task RunAsync()
    {
        var statements = await CanTellStatementsAsync();
        Stages? stages = null;
        List<double> floors = [];
        List<double> ones = [];
        List<double> fours = [];
        // The first round is a warm-up and not counted.
        for (var round = -1; round < Rounds; round++)
        {
            stages = new Stages();
            if (statements)
                await database.ExecuteAsync("select pg_stat_statements_reset()", null, token);
            var one = await WriteAsync(1, stages);
            if (statements && round == Rounds - 1)
                await TellStatementsAsync();
            var floor = await FloorAsync();
            await EmptyAsync();
            var four = await WriteAsync(4, new Stages());
            await EmptyAsync();
            if (round < 0)
                continue;
            ones.Add(one);
            floors.Add(floor);
            fours.Add(four);
        }
        await SayAsync($"Median of {Rounds} rounds, {releases} releases each:");
        await SayAsync($"floor: the same rows by COPY into release and release_body  {Rate(floors):F0} per second");
        await SayAsync($"1 writer   {Rate(ones):F0} per second, {Ratio(ones, floors):P1} of the floor");
        await SayAsync($"4 writers  {Rate(fours):F0} per second, {Ratio(fours, floors):P1} of the floor, {Ratio(fours, ones):F2} times one writer; {_retries} retries after conflicts");
        await SayAsync($"1 writer, ms a release: normalize {stages!.Normalize.TotalMilliseconds / releases:F2}, save {stages.Save.TotalMilliseconds / releases:F2}, relate {stages.Relate.TotalMilliseconds / releases:F2}");
    }

    private async Task<double> WriteAsync(int writers, Stages stages)
    {
        var (writer, related) = (new ReleaseWriter(database, new ReleaseNames(database), TimeProvider.System), new RelatedWriter(database, new TermStatistics(database)));
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(WorkAsync, token)));
        return watch.Elapsed.TotalSeconds;

        async Task WorkAsync()
        {
            for (var number = Interlocked.Increment(ref next); number < releases; number = Interlocked.Increment(ref next))
            {
                var at = Stopwatch.GetTimestamp();
                var (raw, readAt) = InventedRaw.Of(number);
                var release = _normalizer.Normalize(raw, readAt) is ({ } understood, _) ? understood : throw new InvalidOperationException("An invented release was rejected.");
                var normalized = Stopwatch.GetTimestamp();
                var stored = await AgainAsync(() => writer.SaveAsync(release, null, token));
                var saved = Stopwatch.GetTimestamp();
                await AgainAsync(async () =>
                {
                    await related.RelateAsync(stored, release, token);
                    return true;
                });
                stages.Add(Stopwatch.GetElapsedTime(at, normalized), Stopwatch.GetElapsedTime(normalized, saved), Stopwatch.GetElapsedTime(saved));
            }
        }
    }

    // Retries transient conflicts, as the pipeline does.
    private async Task<T> AgainAsync<T>(Func<Task<T>> work)
    {
        while (true)
        {
            try
            {
                return await work();
            }
            catch (PostgresException trouble) when (trouble.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
                Interlocked.Increment(ref _retries);
            }
        }
    }

    // Copies the rows just written out and back in with COPY, the fastest way to insert them.
    private async Task<double> FloorAsync()
    {
        string[] tables = ["release", "release_body"];
        await using var connection = await source.OpenConnectionAsync(token);
        var rows = new List<byte[]>();
        foreach (var table in tables)
        {
            using var kept = new MemoryStream();
            await using (var copy = await connection.BeginRawBinaryCopyAsync($"copy {table} to stdout (format binary)", token))
                await copy.CopyToAsync(kept, token);
            rows.Add(kept.ToArray());
        }
        await database.ExecuteAsync("truncate release cascade", null, token);
        var watch = Stopwatch.StartNew();
        foreach (var (table, bytes) in tables.Zip(rows))
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync($"copy {table} from stdin (format binary)", token);
            await copy.WriteAsync(bytes, token);
        }
        return watch.Elapsed.TotalSeconds;
    }

    private Task EmptyAsync() => database.ExecuteAsync(
        "truncate release, story, company, language, term, subject_day restart identity cascade; update wire set releases = 0; update subject set releases = 0", null, token);

    private async Task<bool> CanTellStatementsAsync()
    {
        try
        {
            await database.ExecuteAsync("create extension if not exists pg_stat_statements; select pg_stat_statements_reset()", null, token);
            return true;
        }
        catch (PostgresException)
        {
            return false;
        }
    }

    private async Task TellStatementsAsync()
    {
        var statements = await database.QueryAsync<(string Name, long Calls, double Total)>(
            """
            select left(regexp_replace(query, '\s+', ' ', 'g'), 96), calls, total_exec_time from pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database()) order by total_exec_time desc limit @Limit
            """,
            new { Limit = StatementsTold },
            token);
        await SayAsync($"1 writer, server time by statement, ms per release:");
        foreach (var (name, calls, total) in statements)
            await SayAsync($"  {total / releases,6:F3}  {(double)calls / releases,5:F2} calls  {name}");
    }

    private double Rate(List<double> seconds) => releases / seconds.Order().ElementAt(seconds.Count / 2);

    // Median over the rounds of the speed ratio within a round.
    private static double Ratio(List<double> seconds, List<double> against) =>
        seconds.Zip(against, (mine, other) => other / mine).Order().ElementAt(seconds.Count / 2);

    private Task SayAsync(FormattableString text) => output.WriteLineAsync(text.ToString(CultureInfo.InvariantCulture).AsMemory(), token);

    private sealed class Stages
    {
        private readonly Lock _lock = new();

        public TimeSpan Normalize { get; private set; }
        public TimeSpan Save { get; private set; }
        public TimeSpan Relate { get; private set; }

        public void Add(TimeSpan normalize, TimeSpan save, TimeSpan relate)
        {
            lock (_lock)
            {
                Normalize += normalize;
                Save += save;
                Relate += relate;
            }
        }
    }
}
