using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewsWire.Data;
using NewsWire.Web.Reading;
using Npgsql;

namespace NewsWire.Benchmarks.Listing;

/// <summary>
/// Runs every kind of list over a corpus and checks that it is exact to its last page, how PostgreSQL executes the program's statement, and
/// what a deep page costs compared with the first page and with OFFSET.
/// </summary>
internal static class ListPlans
{
    private const int Rounds = 15;
    private const int PreparedRuns = 20;

    // Two frequent codes, two of the rarest ones, then combinations of all filters.
    private static readonly string[] Queries =
    [
        "", "subject=PDT", "subject=LIC", "subject={rare}", "subject=LIC&subject=FOR", "subject=LIC,FOR", "subject=-AWD", "subject=-PDT",
        "subject=LIC,FOR&subject=-AWD", "subject=LIC&subject=FOR&subject=AWD", "subject=LIC,PER&subject=FOR,ERN", "subject=LIC&subject={rare}",
        "subject={rare}&subject={rarer}", "wire=wire-01", "wire=wire-20", "lang=fr", "company=invented-1", "company=invented-1900",
        "wire=wire-01&subject=LIC", "lang=fr&subject=LIC,FOR", "company=invented-1&subject=LIC", "lang=fr&subject=LIC,FOR&subject=PDT,ERN", "wire=wire-20&lang=fr&subject=-AWD",
        // Topics with many subjects: a branch of the Media Topics and their largest tree.
        "subject=medtop:20000171", "subject=medtop:04000000", "subject=-medtop:20000171", "subject=medtop:04000000&subject=FOR", "wire=wire-20&subject=medtop:04000000",
        // What either of several wires or languages has, tickers common and rare, and days.
        "wire=wire-02,wire-03", "wire=-wire-01", "wire=wire-01,wire-19&subject=LIC", "lang=-en", "ticker=N0", "ticker=N1896", "ticker=NYSE:N400&subject=LIC",
        "from={day}&to={day}", "from={day}&to={day}&subject=LIC",
    ];

    public static async Task<int> RunAsync(string connectionString, TextWriter output, CancellationToken token)
    {
        await using var services = new ServiceCollection().AddDatabase(connectionString).BuildServiceProvider();
        var database = services.GetRequiredService<Database>();
        var facets = new FacetReader(database, TimeProvider.System);
        var reader = new ReleaseListReader(database, facets);
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(token);
        var rarest = (await facets.CurrentAsync(token)).Subjects.Where(subject => subject.Releases > 0).TakeLast(2).Select(subject => subject.Key.ToString()).ToArray();
        if (rarest.Length < 2)
        {
            await output.WriteLineAsync("The database contains no corpus; create one with the command: corpus.".AsMemory(), token);
            return 1;
        }

        List<ListCase> cases = [];
        // A day in the middle of what every corpus covers.
        var day = ReleaseFilter.Day(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-5));
        foreach (var query in Queries.Select(query => query.Replace("{day}", day, StringComparison.Ordinal).Replace("{rare}", rarest[0], StringComparison.Ordinal).Replace("{rarer}", rarest[1], StringComparison.Ordinal)))
            cases.Add(await ListCase.ReadAsync(query, reader, connection, token));

