using System.Globalization;
using NewsWire.Data;
using NewsWire.Web.Pages;
using Serilog;
using Serilog.Configuration;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace NewsWire.Web.Commands;

/// <summary>The log on the terminal: one line for each request, NewsWire's own messages, and warnings of the framework.</summary>
internal static class TerminalLog
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>A log for the time before the server is built.</summary>
    public static ILoggerFactory Early(IConfiguration configuration) =>
        new SerilogLoggerFactory(Configure(new LoggerConfiguration(), configuration).CreateLogger(), dispose: true);

    public static void AddTo(WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog((_, log) => Configure(log, builder.Configuration));
        // As a start-up filter it wraps the whole pipeline, error pages included, without the server knowing Serilog.
        builder.Services.AddSingleton<IStartupFilter, RequestLine>();
    }

    private static LoggerConfiguration Configure(LoggerConfiguration log, IConfiguration configuration) => log
        .ReadFrom.Configuration(configuration)
        // A failure of the host ends the command, which prints it.
        .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LevelAlias.Off)
        .WriteTo.Sink(new RedactedLog(LoggerSinkConfiguration.CreateSink(sinks => sinks.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture))));

    private sealed class RequestLine : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseSerilogRequestLogging(options =>
            {
                options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0.0} ms{Reference:l}";
                // As it is written in an address: a decoded line break or escape would write lines of its own into the log.
                options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
                [
                    new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
                    new LogEventProperty("RequestPath", new ScalarValue(context.Request.Path.ToUriComponent())),
                    new LogEventProperty("StatusCode", new ScalarValue(status)),
                    new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
                    new LogEventProperty("Reference", new ScalarValue(status == 500 ? $", reference {ErrorReference.Of(context)}" : "")),
                ];
                // DatabaseOutage counts what the database kept from being answered, in one line a minute.
                options.GetLevel = (context, _, exception) =>
                    context.Features.Get<DatabaseFailure>() is not null || IsHealth(context.Request.Path) ? LogEventLevel.Debug
                    : exception is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
                    : LogEventLevel.Information;
            });
            next(app);
        };

        private static bool IsHealth(PathString path) => path.StartsWithSegments("/healthz") || path.StartsWithSegments("/readyz");
    }
}
