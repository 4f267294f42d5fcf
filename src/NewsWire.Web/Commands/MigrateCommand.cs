using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWire.Data;
using Npgsql;

namespace NewsWire.Web.Commands;

/// <summary>newswire migrate: applies database migrations and prints which.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var settings = CommandLine.Settings();
        var command = new Command("migrate", "Apply database migrations and exit.") { settings };
        command.SetAction((result, token) => CommandTrouble.SaidAsync(() => RunAsync(result.GetValue(settings) ?? [], token)));
        return command;
    }

    private static async Task<int> RunAsync(string[] args, CancellationToken token)
    {
        var configuration = NewsWireServer.CreateBuilder(args).Configuration;
        await using var store = new DataStore(configuration);
        await store.OpenAsync(NullLogger.Instance, TimeProvider.System, token);
        await using var source = NpgsqlDataSource.Create(store.ConnectionString);
        var ran = await DatabaseStart.RunAsync(
            source, cancel => Schema.MigrateAsync(source, NullLogger.Instance, cancel), configuration, Console.Error.WriteLine, TimeProvider.System, token);
        foreach (var script in ran)
            Console.WriteLine($"ran {script}");
        Console.WriteLine(ran.Count == 0 ? "The database was up to date." : $"The database is up to date; {ran.Count} ran.");
        return 0;
    }
}
