using System.Globalization;
using Microsoft.Extensions.Logging;

namespace NewsWire.Data;

/// <summary>
/// Tells the operator of a database outage, for pages and ingestion together: one line when it begins, at most one a
/// minute while it lasts and its reason is the same, one when it is over. Reading and writing are two states, since a standby reads on.
/// </summary>
public sealed partial class DatabaseOutage(ILogger<DatabaseOutage> logger, TimeProvider time)
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ReasonEvery = TimeSpan.FromSeconds(10);

    // While one query fails another may still succeed: over is what has not failed for a while.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly State _reading = new();
    private readonly State _writing = new();

    /// <summary>A request could not be answered because of it.</summary>
    public void RequestFailed(DatabaseFailure failure) => Failed(failure, requests: 1);

    /// <summary>Background work met it, and will try again.</summary>
    public void WorkFailed(DatabaseFailure failure) => Failed(failure, requests: 0);

    /// <summary>A statement succeeded.</summary>
    public void Answered()
    {
        if (_reading.Lasts)
            Over(_reading, "answers");
    }

    /// <summary>A statement that writes succeeded.</summary>
    public void Wrote()
    {
        if (_writing.Lasts)
            Over(_writing, "accepts writes");
    }

    private void Failed(DatabaseFailure failure, int requests)
    {
        var state = failure.Kind == DatabaseFailureKind.ReadOnly ? _writing : _reading;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var begins = !state.Lasts;
            state.FailedAt = now;
            state.Requests += requests;
            state.AllRequests += requests;
            if (begins)
            {
                state.BeganAt = now;
                state.Lasts = true;
            }
            // An outage that comes and goes has no more lines than one that stays. Another reason is said sooner.
            if (now - state.SaidAt < (failure.Sentence == state.Said ? LineEvery : ReasonEvery))
                return;
            if (!state.IsSaid && failure.Kind == DatabaseFailureKind.ReadOnly)
                WritesRefused(failure.Sentence);
            else if (!state.IsSaid)
                Began(failure.Sentence);
            else if (state == _writing)
                WritesStillRefused(failure.Sentence);
            else
                Lasts(failure.Sentence, Requests(state.Requests));
            state.SaidAt = now;
            state.Said = failure.Sentence;
            state.IsSaid = true;
            state.Requests = 0;
        }
    }

    private void Over(State state, string does)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (!state.Lasts || now - state.FailedAt < Quiet)
                return;
            state.Lasts = false;
            // A short outage soon after another has no other line.
            if (state.IsSaid || state.AllRequests > 0)
                Ended(does, Math.Ceiling((now - state.BeganAt).TotalSeconds), Requests(state.AllRequests));
            state.IsSaid = false;
            state.Requests = state.AllRequests = 0;
        }
    }

    private static string Requests(int count) => count switch
    {
        0 => "no request was",
        1 => "1 request was",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} requests were"),
    };

    private sealed class State
    {
        private volatile bool _lasts;

        public bool Lasts
        {
            get => _lasts;
            set => _lasts = value;
        }

        public DateTimeOffset BeganAt { get; set; }
        public DateTimeOffset FailedAt { get; set; }
        public DateTimeOffset SaidAt { get; set; } = DateTimeOffset.MinValue;

        // The reason of the last line.
        public string Said { get; set; } = "";

        // True where the log has a line that the outage began.
        public bool IsSaid { get; set; }

        // Requests answered 503 since the last line, and since the beginning.
        public int Requests { get; set; }
        public int AllRequests { get; set; }
    }

    [LoggerMessage(9201, LogLevel.Error, "{Failure}. Requests that need it are answered 503; ingestion waits.")]
    private partial void Began(string failure);

    [LoggerMessage(9202, LogLevel.Error, "{Failure}; {Requests} answered 503 since the last line.")]
    private partial void Lasts(string failure, string requests);

    [LoggerMessage(9203, LogLevel.Error, "{Failure}. Ingestion waits; pages are served.")]
    private partial void WritesRefused(string failure);

    [LoggerMessage(9204, LogLevel.Error, "{Failure}. Ingestion still waits.")]
    private partial void WritesStillRefused(string failure);

    [LoggerMessage(9205, LogLevel.Information, "The database {Does} again after {Seconds} s; {Requests} answered 503.")]
    private partial void Ended(string does, double seconds, string requests);
}
