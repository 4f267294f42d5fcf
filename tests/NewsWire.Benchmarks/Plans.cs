namespace NewsWire.Benchmarks;

/// <summary>Asks PostgreSQL how it would run the statements of the list pages over a corpus.</summary>
internal static class Plans
{
    // The statements belong to NewsWire.Web.Reading; each one that a page runs is to be explained here, from there and never copied.
    public static async Task<int> RunAsync(string connectionString, TextWriter output, CancellationToken token)
    {
        _ = connectionString;
        await output.WriteLineAsync("No statement is explained yet: the list reader is not part of this program.".AsMemory(), token);
        return 1;
    }
}
