using System.Diagnostics;
using System.Globalization;
using NewsWire.Ingest;
using NewsWire.Tests.Support;

namespace NewsWire.Benchmarks.Fuzzing;

/// <summary>
/// Reads mutated documents until the time is over. An exception, a document that takes longer than two seconds or one that allocates out of
/// proportion is written to a file with the reason, and the run fails. Run it with a hard heap limit (DOTNET_GCHeapHardLimit) to limit
/// memory as well.
/// </summary>
internal sealed class FuzzRun(string corpusFolder, string findings, TimeSpan time, int seed, TextWriter output)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    // Allocation limit per document: a fixed amount for tables and compiled patterns, and a multiple of the document's size. Bytes.
    private const long FixedBytes = 64L << 20;
    private const long BytesPerByte = 2_000;

    private readonly DocumentInspection _inspection = new();
    private long _documents;
    private long _bytes;
    private int _found;
    private (TimeSpan Time, int Length) _slowest;
    private (double PerByte, int Length) _largest;

    public int Run(CancellationToken token)
    {
        var corpus = Directory.EnumerateFiles(corpusFolder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".expected.json", StringComparison.Ordinal) && Path.GetExtension(file) is not (".url" or ".md"))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)
            .ToList();
        if (corpus.Count == 0)
            throw new InvalidOperationException($"No documents found in {corpusFolder}.");
        output.WriteLine($"{corpus.Count} documents as seeds, random seed {seed}, {time.TotalMinutes:0.#} minutes.");
        var watch = Stopwatch.StartNew();
        for (var number = 0; watch.Elapsed < time && !token.IsCancellationRequested; number++)
            Read(new Mutations(HashCode(number), corpus).Next(), number);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_documents:N0} documents, {_bytes / 1e6:N0} MB, {_found} findings."));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Slowest: {_slowest.Time.TotalMilliseconds:N0} ms for {_slowest.Length:N0} bytes. Most allocated: {_largest.PerByte:N0} bytes per input byte for {_largest.Length:N0} bytes."));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Peak working set: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB."));
        return _found == 0 ? 0 : 1;
    }

    private int HashCode(int number) => unchecked((seed * 397) ^ (number * 7_919));

    private void Read(byte[] document, int number)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        try
        {
            _ = _inspection.Describe(document, "document", null, DateTimeOffset.UnixEpoch.AddYears(56));
        }
        catch (Exception bug)
        {
            Found(document, number, bug.ToString());
            return;
        }
        var took = watch.Elapsed;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        _documents++;
        _bytes += document.Length;
        if (took > _slowest.Time)
            _slowest = (took, document.Length);
        if (document.Length > 10_000 && (double)allocated / document.Length > _largest.PerByte)
            _largest = ((double)allocated / document.Length, document.Length);
        if (took > Slow)
            Found(document, number, $"It took {took}.");
        if (allocated > FixedBytes + (BytesPerByte * document.Length))
            Found(document, number, $"{allocated:N0} bytes were allocated for {document.Length:N0} bytes.");
    }

    private void Found(byte[] document, int number, string reason)
    {
        _found++;
        Directory.CreateDirectory(findings);
        var file = Path.Combine(findings, $"{seed}-{number}");
        File.WriteAllBytes(file + ".bin", document);
        File.WriteAllText(file + ".txt", reason);
        output.WriteLine($"{file}.bin: {reason.Split('\n')[0]}");
    }
}
