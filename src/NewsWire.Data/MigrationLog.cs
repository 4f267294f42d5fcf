using System.Globalization;
using DbUp.Engine.Output;
using Microsoft.Extensions.Logging;

namespace NewsWire.Data;

/// <summary>Forwards DbUp's messages to our log; its messages about each script are logged at debug level.</summary>
internal sealed partial class MigrationLog(ILogger logger) : IUpgradeLog
{
    public void LogTrace(string format, params object[] args) => Step(Text(format, args));

    public void LogDebug(string format, params object[] args) => Step(Text(format, args));

    public void LogInformation(string format, params object[] args) => Step(Text(format, args));

    public void LogWarning(string format, params object[] args) => Warn(Text(format, args));

    public void LogError(string format, params object[] args) => Fail(Text(format, args), null);

    public void LogError(Exception ex, string format, params object[] args) => Fail(Text(format, args), ex);

    private static string Text(string format, object[] args) =>
        args.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, args);

    [LoggerMessage(9001, LogLevel.Debug, "Migration: {Step}")]
    private partial void Step(string step);

    [LoggerMessage(9002, LogLevel.Warning, "Migration: {Warning}")]
    private partial void Warn(string warning);

    [LoggerMessage(9003, LogLevel.Error, "Migration failed: {Failure}")]
    private partial void Fail(string failure, Exception? exception);
}
