namespace NewsWire.Web;

/// <summary>The settings under Web.</summary>
public sealed class WebOptions
{
    /// <summary>False leaves out the pages: this machine then only gathers, and answers for its health.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The IANA zone of a reader whose browser has not said where it is.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>Where readers reach the pages, for the addresses pages give of themselves: http or https and a host, without a path.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>True lets a reader ask a release's page to load its images from the hosts they lie on. Without being asked no page does.</summary>
    public bool Images { get; init; }
}
