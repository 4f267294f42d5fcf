using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NewsWire.Data;
using NewsWire.Data.Subjects;
using Npgsql;

namespace NewsWire.Web.Commands;

/// <summary>newswire serve, the default: applies database migrations, then reads the sources and serves the pages until told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var settings = CommandLine.Settings();
        var command = new Command("serve", "Read the sources and serve the pages; the default.") { settings };
        command.SetAction((result, token) => CommandTrouble.SaidAsync(() => RunAsync(result.GetValue(settings) ?? [], token)));
        return command;
    }

    private static async Task<int> RunAsync(string[] args, CancellationToken token)
    {
        using var stop = new StopSignals(token);
        try
        {
            return await RunAsync(args, TimeProvider.System, stop.Token);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            // Told to stop while it was starting.
            return 0;
        }
    }

    private static async Task<int> RunAsync(string[] args, TimeProvider time, CancellationToken token)
    {
        var builder = NewsWireServer.CreateBuilder(args);
        TerminalLog.AddTo(builder);
        using var early = TerminalLog.Early(builder.Configuration);
        await using var store = new DataStore(builder.Configuration);
        await using var app = NewsWireServer.Build(builder, () => store.ConnectionString);
        // A wrong setting is reported at once, before a private server is started and the database waited for.
        NewsWireServer.Validate(app);
        await store.OpenAsync(early.CreateLogger<DataStore>(), time, token);
        await DatabaseStart.RunAsync(
            app.Services.GetRequiredService<NpgsqlDataSource>(),
            cancel => PrepareAsync(app.Services, cancel),
            builder.Configuration,
            DatabaseStart.ToLog(early.CreateLogger<Database>()),
            time,
            token);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
        var background = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        await app.RunAsync(token);
        // The host stops in good order when a background service fails: the exit code has to tell.
        foreach (var service in background)
        {
            if (service.ExecuteTask is { IsFaulted: true } failed)
                await failed;
        }
        return 0;
    }

    private static async Task<bool> PrepareAsync(IServiceProvider services, CancellationToken token)
    {
        var source = services.GetRequiredService<NpgsqlDataSource>();
        var logger = services.GetRequiredService<ILogger<Database>>();
        await Schema.MigrateAsync(source, logger, token);
        await ConnectionBudget.CheckAsync(source, logger, token);
        try
        {
            await services.GetRequiredService<SubjectTable>().SynchronizeAsync(token);
        }
        // A standby or a full disk: pages can be served from what is there.
        catch (Exception failed) when (DatabaseFailure.Of(failed) is { Kind: DatabaseFailureKind.ReadOnly } failure)
        {
            services.GetRequiredService<DatabaseOutage>().WorkFailed(failure);
        }
        return true;
    }

    private static void Announce(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        // There is no keyboard in a container or under a service manager.
        var stop = Console.IsInputRedirected ? "" : " - Ctrl+C stops it";
        Console.WriteLine($"NewsWire is on {string.Join(" and ", addresses)}{stop}");
    }
}
