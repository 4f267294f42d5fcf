namespace NewsWire.Ingest;

/// <summary>
/// Invented wires served from inside this program under host names ending in .example, and read through the same pipeline as any other
/// wire. If none is registered, such hosts are unknown hosts.
/// </summary>
public interface ISampleWire
{
    /// <summary>The sources of the invented releases.</summary>
    IReadOnlyList<SourceOptions> Sources { get; }

    /// <summary>The document at an address, with dates relative to <paramref name="at"/>, or null where there is none.</summary>
    byte[]? Read(Uri address, DateTimeOffset at);
}
