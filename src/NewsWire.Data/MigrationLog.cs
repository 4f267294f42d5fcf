using System.Globalization;
using DbUp.Engine.Output;
using Microsoft.Extensions.Logging;

namespace NewsWire.Data;

/// <summary>Forwards DbUp's messages to the log. Errors are logged at debug level, since they are thrown as well and then reported.</summary>
internal sealed partial class MigrationLog(ILogger logger) : IUpgradeLog
{
    public void LogTrace(string format, params object[] args) => Step(Text(format, args));

    public void LogDebug(string format, params object[] args) => Step(Text(format, args));

    public void LogInformation(string format, params object[] args) => Step(Text(format, args));

    public void LogWarning(string format, params object[] args) => Warn(Text(format, args));

    public void LogError(string format, params object[] args) => Step(Text(format, args));

    public void LogError(Exception ex, string format, params object[] args) => Step(Text(format, args));

    private static string Text(string format, object[] args) =>
        args.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, args);

    [LoggerMessage(9001, LogLevel.Debug, "Migration: {Step}")]
    private partial void Step(string step);

    [LoggerMessage(9002, LogLevel.Warning, "Migration: {Warning}")]
    private partial void Warn(string warning);
}
