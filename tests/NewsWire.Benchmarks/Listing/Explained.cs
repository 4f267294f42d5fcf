using System.Text.Json;
using NewsWire.Web.Reading;
using Npgsql;

namespace NewsWire.Benchmarks.Listing;

/// <summary>What PostgreSQL told of one run of a statement.</summary>
/// <param name="Top">The outermost step and how many rows it gave.</param>
/// <param name="Walk">What the rows were found by; lookups of one row by its key are left out.</param>
/// <param name="Alarms">Steps that cost more the more releases there are: none is what is hoped for.</param>
internal sealed record Explained(string Top, string Walk, string Alarms, long Buffers, double Milliseconds)
{
    // A page is 51 rows, and three of a kind are united for one: who sorts more reads more than is shown.
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

    /// <summary>The product's statement with its parameters, as the product's library names them.</summary>
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
