using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NewsWire.Tests.Support;

/// <summary>Keeps what a program under test logs.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    /// <summary>Every line as text: its level, the message, and the exception where there is one.</summary>
    public IReadOnlyList<string> Lines => [.. _lines.Select(line => $"{line.Level}: {line.Text}{(line.Exception is null ? "" : $" {line.Exception}")}")];

    /// <summary>Everything of this level and above, in order.</summary>
    public IReadOnlyList<LogLine> From(LogLevel level) => [.. _lines.Where(line => line.Level >= level)];

    /// <summary>The lines about the database being away and back.</summary>
    public IReadOnlyList<string> OfDatabase() =>
        [.. _lines.Where(line => line.Text.StartsWith("The database ", StringComparison.Ordinal)).Select(line => line.Text)];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue(new LogLine(logLevel, formatter(state, exception), exception));

    public void Dispose()
    {
    }
}

internal sealed record LogLine(LogLevel Level, string Text, Exception? Exception);
