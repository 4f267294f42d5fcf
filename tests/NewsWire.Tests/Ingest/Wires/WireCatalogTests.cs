using NewsWire.Ingest.Normalize;
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
    public void A_wires_name_on_a_release_leads_to_its_key() =>
        Assert.All(
            Wires.All.Where(wire => wire is not (AnyFeed or LeLezard)),
            wire => Assert.Equal(new Distributor(wire.Key, wire.Name), Distributor.Of(wire.Name)));

    [Theory]
    [InlineData("Groupe CNW", "cnw")]
    [InlineData("MONTRÉAL, le 4 oct. 2026 /CNW Telbec/ -", "cnw")]
    [InlineData("PACIFIC NW, Oct. 4, 2026 /PRNewswire/ --", "prnewswire")]
    [InlineData("TMX Newsfile Corp.", "newsfile")]
    [InlineData("EINPresswire.com", "einpresswire")]
    [InlineData("EIN Presswire", "einpresswire")]
    [InlineData("ACCESSWIRE", "accessnewswire")]
    [InlineData("AccessNewswire Inc.", "accessnewswire")]
    [InlineData("GLOBE NEWSWIRE", "globenewswire")]
    [InlineData("BusinessWire", "businesswire")]
    [InlineData("(美國商業資訊)", "businesswire")]
    [InlineData("SEATTLE (PRWEB) May 1, 2018 --", "prweb")]
    [InlineData("PR Newswire Association LLC.", "prnewswire")]
    [InlineData("Newswire.com", "newswirecom")]
    [InlineData("A company of its own", null)]
    public void A_label_names_its_wire(string label, string? key) => Assert.Equal(key, Distributor.Of(label)?.Key);

    [Fact]
    public void An_unknown_key_finds_nothing() => Assert.Null(Wires.Find("nobody"));
}
