using System.Globalization;
using Serilog;
using Serilog.Events;

namespace NewsWire.Web.Commands;

/// <summary>What the operator reads on the terminal: one line a request, our own words, the framework only when it worries.</summary>
internal static class TerminalLog
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void AddTo(WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog((_, log) => log
            .ReadFrom.Configuration(builder.Configuration)
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture));
        // As a start-up filter it wraps the whole pipeline, error pages included, without the server knowing Serilog.
        builder.Services.AddSingleton<IStartupFilter, RequestLine>();
    }

    private sealed class RequestLine : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseSerilogRequestLogging(options =>
            {
                options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0.0} ms";
                options.GetLevel = (context, _, exception) =>
                    exception is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
                    : context.Request.Path.StartsWithSegments("/healthz") || context.Request.Path.StartsWithSegments("/readyz") ? LogEventLevel.Debug
                    : LogEventLevel.Information;
            });
            next(app);
        };
    }
}
