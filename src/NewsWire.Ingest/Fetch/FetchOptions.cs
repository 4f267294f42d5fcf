using System.ComponentModel.DataAnnotations;

namespace NewsWire.Ingest.Fetch;

/// <summary>The settings under Ingestion of the outgoing client.</summary>
internal sealed class FetchOptions
{
    /// <summary>The section of the configuration it is bound from.</summary>
    public const string Section = "Ingestion";

    /// <summary>A web or mail address for the wires, sent with every request; empty: name and version only.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Networks such as 10.1.0.0/16 that may be opened although they are private. Empty: none.</summary>
    public IList<string> AllowedNetworks { get; set; } = [];

    /// <summary>The minimum time between two requests to one host.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Spacing { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Time limit for one document, redirects included, from the request on.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time limit for connecting.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ConnectLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Maximum document size in bytes, after decompression.</summary>
    [Range(1024, DocumentReader.MaximumBytes)]
    public int MaximumBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Redirects followed per request.</summary>
    [Range(0, 50)]
    public int MaximumRedirects { get; set; } = 5;
}
