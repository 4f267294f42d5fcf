using System.ComponentModel.DataAnnotations;

namespace NewsWire.Ingest;

/// <summary>The settings under Ingestion: the sources, and how they are worked on.</summary>
public sealed class IngestionOptions
{
    /// <summary>False on machines that only serve pages.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many documents are processed in parallel.</summary>
    [Range(1, 64)]
    public int Workers { get; set; } = 4;

    /// <summary>How long a worker with nothing to do waits before it looks again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Idle { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a document is kept for the worker that took it: longer than reading may take. After a crash it is free again then.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Where relative folder addresses begin, and made there; null for the current folder.</summary>
    public string? FolderRoot { get; set; }

    /// <summary>
    /// Where to read from. The member name is the source's key, in lower case because configuration does not tell upper case
    /// from lower, unless the source has a Key of its own, as in settings that number their sources.
    /// </summary>
    public IDictionary<string, SourceOptions> Sources { get; set; } =
        new Dictionary<string, SourceOptions>(StringComparer.OrdinalIgnoreCase);
}
