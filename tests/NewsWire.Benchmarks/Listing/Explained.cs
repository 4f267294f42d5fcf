using System.Text.Json;
using NewsWire.Web.Reading;
using Npgsql;

namespace NewsWire.Benchmarks.Listing;

/// <summary>The result of EXPLAIN ANALYZE for one execution of a statement.</summary>
/// <param name="Top">The outermost plan node and the number of rows it returned.</param>
/// <param name="Walk">The indexes by which rows were found, without lookups by primary key.</param>
/// <param name="Alarms">Plan nodes whose cost grows with the number of releases; normally none.</param>
internal sealed record Explained(string Top, string Walk, string Alarms, long Buffers, double Milliseconds)
{
    // In rows. A page has 51 rows, merged from a few index scans; a sort of many more reads rows that are not displayed.
    private const double MostSorted = 1_000;

    public static async Task<Explained> OfAsync(NpgsqlConnection connection, ReleaseListPlan plan, CancellationToken token)
    {
        await using var command = Command(connection, plan, "explain (analyze, buffers, timing off, format json) ");
        using var json = JsonDocument.Parse((string)(await command.ExecuteScalarAsync(token))!);
        var root = json.RootElement[0];
        var top = root.GetProperty("Plan");
        List<string> walks = [];
        List<string> alarms = [];
        Collect(top, walks, alarms);
        if (root.TryGetProperty("JIT", out _))
            alarms.Add("JIT");
        return new Explained(
            $"{top.GetProperty("Node Type").GetString()}, {top.GetProperty("Actual Rows").GetDouble():F0} rows",
            string.Join(", ", walks.Distinct()),
            string.Join(", ", alarms.Distinct()),
            top.GetProperty("Shared Hit Blocks").GetInt64() + top.GetProperty("Shared Read Blocks").GetInt64(),
            root.GetProperty("Execution Time").GetDouble());
    }

    /// <summary>The program's statement with its parameters, named as Dapper names them.</summary>
    public static NpgsqlCommand Command(NpgsqlConnection connection, ReleaseListPlan plan, string before = "")
    {
        var command = connection.CreateCommand();
        command.CommandText = before + plan.Sql;
        foreach (var (name, value) in plan.Parameters.Where(parameter => parameter.Value is not null))
            command.Parameters.AddWithValue(name, value!);
        return command;
    }

    private static void Collect(JsonElement node, List<string> walks, List<string> alarms)
    {
        var kind = node.GetProperty("Node Type").GetString()!;
        var rows = node.GetProperty("Actual Rows").GetDouble() * node.GetProperty("Actual Loops").GetDouble();
        if (node.TryGetProperty("Index Name", out var index) && index.GetString() is not ("release_pkey" or "company_pkey" or "story_pkey"))
            walks.Add(index.GetString()!);
        if (kind == "Seq Scan")
            alarms.Add($"Seq Scan on {node.GetProperty("Relation Name").GetString()}");
        if (kind == "Sort" && rows > MostSorted)
            alarms.Add($"Sort of {rows:F0}");
        if (!node.TryGetProperty("Plans", out var inner))
            return;
        foreach (var child in inner.EnumerateArray())
            Collect(child, walks, alarms);
    }
}
