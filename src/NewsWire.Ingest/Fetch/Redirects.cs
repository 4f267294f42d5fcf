using System.Net;

namespace NewsWire.Ingest.Fetch;

/// <summary>Follows redirects one at a time; the caller checks each target as it checked the first address.</summary>
internal static class Redirects
{
    public static bool Is(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    /// <summary>The next address, or why it is not followed.</summary>
    public static (Uri? Next, FetchResult.Refused? Refusal) Follow(Uri from, string? location, int status)
    {
        if (string.IsNullOrWhiteSpace(location) || !Uri.TryCreate(from, location.Trim(), out var next))
            return (null, new("It sends us on without a readable address.", status));
        if (from.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
            return (null, new("It sends us from https to plain http, which NewsWire does not follow.", status));
        // Fragments are not sent to servers.
        return (next.Fragment.Length == 0 ? next : new Uri(next.GetLeftPart(UriPartial.Query)), null);
    }
}
