using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace NewsWire.Ingest.Fetch;

/// <summary>The client itself: what it says of us, and everything it must not do.</summary>
internal static class WireClient
{
    private const string Accept =
        "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.9, */*;q=0.5";

    public static HttpClient Create(FetchOptions options, GuardedConnection connection)
    {
#pragma warning disable RS0030 // This is the one way out: every other part of the program asks WebFetcher, which owns this client.
        var client = new HttpClient(Handler(options, connection)) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore RS0030
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent(options.Contact));
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", Accept);
        return client;
    }

    /// <summary>Everything the client would otherwise do of its own accord is switched off here.</summary>
    public static SocketsHttpHandler Handler(FetchOptions options, GuardedConnection connection) => new()
    {
        ConnectCallback = connection.OpenAsync,
        ConnectTimeout = options.ConnectLimit,
        // The guard sees who we connect to; behind a proxy it would see the proxy only.
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        Credentials = null,
        AutomaticDecompression = DecompressionMethods.All,
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 64 * 1024,
        // A name that moves is noticed, and judged anew.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null,
        // An ETag goes back byte for byte, whatever bytes they were.
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = (name, _) => name.Equals("Location", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : Encoding.Latin1,
    };

    /// <summary>A header as it was sent, or null; the first where it was sent twice.</summary>
    public static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static string UserAgent(string contact)
    {
        var name = $"NewsWire/{typeof(WireClient).Assembly.GetName().Version?.ToString(3)}";
        if (string.IsNullOrWhiteSpace(contact))
            return name;
        return contact.All(c => c is >= ' ' and <= '~' and not '(' and not ')' and not '\\')
            ? $"{name} (+{contact.Trim()})"
            : throw new FormatException("Ingestion:Contact may have letters, digits and signs of ASCII only, and no brackets: it is sent as a header.");
    }
}
