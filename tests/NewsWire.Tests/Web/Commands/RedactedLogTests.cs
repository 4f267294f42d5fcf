using NewsWire.Web.Commands;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Xunit;

namespace NewsWire.Tests.Web.Commands;

public sealed class RedactedLogTests
{
    [Fact]
    public void Neither_texts_nor_addresses_nor_exceptions_bring_a_secret_into_the_log()
    {
        var kept = new Kept();
        using var log = new LoggerConfiguration().WriteTo.Sink(new RedactedLog(kept)).CreateLogger();

        log.Error(
            new InvalidOperationException("https://wire.test/feed?key=s3cret"),
            "{Text} {Address} {Connection}", "GET https://wire.test/feed?token=s3cret", new Uri("https://reader:s3cret@wire.test/"), "Host=db;Password=s3cret");

        var line = Assert.Single(kept.Lines);
        Assert.DoesNotContain("s3cret", line, StringComparison.Ordinal);
        Assert.Contains("token=***", line, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: https://wire.test/feed?key=***", line, StringComparison.Ordinal);
    }

    private sealed class Kept : ILogEventSink
    {
        public List<string> Lines { get; } = [];

        public void Emit(LogEvent logEvent) => Lines.Add($"{logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture)} {logEvent.Exception}");
    }
}
