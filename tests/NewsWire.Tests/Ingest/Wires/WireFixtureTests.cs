using System.Text.Json.Nodes;
using NewsWire.Ingest;
using NewsWire.Ingest.Wires;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Wires;

/// <summary>Compares every fixture document with the expected JSON beside it. A new test needs only these two files.</summary>
public sealed class WireFixtureTests
{
    public static TheoryData<string> Documents => new(Fixtures.AllDocuments().Select(document => Path.GetRelativePath(Fixtures.Folder, document)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_understood_as_expected(string name)
    {
        var document = Path.Combine(Fixtures.Folder, name);
        var actual = Fixtures.Inspect(document);
        var expectedFile = Path.ChangeExtension(document, ".expected.json");
        var expected = File.Exists(expectedFile) ? JsonNode.Parse(File.ReadAllText(expectedFile)) : null;

        var differences = Fixtures.Differences(expected, actual).ToList();
        if (differences.Count == 0)
            return;
        var actualFile = Path.ChangeExtension(document, ".actual.json");
        File.WriteAllText(actualFile, Fixtures.Print(actual));
        Assert.Fail($"{name} is understood differently (- expected, + actual):\n{string.Join('\n', differences)}\n\nTo accept it: cp {actualFile} <source>/{Path.ChangeExtension(name, ".expected.json")}");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_recognized_as_its_own_wires(string name)
    {
        var document = Path.Combine(Fixtures.Folder, name);
        var source = new SourceDocument(File.ReadAllBytes(document), Fixtures.Address(document), Path.GetFileName(document), null, Fixtures.At);

        Assert.Equal(Path.GetDirectoryName(name), new DocumentReader(new WireCatalog()).Read(source, null).Wire);
    }

    [Fact]
    public void Every_side_file_belongs_to_a_document()
    {
        var documents = Fixtures.AllDocuments().Select(document => Path.ChangeExtension(document, null)).ToHashSet(StringComparer.Ordinal);
        var strays = Directory.GetFiles(Fixtures.Folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".md", StringComparison.Ordinal) && !file.EndsWith(".actual.json", StringComparison.Ordinal))
            .Where(file => !documents.Contains(Path.ChangeExtension(file, null)) && !documents.Contains(file.Replace(".expected.json", "", StringComparison.Ordinal)));

        Assert.Empty(strays);
    }
}
