using NewsWire.Data;

namespace NewsWire.Ingest.Fetch;

/// <summary>What to ask, and what we remember of the last answer so that an unchanged one need not be sent again.</summary>
internal sealed record FetchRequest(Uri Address, string? ETag = null, string? LastModified = null);

/// <summary>How a request ended. A failure of the wire or the network is a value, never an exception.</summary>
internal abstract record FetchResult
{
    private FetchResult() { }

    /// <summary>A document came.</summary>
    internal sealed record Fetched(SourceDocument Document, int StatusCode, string? ETag, string? LastModified) : FetchResult;

    /// <summary>The wire says nothing has changed since we last asked.</summary>
    internal sealed record NotModified : FetchResult;

    /// <summary>The request was not sent: its host asked earlier for a pause that is not over. It says nothing about the source.</summary>
    /// <param name="Authority">As <see cref="OpenableAddress.Authority"/>.</param>
    /// <param name="Wait">What remains of the pause.</param>
    internal sealed record Held(string Authority, TimeSpan Wait) : FetchResult;

    /// <summary>No document came.</summary>
    /// <param name="Reason">One plain sentence for the wires page: what happened. It holds no time and no secret.</param>
    /// <param name="StatusCode">The HTTP status, or null where no answer came.</param>
    /// <param name="RetryAfter">How long the wire asks us to wait, or null.</param>
    /// <param name="Final">True where another request cannot help (404, 410, an address that is not opened).</param>
    internal sealed record Refused(FailureKind Kind, string Reason, int? StatusCode = null, TimeSpan? RetryAfter = null, bool Final = false) : FetchResult
    {
        /// <summary>One sentence: what to change; null where nothing but the kind tells (<see cref="Remedies.OfSource"/>).</summary>
        public string? Remedy { get; init; }

        /// <summary>The authority that asked for <see cref="RetryAfter"/>: that of a redirect's target where there was one; else null.</summary>
        public string? Authority { get; init; }
    }
}
