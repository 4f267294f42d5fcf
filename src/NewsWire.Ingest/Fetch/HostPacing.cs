namespace NewsWire.Ingest.Fetch;

/// <summary>Manners towards a host: one request at a time, a pause between their starts, and none while it asks us to stay away.</summary>
internal sealed class HostPacing(TimeProvider time, TimeSpan spacing)
{
    /// <summary>How many hosts are remembered before idle ones are forgotten.</summary>
    public const int Capacity = 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly long _origin = time.GetTimestamp();

    // Time since we began: setting the machine's clock must not hold a host back or set it free.
    private TimeSpan Now => time.GetElapsedTime(_origin);

    /// <summary>How many hosts are remembered now.</summary>
    public int Count
    {
        get { lock (_lock) return _hosts.Count; }
    }

    /// <summary>
    /// Waits for this host's turn; dispose it when the answer has been read. Where the host asked us to stay away there
    /// is nothing to wait for: the turn says at once for how long, and the request must not be made.
    /// </summary>
    public async Task<Turn> EnterAsync(string name, CancellationToken token)
    {
        var host = Join(name);
        var entered = false;
        try
        {
            await host.Gate.WaitAsync(token);
            entered = true;
            while (host.HeldUntil <= Now && host.NextStart > Now)
                await Task.Delay(WholeMilliseconds(host.NextStart - Now), time, token);
            var held = host.HeldUntil - Now;
            if (held <= TimeSpan.Zero)
                host.NextStart = Now + spacing;
            return new Turn(this, host, held > TimeSpan.Zero ? held : TimeSpan.Zero);
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
        // Those that may be asked again lose nothing; beyond them memory comes before manners, and whoever is free soonest goes.
        foreach (var (name, host) in idle.Where((pair, index) => pair.Value.FreeAt <= Now || index < over))
        {
            _hosts.Remove(name);
            host.Dispose();
        }
    }

    // A delay shorter than a timer's tick would come back early and turn in circles.
    private static TimeSpan WholeMilliseconds(TimeSpan span) => TimeSpan.FromMilliseconds(Math.Ceiling(span.TotalMilliseconds));

    /// <summary>The right to ask a host once.</summary>
    internal sealed class Turn(HostPacing pacing, Host host, TimeSpan heldFor) : IDisposable
    {
        private bool _left;

        /// <summary>For how long the host still asks us to stay away; zero where it may be asked.</summary>
        public TimeSpan HeldFor => heldFor;

        /// <summary>The host asked us to stay away: nobody asks it before then.</summary>
        public void HoldBack(TimeSpan duration)
        {
            var until = pacing.Now + duration;
            host.HeldUntil = until > host.HeldUntil ? until : host.HeldUntil;
        }

        public void Dispose()
        {
            if (_left)
                return;
            _left = true;
            pacing.Leave(host, entered: true);
        }
    }

    /// <summary>What is remembered of a host. Its times are changed only by whoever holds its gate.</summary>
    internal sealed class Host : IDisposable
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);
        public int Users { get; set; }
        public TimeSpan NextStart { get; set; }
        public TimeSpan HeldUntil { get; set; }
        public TimeSpan FreeAt => HeldUntil > NextStart ? HeldUntil : NextStart;

        public void Dispose() => Gate.Dispose();
    }
}
