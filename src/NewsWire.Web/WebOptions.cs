namespace NewsWire.Web;

/// <summary>The settings under Web.</summary>
public sealed class WebOptions
{
    /// <summary>False leaves out the pages: this machine then only gathers, and answers for its health.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The IANA zone of a reader whose browser has not said where it is.</summary>
    public string Zone { get; init; } = "UTC";
}