        var runs = cases.Select(one => new[] { one.FirstPlan, one.DeepPlan, one.OffsetPlan, one.CountPlan }.Select(plan => (Plan: plan, Runs: new List<Explained>())).ToArray()).ToList();
        // The first round warms the caches; each round then runs everything once, so that disturbances affect all lists alike.
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var (plan, told) in runs.SelectMany(one => one))
            {
                var explained = await Explained.OfAsync(connection, plan, token);
                if (round >= 0)
                    told.Add(explained);
            }
        }

        await output.WriteLineAsync($"Median of {Rounds} interleaved rounds, ms as reported by PostgreSQL. Deep: page 1,000, or the last full one. Prepared: generic plan / custom plan, deep page.\n".AsMemory(), token);
        await output.WriteLineAsync("| list | releases | exact | found by | top of the plan | deep page | buffers first / deep | ms first / deep | deep/first | OFFSET ms | OFFSET/deep | prepared | counts ms |".AsMemory(), token);
        await output.WriteLineAsync("| --- | --: | --- | --- | --- | --: | --: | --: | --: | --: | --: | --: | --: |".AsMemory(), token);
        for (var i = 0; i < cases.Count; i++)
        {
            var (one, first, deep, offset, counts) = (cases[i], runs[i][0].Runs, runs[i][1].Runs, runs[i][2].Runs, runs[i][3].Runs);
            var (alarms, ms) = (string.Join(", ", new[] { first[^1].Alarms, deep[^1].Alarms }.Where(text => text.Length > 0).Distinct()), (Median(first), Median(deep)));
            var walks = string.Join(" / ", new[] { first[^1].Walk, deep[^1].Walk }.Distinct());
            var prepared = await PreparedRatioAsync(connection, one.DeepPlan, token);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| `/{(one.Query.Length == 0 ? "" : "?" + one.Query)}` | {one.Paged.Count} | {(one.Paged == one.Expected ? "yes" : $"NO: {one.Expected.Count}")} {one.Paged.Hash} | {walks}{(alarms.Length > 0 ? $"; ALARM {alarms}" : "")} | {deep[^1].Top} | {one.DeepPage} | {first[^1].Buffers} / {deep[^1].Buffers} | {ms.Item1:F2} / {ms.Item2:F2} | {Ratio(deep, first):F2} | {Median(offset):F2} | {Ratio(offset, deep):F1} | {prepared:F2} | {Median(counts):F1} |").AsMemory(), token);
        }

        await output.WriteLineAsync().WaitAsync(token);
        await RatioAsync("rare / common", $"subject={rarest[0]}", "subject=PDT");
        await RatioAsync("both / one", "subject=LIC&subject=FOR", "subject=LIC");
        await RatioAsync("either / one", "subject=LIC,FOR", "subject=LIC");
        await RatioAsync("none / all", "subject=-AWD", "");
        return cases.TrueForAll(one => one.Paged == one.Expected) ? 0 : 1;

        Task RatioAsync(string name, string query, string against)
        {
            var (left, right) = (runs[cases.FindIndex(one => one.Query == query)], runs[cases.FindIndex(one => one.Query == against)]);
            return output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{name}: first page {Ratio(left[0].Runs, right[0].Runs):F2}, deep page {Ratio(left[1].Runs, right[1].Runs):F2}").AsMemory(), token);
        }
    }

    // The program's statements are prepared after several executions, and PostgreSQL may then use a
    // generic plan, without the parameter values.
    private static async Task<double> PreparedRatioAsync(NpgsqlConnection connection, ReleaseListPlan plan, CancellationToken token)
    {
        List<double> times = [];
        foreach (var mode in new[] { "force_generic_plan", "force_custom_plan" })
        {
            await using (var set = new NpgsqlCommand($"set plan_cache_mode = {mode}", connection))
                await set.ExecuteNonQueryAsync(token);
            await using var command = Explained.Command(connection, plan);
            await command.PrepareAsync(token);
            List<double> runs = [];
            for (var run = 0; run < PreparedRuns; run++)
            {
                var watch = Stopwatch.StartNew();
                await command.ExecuteNonQueryAsync(token);
                runs.Add(watch.Elapsed.TotalMilliseconds);
            }
            await command.UnprepareAsync(token);
            times.Add(Median(runs));
        }
        await using var reset = new NpgsqlCommand("reset plan_cache_mode", connection);
        await reset.ExecuteNonQueryAsync(token);
        return times[0] / times[1];
    }

    private static double Ratio(List<Explained> left, List<Explained> right) =>
        Median([.. left.Zip(right, (one, other) => one.Milliseconds / other.Milliseconds)]);

    private static double Median(List<Explained> runs) => Median([.. runs.Select(run => run.Milliseconds)]);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
