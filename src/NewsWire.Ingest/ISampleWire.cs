namespace NewsWire.Ingest;

/// <summary>
/// Wires of our own invention, published inside this program under host names that end in .example, and read
/// through the same pipeline as any other. Without one registered, such hosts answer as any unknown host does.
/// </summary>
public interface ISampleWire
{
    /// <summary>Where the invented releases are published.</summary>
    IReadOnlyList<SourceOptions> Sources { get; }

    /// <summary>The document at an address, dated relative to the instant of reading, or null where there is none.</summary>
    byte[]? Read(Uri address, DateTimeOffset at);
}
