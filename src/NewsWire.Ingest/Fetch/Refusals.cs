using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.AspNetCore.WebUtilities;

namespace NewsWire.Ingest.Fetch;

/// <summary>What went wrong, as one plain sentence. Nothing the wire wrote is repeated: it would stand on our page.</summary>
internal static class Refusals
{
    /// <summary>Answers below 500 that may be another one tomorrow: refused for now, too early, too many.</summary>
    private static readonly int[] Passing = [403, 408, 409, 421, 423, 425, 429];

    private static readonly string[] ChallengeHeaders = ["cf-mitigated", "x-amzn-waf-action"];

    public static FetchResult.Refused NotFound(string host, bool final = false) => new($"{host} could not be found from this machine.", Final: final);

    public static FetchResult.Refused HeldBack(string host, TimeSpan wait, DateTimeOffset now) =>
        new(FormattableString.Invariant($"{host} asked us to stay away until {now.UtcDateTime + wait:yyyy-MM-dd HH:mm} UTC."), RetryAfter: wait);

    /// <summary>True where a check for robots came in place of the document, whatever status it was sent with.</summary>
    public static bool IsChallenge(HttpResponseMessage answer) =>
        (int)answer.StatusCode == 202
        || Array.Exists(ChallengeHeaders, answer.Headers.NonValidated.Contains)
        || ((int)answer.StatusCode == 403 && answer.Headers.NonValidated.Contains("x-datadome"));

    /// <summary>For every answer that is neither a document nor "unchanged" nor a redirect.</summary>
    public static FetchResult.Refused OfAnswer(HttpResponseMessage answer, DateTimeOffset now)
    {
        var status = (int)answer.StatusCode;
        var name = ReasonPhrases.GetReasonPhrase(status);
        var said = name.Length > 0 ? $"It answered {status} {name}" : $"It answered {status}";
        if (IsChallenge(answer))
            return new($"{said} with a check for robots in place of the document.", status, Wait(answer, now));
        return new(
            status == 403 ? $"{said}: it does not let this program read." : $"{said}.",
            status,
            Wait(answer, now),
            Final: status is >= 400 and < 500 && !Passing.Contains(status));
    }

    /// <summary>For what the network or the client threw.</summary>
    public static FetchResult.Refused OfTrouble(Exception trouble, Uri address, bool redirected, FetchOptions options)
    {
        var host = OpenableAddress.Host(address);
        for (var cause = trouble; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AddressRefusedException refused:
                    var where = redirected ? "It sends us to" : refused.IsLiteral ? "This is" : $"{host} leads to";
                    return new($"{where} a {refused.Kind} address ({refused.Address}), which NewsWire does not open.", Final: refused.IsLiteral && !redirected);
                case SocketException socket:
                    return OfSocket(socket.SocketErrorCode, host, options);
                case AuthenticationException:
                    return new($"No secure connection to {host} could be made; its certificate may be wrong.");
                case InvalidDataException:
                    return new("The answer could not be unpacked.");
            }
        }
        return trouble switch
        {
            OperationCanceledException => NoConnection(options),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => NotFound(host),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new($"No secure connection to {host} could be made."),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new("The headers of its answer are larger than any wire needs."),
            HttpIOException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new("The headers of its answer are larger than any wire needs."),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => new("What it answered is not HTTP."),
            _ => new("The connection broke off before the answer was complete."),
        };
    }

    public static FetchResult.Refused TooSlow(FetchOptions options) => new($"No answer within {Seconds(options.TimeLimit)}.");

    private static FetchResult.Refused NoConnection(FetchOptions options) => new($"No connection within {Seconds(options.ConnectLimit)}.");

    private static FetchResult.Refused OfSocket(SocketError error, string host, FetchOptions options) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery => NotFound(host),
        SocketError.ConnectionRefused => new("The connection was refused."),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.AddressFamilyNotSupported or SocketError.AddressNotAvailable
            => new($"{host} cannot be reached from this machine."),
        SocketError.TimedOut => NoConnection(options),
        _ => new("The connection broke off before the answer was complete."),
    };

    private static TimeSpan? Wait(HttpResponseMessage answer, DateTimeOffset now) =>
        (int)answer.StatusCode is 429 or 503 ? RetryAfter.Read(WireClient.Header(answer.Headers, "Retry-After"), now) : null;

    private static string Seconds(TimeSpan span) => FormattableString.Invariant($"{span.TotalSeconds:0.###} {(span == TimeSpan.FromSeconds(1) ? "second" : "seconds")}");
}
