namespace NewsWire.Ingest;

/// <summary>One place to read from, as configured under Ingestion:Sources.</summary>
public sealed class SourceOptions
{
    /// <summary>A short name of its own, unique: prnewswire-all.</summary>
    public required string Key { get; init; }

    /// <summary>The key of the wire whose reader understands it: lelezard, prnewswire; for a folder, any document tells itself.</summary>
    public required string Wire { get; init; }

    /// <summary>feed (RSS and the like), list (a page of links to releases) or folder.</summary>
    public required string Kind { get; init; }

    /// <summary>An http or https address, or a folder's path.</summary>
    public required string Address { get; init; }

    /// <summary>How often to ask.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The IANA zone its clock times are in.</summary>
    public string Zone { get; init; } = "America/New_York";

    /// <summary>False keeps the source in the list without asking it.</summary>
    public bool Enabled { get; init; } = true;
}
