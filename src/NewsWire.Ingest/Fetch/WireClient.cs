using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace NewsWire.Ingest.Fetch;

/// <summary>Configures the HTTP client: its User-Agent, and the features that are turned off for safety.</summary>
internal static class WireClient
{
    private const string Accept =
        "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.9, */*;q=0.5";

    public static HttpClient Create(FetchOptions options, GuardedConnection connection)
    {
#pragma warning disable RS0030 // The only HttpClient of the program: all other code uses WebFetcher, which owns it.
        var client = new HttpClient(Handler(options, connection)) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore RS0030
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent(options.Contact));
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", Accept);
        return client;
    }

    /// <summary>Turns off automatic proxies, redirects and cookies, which would bypass our own checks.</summary>
    public static SocketsHttpHandler Handler(FetchOptions options, GuardedConnection connection) => new()
    {
        ConnectCallback = connection.OpenAsync,
        ConnectTimeout = options.ConnectLimit,
        // Behind a proxy the guard would see only the proxy's address.
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        Credentials = null,
        AutomaticDecompression = DecompressionMethods.All,
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 64 * 1024,
        // Limits the age of pooled connections, so that DNS changes are noticed and checked.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null,
        // Latin-1 preserves every byte of an ETag.
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = (name, _) => name.Equals("Location", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : Encoding.Latin1,
    };

    /// <summary>A header's value as sent, or null; the first one where it is repeated.</summary>
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
