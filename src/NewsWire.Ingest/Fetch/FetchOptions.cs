namespace NewsWire.Ingest.Fetch;

/// <summary>How NewsWire asks, as configured under Ingestion.</summary>
internal sealed class FetchOptions
{
    /// <summary>The section of the configuration it is bound from.</summary>
    public const string Section = "Ingestion";

    /// <summary>An address or mailbox wires can turn to, sent with every request; without one they see name and version only.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Networks such as 10.1.0.0/16 that may be opened although they are private. Empty: none.</summary>
    public IList<string> AllowedNetworks { get; set; } = [];

    /// <summary>The least time between two requests to one host.</summary>
    public TimeSpan Spacing { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one document may take, redirects included, from the moment its host is asked.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long making a connection may take.</summary>
    public TimeSpan ConnectLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest document taken, counted after unpacking.</summary>
    public int MaximumBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>How many times one request may be sent on to another address.</summary>
    public int MaximumRedirects { get; set; } = 5;
}
