namespace NewsWire.Web;

/// <summary>The settings under Web.</summary>
public sealed class WebOptions
{
    /// <summary>False: this machine serves no pages; it only ingests and answers health checks.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The IANA time zone of readers whose browser has not sent its own.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>Where readers reach the pages, for the addresses pages give of themselves: http or https and a host, without a path.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>True lets a reader ask a release's page to load its images from the hosts they lie on. Without being asked no page does.</summary>
    public bool Images { get; init; }
}
