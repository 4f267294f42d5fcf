using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NewsWire.Data;
using NewsWire.Data.Subjects;
using Npgsql;

namespace NewsWire.Web.Commands;

/// <summary>serve: brings the tables up to date, then serves until told to stop. What runs when nothing is asked.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Serves the pages, and gathers releases (this is what happens without a command).")
        {
            // --urls, --environment and every other setting belong to the server's own configuration.
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((result, token) => CommandTrouble.SaidAsync(() => RunAsync([.. result.UnmatchedTokens], token)));
        return command;
    }

    private static async Task<int> RunAsync(string[] args, CancellationToken token)
    {
        var builder = NewsWireServer.CreateBuilder(args);
        TerminalLog.AddTo(builder);
        using var early = TerminalLog.Early(builder.Configuration);
        await using var store = await DataStore.OpenAsync(builder.Configuration, early.CreateLogger<DataStore>(), TimeProvider.System, token);
        await using var app = NewsWireServer.Build(builder, store.ConnectionString);
        await Schema.MigrateAsync(
            app.Services.GetRequiredService<NpgsqlDataSource>(), app.Services.GetRequiredService<ILogger<Database>>(), token);
        await app.Services.GetRequiredService<SubjectTable>().SynchronizeAsync(token);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
        await app.RunAsync(token);
        return 0;
    }

    private static void Announce(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        // In a container, or under a service manager, nobody sits at a keyboard.
        var stop = Console.IsInputRedirected ? "" : " - Ctrl+C stops it";
        Console.WriteLine($"NewsWire is on {string.Join(" and ", addresses)}{stop}");
    }
}
