using System.Net;
using Microsoft.Extensions.Logging;
using NewsWire.Data;

namespace NewsWire.Ingest.Fetch;

/// <summary>
/// The outgoing HTTP client: conditional requests, guarded redirects, limits. Whatever a wire or the network does becomes a
/// value; only the caller's own cancellation is thrown.
/// </summary>
internal sealed partial class WebFetcher : IDisposable
{
    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly ISampleWire? _sample;
    private readonly ILogger<WebFetcher> _log;
    private readonly HostPacing _pacing;
    private readonly HttpClient _client;

    public WebFetcher(FetchOptions options, TimeProvider time, ISampleWire? sample, ILogger<WebFetcher> log, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        _options = options;
        _time = time;
        _sample = sample;
        _log = log;
        _pacing = new HostPacing(time, options.Spacing);
        _client = WireClient.Create(options, new GuardedConnection(options, time, resolve));
    }

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var result = await FollowAsync(request, token);
        switch (result)
        {
            case FetchResult.Fetched fetched:
                LogFetched(Shown(request.Address), fetched.Document.Bytes.Length);
                break;
            case FetchResult.NotModified:
                LogNotModified(Shown(request.Address));
                break;
            case FetchResult.Refused refused:
                LogRefused(Shown(request.Address), refused.Reason);
                break;
            case FetchResult.Held held:
                LogHeld(Shown(request.Address), held.Authority, held.Wait);
                break;
        }
        return result;
    }

    public void Dispose() => _client.Dispose();

    private async Task<FetchResult> FollowAsync(FetchRequest request, CancellationToken token)
    {
        using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, limit.Token);
        var address = request.Address;
        var hop = 0;
        var used = TimeSpan.Zero;
        try
        {
            for (; hop <= _options.MaximumRedirects; hop++)
            {
                if (OpenableAddress.Refusal(address) is { } refusal)
                    return hop == 0 ? refusal : refusal with { Kind = FailureKind.Unexpected, Reason = $"It redirects elsewhere. {refusal.Reason}", Final = false };
                var host = OpenableAddress.Host(address);
                if (OpenableAddress.IsInvented(address))
                    return hop == 0 && _sample is not null ? Sample(_sample, address) : Refusals.NotFound(host, final: hop == 0);

                // Waiting for one's turn is our doing: only the wire's time counts.
                limit.CancelAfter(Timeout.InfiniteTimeSpan);
                using var turn = await _pacing.EnterAsync(host, address.Port, either.Token);
                if (turn.HeldFor > TimeSpan.Zero)
                    return new FetchResult.Held(OpenableAddress.Authority(address), turn.HeldFor);
                var sent = _time.GetTimestamp();
                limit.CancelAfter(_options.TimeLimit > used ? _options.TimeLimit - used : TimeSpan.Zero);
                using var question = Question(address, request);
                using var answer = await _client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, either.Token);
                if (!Redirects.Is(answer.StatusCode))
                    return await ReadAsync(answer, address, request, turn, either.Token);

                var (next, lost) = Redirects.Follow(address, WireClient.Header(answer.Headers, "Location"), (int)answer.StatusCode);
                if (next is null)
                    return lost!;
                LogRedirected(Shown(address), Shown(next));
                used += _time.GetElapsedTime(sent);
                address = next;
            }
            return new FetchResult.Refused(FailureKind.Unexpected, $"It redirects more than {_options.MaximumRedirects} times.") { Remedy = "Check the source's Address; Ingestion:MaximumRedirects is the limit." };
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            token.ThrowIfCancellationRequested();
            return limit.IsCancellationRequested
                ? Refusals.TooSlow(_options)
                : Refusals.OfTrouble(trouble, address, redirected: hop > 0, _options);
        }
    }

    private async Task<FetchResult> ReadAsync(HttpResponseMessage answer, Uri address, FetchRequest request, HostPacing.Turn turn, CancellationToken token)
    {
        var status = (int)answer.StatusCode;
        if (status == 304 && (request.ETag ?? request.LastModified) is not null)
            return new FetchResult.NotModified();
        if (status is not (200 or 203) || Refusals.IsChallenge(answer))
        {
            var refusal = Refusals.OfAnswer(answer, _time.GetUtcNow());
            if (refusal.RetryAfter is not { } wait)
                return refusal;
            turn.HoldBack(wait);
            return refusal with { Authority = OpenableAddress.Authority(address) };
        }

        if (answer.Content.Headers.ContentLength is { } length && length > _options.MaximumBytes)
            return Refusals.TooLarge(LimitedBody.TooLarge(length, _options.MaximumBytes), status);
        await using var body = await answer.Content.ReadAsStreamAsync(token);
        if (await LimitedBody.ReadAsync(body, _options.MaximumBytes, token) is not { } bytes)
            return Refusals.TooLarge(LimitedBody.TooLarge(_options.MaximumBytes), status);

        var document = new SourceDocument(bytes, address, null, WireClient.Header(answer.Content.Headers, "Content-Type"), _time.GetUtcNow());
        return new FetchResult.Fetched(document, status, Remembered(WireClient.Header(answer.Headers, "ETag")), Remembered(WireClient.Header(answer.Content.Headers, "Last-Modified")));
    }

    private FetchResult Sample(ISampleWire sample, Uri address)
    {
        var now = _time.GetUtcNow();
        if (sample.Read(address, now) is not { } bytes)
            return new FetchResult.Refused(FailureKind.Missing, "It answered 404 Not Found.", 404, Final: true);
        var type = Path.GetExtension(address.AbsolutePath) is ".rss" or ".xml" ? "application/rss+xml" : "text/html";
        return new FetchResult.Fetched(new SourceDocument(bytes, address, null, type, now), 200, null, null);
    }

    private static HttpRequestMessage Question(Uri address, FetchRequest request)
    {
        var question = new HttpRequestMessage(HttpMethod.Get, address);
        if (request.ETag is not null)
            question.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        if (request.LastModified is not null)
            question.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        return question;
    }

    private static string Shown(Uri address) => Secrets.OnOneLine(address.OriginalString);

    // It is sent back with every request: one of a page's length is not worth it.
    private static string? Remembered(string? header) => header is { Length: > 0 and <= 1024 } ? header : null;

    [LoggerMessage(1000, LogLevel.Debug, "{Address}: {Bytes} bytes")]
    private partial void LogFetched(string address, int bytes);

    [LoggerMessage(1001, LogLevel.Debug, "{Address}: not modified")]
    private partial void LogNotModified(string address);

    [LoggerMessage(1002, LogLevel.Debug, "{Address}: {Reason}")]
    private partial void LogRefused(string address, string reason);

    [LoggerMessage(1003, LogLevel.Debug, "{Address} redirects to {Next}")]
    private partial void LogRedirected(string address, string next);

    [LoggerMessage(1004, LogLevel.Debug, "{Address}: not requested; {Authority} asked for a pause, of which {Wait} remains")]
    private partial void LogHeld(string address, string authority, TimeSpan wait);
}
