using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NewsWire.Data;
using NewsWire.Ingest.Fetch;
using NewsWire.Ingest.Store;

namespace NewsWire.Ingest;

/// <summary>Logs why sources fail: the first failure, each different one, and one that persists once an hour.</summary>
internal sealed partial class SourceFailureLog(TimeProvider time, ILogger<SourceFailureLog> logger)
{
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<int, (string Failure, DateTimeOffset LoggedAt)> _failing = [];

    public void Failed(DueSource source, FetchResult.Refused refused)
    {
        if (IsDue(source, refused.Reason))
            Refused(source.Key, Secrets.OnOneLine(source.Address), refused.Reason, refused.Remedy ?? Remedies.OfSource(refused.Kind));
    }

    public void Failed(DueSource source, Exception bug)
    {
        if (IsDue(source, bug.Message))
            Internal(bug, source.Key, Secrets.OnOneLine(source.Address));
    }

    public void Succeeded(DueSource source)
    {
        if (_failing.TryRemove(source.Id, out _))
            Recovered(source.Key);
    }

    private bool IsDue(DueSource source, string failure)
    {
        var now = time.GetUtcNow();
        if (_failing.TryGetValue(source.Id, out var last) && last.Failure == failure && now - last.LoggedAt < RepeatAfter)
            return false;
        _failing[source.Id] = (failure, now);
        return true;
    }

    [LoggerMessage(2001, LogLevel.Warning, "Source {Source} ({Address}) failed: {Reason} {Remedy}")]
    private partial void Refused(string source, string address, string reason, string remedy);

    [LoggerMessage(2003, LogLevel.Error, "Internal error while processing source {Source} ({Address})")]
    private partial void Internal(Exception bug, string source, string address);

    [LoggerMessage(2005, LogLevel.Information, "Source {Source} can be read again")]
    private partial void Recovered(string source);
}
