using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Wires;

/// <summary>Markup of Le Lézard pages varies: one release in many layouts must give the same result.</summary>
public sealed class LeLezardDressTests
{
    private const int FewestDresses = 8;

    private static readonly string Plain = Path.Combine(Fixtures.Folder, "lelezard", "dress-divs-and-links.html");

    public static TheoryData<string> Dresses => new(Fixtures.Documents("lelezard").Select(file => Path.GetFileName(file)).Where(name => name.StartsWith("dress-", StringComparison.Ordinal)));

    [Fact]
    public void There_are_enough_layouts() => Assert.True(Dresses.Count >= FewestDresses, $"Only {Dresses.Count} dresses are left.");

    [Theory]
    [MemberData(nameof(Dresses))]
    public void The_layout_changes_no_field_of_the_release(string name)
    {
        var expected = Fixtures.Inspect(Plain);
        var actual = Fixtures.Inspect(Path.Combine(Fixtures.Folder, "lelezard", name));

        Assert.NotNull(expected["releases"]?[0]);
        Assert.Empty(Fixtures.Differences(expected["releases"], actual["releases"]));
        Assert.Null(actual["error"]);
    }
}
