using System.Collections.Concurrent;

namespace NewsWire.Ingest.Fetch;

/// <summary>Per-host politeness: one request at a time, minimum spacing between their starts. Retry-After holds one port of a host.</summary>
internal sealed class HostPacing(TimeProvider time, TimeSpan spacing)
{
    /// <summary>Maximum number of hosts remembered; beyond it idle ones are evicted.</summary>
    public const int Capacity = 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly long _origin = time.GetTimestamp();

    // Monotonic time, so that changes of the system clock neither block nor release a host.
    private TimeSpan Now => time.GetElapsedTime(_origin);

    /// <summary>Number of hosts remembered now.</summary>
    public int Count
    {
        get { lock (_lock) return _hosts.Count; }
    }

    /// <summary>
    /// Waits for the host's turn; dispose the result when the response has been read. While a Retry-After of this port is in effect it
    /// returns at once with the remaining time, and the request must not be made.
    /// </summary>
    public async Task<Turn> EnterAsync(string name, int port, CancellationToken token)
    {
        var host = Join(name);
        var entered = false;
        try
        {
            await host.Gate.WaitAsync(token);
            entered = true;
            while (host.HeldUntil(port) <= Now && host.NextStart > Now)
                await Task.Delay(WholeMilliseconds(host.NextStart - Now), time, token);
            var held = host.HeldUntil(port) - Now;
            if (held <= TimeSpan.Zero)
                host.NextStart = Now + spacing;
            return new Turn(this, host, port, held > TimeSpan.Zero ? held : TimeSpan.Zero);
        }
        catch
        {
            Leave(host, entered);
            throw;
        }
    }

    private Host Join(string name)
    {
        lock (_lock)
        {
            if (!_hosts.TryGetValue(name, out var host))
            {
                if (_hosts.Count >= Capacity)
                    Forget();
                _hosts[name] = host = new Host();
            }
            host.Users++;
            return host;
        }
    }

    private void Leave(Host host, bool entered)
    {
        lock (_lock)
        {
            host.Users--;
            if (entered)
                host.Gate.Release();
        }
    }

    private void Forget()
    {
        var idle = _hosts.Where(pair => pair.Value.Users == 0).OrderBy(pair => pair.Value.FreeAt).ToList();
        var over = _hosts.Count - Capacity + 1;
        // At capacity, evict all idle hosts whose delay has elapsed, and if need be those available next,
        // although their delay is then forgotten.
        foreach (var (name, host) in idle.Where((pair, index) => pair.Value.FreeAt <= Now || index < over))
        {
            _hosts.Remove(name);
            host.Dispose();
        }
    }

    // A delay shorter than the timer's resolution would end early and repeat in a busy loop.
    private static TimeSpan WholeMilliseconds(TimeSpan span) => TimeSpan.FromMilliseconds(Math.Ceiling(span.TotalMilliseconds));

    /// <summary>Permission for one request to a host.</summary>
    internal sealed class Turn(HostPacing pacing, Host host, int port, TimeSpan heldFor) : IDisposable
    {
        private bool _left;

        /// <summary>Remaining time of the port's Retry-After; zero where a request may be made.</summary>
        public TimeSpan HeldFor => heldFor;

        /// <summary>Records a Retry-After: no request is made to this port of the host for this duration.</summary>
        public void HoldBack(TimeSpan duration) => host.Hold(port, pacing.Now + duration, pacing.Now);

        public void Dispose()
        {
            if (_left)
                return;
            _left = true;
            pacing.Leave(host, entered: true);
        }
    }

    /// <summary>State of one host. Its times are changed only while holding its semaphore.</summary>
    internal sealed class Host : IDisposable
    {
        private readonly ConcurrentDictionary<int, TimeSpan> _held = new();

        public SemaphoreSlim Gate { get; } = new(1, 1);
        public int Users { get; set; }
        public TimeSpan NextStart { get; set; }
        public TimeSpan FreeAt => _held.Values.Append(NextStart).Max();

        public TimeSpan HeldUntil(int port) => _held.GetValueOrDefault(port);

        public void Hold(int port, TimeSpan until, TimeSpan now)
        {
            foreach (var (other, end) in _held)
            {
                if (end <= now)
                    _held.TryRemove(other, out _);
            }
            _held[port] = until > HeldUntil(port) ? until : HeldUntil(port);
        }

        public void Dispose() => Gate.Dispose();
    }
}
