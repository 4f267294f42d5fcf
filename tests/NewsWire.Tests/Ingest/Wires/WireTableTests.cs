using System.Text.Json.Nodes;
using NewsWire.Ingest.Wires;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Wires;

/// <summary>The table of fixtures states which features each covers for each wire; every entry is checked.</summary>
public sealed class WireTableTests
{
    // What a fixture must contain for each column.
    private static readonly Dictionary<string, Func<JsonObject, bool>> Claims = new(StringComparer.Ordinal)
    {
        ["feed"] = read => read["feed"] is not null && Any(read, _ => true),
        ["page"] = read => read["format"]!.GetValue<string>() == "html" && Any(read, release => release["bodyText"]!.GetValue<string>().Length > 0),
        ["native id"] = read => Any(read, release => release["nativeId"] is not null),
        ["canonical address"] = read => Any(read, release => release["url"] is { } url && !url.GetValue<string>().Contains('?') && url.GetValue<string>().StartsWith("https://", StringComparison.Ordinal)),
        ["dateline"] = read => Any(read, release => release["dateline"]?["place"] is not null),
        ["tickers"] = read => Any(read, release => release["tickers"]!.AsArray().Count > 0),
        ["subjects"] = read => Any(read, release => release["subjects"]!.AsArray().Count > 0),
        ["corrections"] = read => Any(read, release => release["status"]!.GetValue<string>() is "correction" or "repetition"),
    };

    private static readonly string[][] Rows = [.. File.ReadLines(Path.Combine(Fixtures.Folder, "README.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries).ToArray())];

    public static TheoryData<string, string, string> Cells => new(
        from row in Rows.Skip(2)
        from column in Rows[0].Index().Skip(1)
        where row[column.Index] != "-"
        select (row[0], column.Item, row[column.Index]));

    [Fact]
    public void Every_wire_has_its_row_and_every_column_its_meaning()
    {
        Assert.Equal(new WireCatalog().All.Select(wire => wire.Key).Order(StringComparer.Ordinal), Rows.Skip(2).Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.Equal(Claims.Keys, Rows[0].Skip(1));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cells_fixture_shows_what_the_table_says(string wire, string column, string fixture)
    {
        var read = Fixtures.Inspect(Path.Combine(Fixtures.Folder, wire, fixture));

        Assert.True(Claims[column](read), $"{wire}/{fixture} shows no {column}.");
    }

    private static bool Any(JsonObject read, Func<JsonNode, bool> claim) => read["releases"]!.AsArray().Any(release => claim(release!));
}
