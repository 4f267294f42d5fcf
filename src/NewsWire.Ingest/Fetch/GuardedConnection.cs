using System.Net;
using System.Net.Sockets;
using Polly;
using Polly.Retry;

namespace NewsWire.Ingest.Fetch;

/// <summary>
/// Opens connections for the HTTP client. It resolves the name, checks every address and connects to the address that was checked, so that
/// a change of DNS between check and connection (DNS rebinding) has no effect.
/// </summary>
internal sealed class GuardedConnection
{
    private readonly AddressGuard _guard;
    private readonly TimeProvider _time;
    private readonly TimeSpan _limit;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly ResiliencePipeline _twice;

    public GuardedConnection(FetchOptions options, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        _guard = new AddressGuard(options.AllowedNetworks);
        _time = time;
        _limit = options.ConnectLimit;
        _resolve = resolve ?? Dns.GetHostAddressesAsync;
        _twice = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = 1,
                Delay = options.Spacing,
                ShouldHandle = new PredicateBuilder().Handle<SocketException>(trouble => trouble.SocketErrorCode
                    is SocketError.TryAgain or SocketError.ConnectionRefused or SocketError.ConnectionReset
                    or SocketError.HostUnreachable or SocketError.NetworkUnreachable),
            })
            .Build();
    }

    /// <summary>The signature of SocketsHttpHandler.ConnectCallback.</summary>
    public ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken token) =>
        _twice.ExecuteAsync(OpenOnceAsync, context.DnsEndPoint, token);

    private async ValueTask<Stream> OpenOnceAsync(DnsEndPoint target, CancellationToken token)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await _resolve(target.Host, token);
        var refused = addresses.Where(address => _guard.Refuses(address) is not null).ToArray();
        if (refused.Length > 0)
            throw new AddressRefusedException(_guard.Refuses(refused[0])!, refused, isLiteral: literal is not null);

        var trouble = SocketError.HostNotFound;
        foreach (var address in addresses)
        {
            // Limits the time per address, so that one that drops packets leaves time for the next.
            using var share = new CancellationTokenSource(_limit / Math.Min(addresses.Length, 3), _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(token, share.Token);
            try
            {
                return await ConnectAsync(new IPEndPoint(address, target.Port), either.Token);
            }
            catch (SocketException failed)
            {
                trouble = failed.SocketErrorCode;
            }
            catch (OperationCanceledException) when (!token.IsCancellationRequested)
            {
                trouble = SocketError.TimedOut;
            }
        }
        throw new SocketException((int)trouble);
    }

    private static async Task<Stream> ConnectAsync(IPEndPoint target, CancellationToken token)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A refusal of <see cref="AddressGuard"/>, thrown through the HTTP client; WebFetcher turns it into a value.</summary>
/// <param name="kind">What the first of the addresses is: private, reserved.</param>
/// <param name="addresses">All addresses of the host that are refused, at least one.</param>
internal sealed class AddressRefusedException(string kind, IReadOnlyList<IPAddress> addresses, bool isLiteral) : Exception($"{addresses[0]} is a {kind} address.")
{
    public string Kind => kind;
    public IReadOnlyList<IPAddress> Addresses => addresses;

    /// <summary>True where the address itself was written and not a name, which may lead elsewhere later.</summary>
    public bool IsLiteral => isLiteral;
}
