using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using NewsWire.Data;

namespace NewsWire.Ingest.Fetch;

/// <summary>What went wrong, as one plain sentence. Nothing the wire wrote is repeated: it would stand on our page.</summary>
internal static class Refusals
{
    /// <summary>Answers below 500 that may be another one tomorrow: refused for now, too early, too many.</summary>
    private static readonly int[] Passing = [403, 408, 409, 421, 423, 425, 429];

    private static readonly string[] ChallengeHeaders = ["cf-mitigated", "x-amzn-waf-action"];

    public static FetchResult.Refused NotFound(string host, bool final = false) => new(FailureKind.Unreachable, $"{host} could not be found from this machine.", Final: final);

    /// <param name="reason">From <see cref="LimitedBody"/>.</param>
    public static FetchResult.Refused TooLarge(string reason, int? status = null) =>
        new(FailureKind.Blocked, reason, status) { Remedy = Remedies.Raise("Ingestion:MaximumBytes") };

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
            return new(FailureKind.Denied, $"{said} with a check for robots in place of the document.", status, Wait(answer, now));
        return new(
            KindOf(status),
            status == 403 ? $"{said}: it does not let this program read." : $"{said}.",
            status,
            Wait(answer, now),
            Final: status is >= 400 and < 500 && !Passing.Contains(status));
    }

    private static FailureKind KindOf(int status) => status switch
    {
        404 or 410 => FailureKind.Missing,
        401 or 403 or 407 or 451 => FailureKind.Denied,
        408 => FailureKind.Timeout,
        429 => FailureKind.Limited,
        >= 500 => FailureKind.Server,
        _ => FailureKind.Unexpected,
    };

    /// <summary>For what the network or the client threw.</summary>
    public static FetchResult.Refused OfTrouble(Exception trouble, Uri address, bool redirected, FetchOptions options)
    {
        var host = OpenableAddress.Host(address);
        for (var cause = trouble; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AddressRefusedException refused:
                    return OfGuard(refused, host, redirected);
                case SocketException socket:
                    return OfSocket(socket.SocketErrorCode, host, options);
                case AuthenticationException:
                    return Unreachable($"No secure connection to {host} could be made; its certificate may be wrong.");
                case InvalidDataException:
                    return new(FailureKind.Unreadable, "The answer could not be decompressed.");
            }
        }
        return trouble switch
        {
            OperationCanceledException => NoConnection(options),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => NotFound(host),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => Unreachable($"No secure connection to {host} could be made."),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new(FailureKind.Unexpected, "The headers of its answer are too large."),
            HttpIOException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new(FailureKind.Unexpected, "The headers of its answer are too large."),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => new(FailureKind.Unexpected, "Its answer is not HTTP."),
            _ => Unreachable("The connection broke off before the answer was complete."),
        };
    }

    public static FetchResult.Refused TooSlow(FetchOptions options) => new(FailureKind.Timeout, $"No complete answer within {Seconds(options.TimeLimit)}.");

    private static FetchResult.Refused NoConnection(FetchOptions options) =>
        new(FailureKind.Timeout, $"No connection within {Seconds(options.ConnectLimit)}.") { Remedy = "Check the host in the source's Address, and this machine's network." };

    private static FetchResult.Refused Unreachable(string reason) => new(FailureKind.Unreachable, reason);

    private static FetchResult.Refused OfGuard(AddressRefusedException refused, string host, bool redirected)
    {
        var kind = refused.Kind == "private" ? "in a private network" : "a reserved address";
        var reason = (redirected, refused.IsLiteral) switch
        {
            (true, _) => $"It redirects to {refused.Addresses[0]}, which is {kind}.",
            (_, true) => $"{refused.Addresses[0]} is {kind}.",
            _ => $"{host} leads to {refused.Addresses[0]}, which is {kind}.",
        };
        return new(FailureKind.Blocked, reason, Final: refused.IsLiteral && !redirected)
        {
            Remedy = Remedies.Allow(refused.Addresses.Select(AddressGuard.NetworkOf).Distinct(), redirected),
        };
    }

    private static FetchResult.Refused OfSocket(SocketError error, string host, FetchOptions options) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery => NotFound(host),
        SocketError.ConnectionRefused => Unreachable($"{host} refused the connection."),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.AddressFamilyNotSupported or SocketError.AddressNotAvailable
            => Unreachable($"{host} cannot be reached from this machine."),
        SocketError.TimedOut => NoConnection(options),
        _ => Unreachable("The connection broke off before the answer was complete."),
    };

    private static TimeSpan? Wait(HttpResponseMessage answer, DateTimeOffset now) =>
        (int)answer.StatusCode is 429 or 503 ? RetryAfter.Read(WireClient.Header(answer.Headers, "Retry-After"), now) : null;

    private static string Seconds(TimeSpan span) => FormattableString.Invariant($"{span.TotalSeconds:0.###} {(span == TimeSpan.FromSeconds(1) ? "second" : "seconds")}");
}
