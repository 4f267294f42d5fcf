using System.Net;
using NewsWire.Data;

namespace NewsWire.Ingest.Fetch;

/// <summary>Where a redirect leads. The next address is judged like the first one.</summary>
internal static class Redirects
{
    public static bool Is(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    /// <summary>The next address, or why it is not followed.</summary>
    public static (Uri? Next, FetchResult.Refused? Refusal) Follow(Uri from, string? location, int status)
    {
        if (string.IsNullOrWhiteSpace(location) || !Uri.TryCreate(from, location.Trim(), out var next))
            return (null, new(FailureKind.Unexpected, "It redirects without a readable address.", status));
        if (from.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
            return (null, new(FailureKind.Unexpected, "It redirects from https to plain http, which NewsWire does not follow.", status));
        // The part after # is for browsers, not for the wire.
        return (next.Fragment.Length == 0 ? next : new Uri(next.GetLeftPart(UriPartial.Query)), null);
    }
}
