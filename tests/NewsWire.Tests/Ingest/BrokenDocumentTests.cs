using NewsWire.Ingest;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest;

/// <summary>
/// Malformed documents never cause an exception: truncated anywhere, with bits flipped, spliced, and random bytes.
/// `tests/NewsWire.Benchmarks -- fuzz` runs the same mutations for any length of time.
/// </summary>
public sealed class BrokenDocumentTests
{
    // Turns a parser that hangs into a failed test.
    private const int Limit = 120_000;
    private const int CutEvery = 100;
    private const int MutationsOfAll = 4_000;
    private const int FlipsOfEach = 20;

    public static TheoryData<string> Documents => new(Fixtures.AllDocuments().Select(document => Path.GetRelativePath(Fixtures.Folder, document)));

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Documents))]
    public Task A_document_cut_at_every_hundredth_byte_is_still_a_value(string name) => Task.Run(() =>
    {
        var file = Path.Combine(Fixtures.Folder, name);
        var bytes = File.ReadAllBytes(file);
        for (var length = 0; length < bytes.Length; length += CutEvery)
            Read(bytes[..length], Fixtures.Address(file));
    }, TestContext.Current.CancellationToken);

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Documents))]
    public Task A_document_with_flipped_bits_is_still_a_value(string name) => Task.Run(() =>
    {
        var file = Path.Combine(Fixtures.Folder, name);
        var random = new Random(name.Length);
        for (var round = 0; round < FlipsOfEach; round++)
        {
            var bytes = File.ReadAllBytes(file);
            for (var flips = 0; flips <= round; flips++)
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            Read(bytes, Fixtures.Address(file));
        }
    }, TestContext.Current.CancellationToken);

    [Fact(Timeout = Limit)]
    public Task Accidents_of_every_kind_are_still_values() => Task.Run(() =>
    {
        var corpus = Fixtures.AllDocuments().Select(File.ReadAllBytes).ToList();
        for (var seed = 0; seed < MutationsOfAll; seed++)
            Read(new Mutations(seed, corpus).Next(), null);
    }, TestContext.Current.CancellationToken);

    private static void Read(byte[] bytes, Uri? address)
    {
        var (line, succeeded) = new DocumentInspection().Describe(bytes, "document", address, Fixtures.At);
        var read = System.Text.Json.Nodes.JsonNode.Parse(line)!;
        // A document that could not be read must give a reason; one that was read must not.
        Assert.Equal(succeeded, read["error"] is null);
        Assert.NotEqual("", read["error"]?.GetValue<string>());
    }
}
