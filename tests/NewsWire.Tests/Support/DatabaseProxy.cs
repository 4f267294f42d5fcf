using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace NewsWire.Tests.Support;

/// <summary>A TCP proxy in front of the tests' PostgreSQL, which can be cut off or hold back every byte while connected.</summary>
internal sealed class DatabaseProxy : IAsyncDisposable
{
    private readonly EndPoint _server;
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _held = new(0);
    private readonly Lock _lock = new();
    private readonly List<Socket> _open = [];
    // Bound and never listening: nobody else gets the port while the proxy refuses connections.
    private readonly Socket _reserved = Bind(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly IPEndPoint _address;
    private Socket? _listener;
    private volatile TaskCompletionSource? _gate;

    /// <param name="connectionString">The server behind the proxy, by TCP or by its socket's folder.</param>
    public DatabaseProxy(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        _server = settings.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint(Path.Combine(settings.Host, $".s.PGSQL.{settings.Port}"))
            : new DnsEndPoint(settings.Host, settings.Port);
        _address = (IPEndPoint)_reserved.LocalEndPoint!;
        Restore();
        settings.Host = "127.0.0.1";
        settings.Port = _address.Port;
        ConnectionString = settings.ConnectionString;
    }

    /// <summary>The connection string that leads through the proxy.</summary>
    public string ConnectionString { get; }

    /// <summary>Ends every connection and refuses new ones.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            _listener?.Dispose();
            _listener = null;
            foreach (var socket in _open)
                socket.Close(0);
            _open.Clear();
        }
        // The system closes a listening socket a moment after its owner.
        while (IsListening())
            Thread.Yield();
    }

    /// <summary>Takes connections again, at the same port.</summary>
    public void Restore()
    {
        lock (_lock)
        {
            _listener = Bind(_address);
            _listener.Listen();
            _ = AcceptAsync(_listener, _end.Token);
        }
    }

    /// <summary>From now on connections are accepted and nothing is passed on.</summary>
    public void Hold() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a message for the server has been held back.</summary>
    public Task HeldAsync(CancellationToken token) => _held.WaitAsync(token);

    public void Release()
    {
        _gate?.TrySetResult();
        _gate = null;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Release();
        Cut();
        _reserved.Dispose();
        _end.Dispose();
    }

    private static Socket Bind(IPEndPoint address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        // Lets the reserved and the listening socket share the port.
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(address);
        return socket;
    }

    private bool IsListening()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Connect(_address);
            return true;
        }
        catch (SocketException refused)
        {
            return refused.SocketErrorCode != SocketError.ConnectionRefused;
        }
    }

    private async Task AcceptAsync(Socket listener, CancellationToken token)
    {
        try
        {
            while (true)
                _ = JoinAsync(await listener.AcceptAsync(token), token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Cut, or disposed.
        }
    }

    private async Task JoinAsync(Socket client, CancellationToken token)
    {
        using var server = _server is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        lock (_lock)
            _open.AddRange([client, server]);
        try
        {
            await server.ConnectAsync(_server, token);
            await Task.WhenAny(PumpAsync(client, server, isRequest: true, token), PumpAsync(server, client, isRequest: false, token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One of the ends has gone, and so goes the other.
        }
        client.Dispose();
    }

    private async Task PumpAsync(Socket from, Socket to, bool isRequest, CancellationToken token)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, token) is > 0 and var count)
            {
                if (_gate is { } gate)
                {
                    if (isRequest)
                        _held.Release();
                    await gate.Task.WaitAsync(token);
                }
                await to.SendAsync(buffer.AsMemory(0, count), token);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One of the ends has gone.
        }
    }
}
