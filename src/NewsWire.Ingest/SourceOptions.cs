using System.ComponentModel.DataAnnotations;

namespace NewsWire.Ingest;

/// <summary>One place to read from, as configured under Ingestion:Sources.</summary>
public sealed class SourceOptions
{
    /// <summary>The unique name of the source, such as prnewswire-all, compared without regard to case.</summary>
    public required string Key { get; set; }

    /// <summary>The key of the wire whose reader is used, such as lelezard; “other” for any feed or folder.</summary>
    public required string Wire { get; init; }

    /// <summary>“feed” (RSS, Atom, JSON Feed), “list” (a page of links to releases) or “folder”.</summary>
    public required string Kind { get; init; }

    /// <summary>An http or https address, or a folder's path.</summary>
    public required string Address { get; init; }

    /// <summary>Time between two requests.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "365.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>IANA time zone of clock times that state no zone.</summary>
    public string Zone { get; init; } = "America/New_York";

    /// <summary>False keeps the source in the list without reading it.</summary>
    public bool Enabled { get; init; } = true;
}
