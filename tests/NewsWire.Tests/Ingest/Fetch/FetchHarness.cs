using System.Net;
using Microsoft.Extensions.Logging;
using NewsWire.Ingest;
using NewsWire.Ingest.Fetch;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Fetch;

/// <summary>A stub wire and a fetcher that may only connect to this machine.</summary>
internal sealed class FetchHarness : IAsyncDisposable
{
    private readonly WebFetcher _fetcher;

    private FetchHarness(StubWireServer server, FetchOptions options, TimeProvider time, ISampleWire? sample, Func<string, CancellationToken, Task<IPAddress[]>>? resolve)
    {
        Server = server;
        _fetcher = new WebFetcher(options, time, sample, Log, resolve);
    }

    public StubWireServer Server { get; }
    public LinesLogger Log { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Without spacing between requests and with only 127.0.0.1 allowed, unless the test sets otherwise.</summary>
    public static async Task<FetchHarness> StartAsync(
        Action<FetchOptions>? configure = null, TimeProvider? time = null, ISampleWire? sample = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        var options = new FetchOptions { AllowedNetworks = ["127.0.0.1/32"], Spacing = TimeSpan.Zero };
        configure?.Invoke(options);
        return new FetchHarness(await StubWireServer.StartAsync(Token), options, time ?? TimeProvider.System, sample, resolve);
    }

    public Task<FetchResult> FetchAsync(Uri address, CancellationToken? token = null) => FetchAsync(new FetchRequest(address), token);

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken? token = null) => _fetcher.FetchAsync(request, token ?? Token);

    public Task<FetchResult> FetchAsync(string path) => FetchAsync(Server.Address(path));

    public async Task<FetchResult.Refused> RefusedAsync(Uri address) => Assert.IsType<FetchResult.Refused>(await FetchAsync(address));

    public Task<FetchResult.Refused> RefusedAsync(string path) => RefusedAsync(Server.Address(path));

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await Server.DisposeAsync();
    }

    internal sealed class LinesLogger : ILogger<WebFetcher>
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines => _lines;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Add(formatter(state, exception));
    }
}
