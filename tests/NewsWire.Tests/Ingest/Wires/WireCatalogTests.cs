using NewsWire.Ingest.Wires;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Wires;

public sealed class WireCatalogTests
{
    private static readonly WireCatalog Wires = new();

    [Fact]
    public void Keys_are_unique_and_fit_an_address()
    {
        Assert.Equal(Wires.All.Count, Wires.All.Select(wire => wire.Key).Distinct().Count());
        Assert.All(Wires.All, wire => Assert.Matches("^[a-z0-9-]+$", wire.Key));
        Assert.All(Wires.All, wire => Assert.Same(wire, Wires.Find(wire.Key)));
    }

    [Fact]
    public void Every_wire_has_fixtures_and_every_fixture_folder_a_wire()
    {
        var folders = Directory.GetDirectories(Fixtures.Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(Wires.All);
        Assert.Equal(Wires.All.Select(wire => wire.Key).Order(StringComparer.Ordinal), folders);
        Assert.All(folders, folder => Assert.NotEmpty(Fixtures.Documents(folder)));
    }

    [Fact]
    public void An_unknown_key_finds_nothing() => Assert.Null(Wires.Find("nobody"));
}
