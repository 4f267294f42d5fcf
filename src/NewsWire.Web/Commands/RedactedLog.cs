using NewsWire.Data;
using Serilog.Core;
using Serilog.Events;

namespace NewsWire.Web.Commands;

/// <summary>Hands log events on without the secrets that stand in their texts, addresses and exceptions.</summary>
internal sealed class RedactedLog(ILogEventSink inner) : ILogEventSink, IDisposable
{
    public void Emit(LogEvent logEvent) => inner.Emit(new LogEvent(
        logEvent.Timestamp,
        logEvent.Level,
        logEvent.Exception is { } exception ? new RedactedException(exception) : null,
        logEvent.MessageTemplate,
        logEvent.Properties.Select(property => new LogEventProperty(property.Key, Redacted(property.Value))),
        logEvent.TraceId ?? default,
        logEvent.SpanId ?? default));

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private static LogEventPropertyValue Redacted(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } => new ScalarValue(Secrets.Redact(text)),
        ScalarValue { Value: Uri address } => new ScalarValue(Secrets.Redact(address.OriginalString)),
        _ => value,
    };

    private sealed class RedactedException(Exception inner) : Exception(Secrets.Redact(inner.Message))
    {
        public override string ToString() => Secrets.Redact(inner.ToString());
    }
}
