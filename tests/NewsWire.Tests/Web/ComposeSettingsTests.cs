using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsWire.Data;
using NewsWire.Ingest;
using NewsWire.Tests.Support;
using NewsWire.Web;
using Npgsql;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>The settings files and the environment of the compose files, bound together and checked as at the start.</summary>
public sealed class ComposeSettingsTests
{
    private static readonly string[] Main = ["docker-compose.yml"];
    private static readonly string[] SeveralReaders = ["src", "compose", "several-readers.yml"];

    [Fact]
    public async Task Web_starts_with_the_mounted_inbox()
    {
        await using var app = Build(ComposeFile.Environment("web", Main));

        app.Services.GetRequiredService<IStartupValidator>().Validate();
        var inbox = app.Services.GetRequiredService<IngestionOptions>().Sources["inbox"];
        Assert.Equal(("inbox", "folder", "/inbox", true), (inbox.Key, inbox.Kind, inbox.Address, inbox.Enabled));
    }

    [Fact]
    public async Task Several_readers_do_not_gather()
    {
        await using var app = Build(ComposeFile.Environment("web", Main), ComposeFile.Environment("web", SeveralReaders));

        app.Services.GetService<IStartupValidator>()?.Validate();
        Assert.Null(app.Services.GetService<IngestionOptions>());
    }

    [Fact]
    public async Task The_gatherer_of_several_readers_gathers()
    {
        await using var app = Build(ComposeFile.Environment("web", Main), ComposeFile.Environment("gatherer", SeveralReaders));

        app.Services.GetRequiredService<IStartupValidator>().Validate();
        Assert.Equal("/inbox", app.Services.GetRequiredService<IngestionOptions>().Sources["inbox"].Address);
    }

    // Not started: nothing connects.
    private static WebApplication Build(params IReadOnlyDictionary<string, string>[] environments)
    {
        Assert.All(environments, Assert.NotEmpty);
        var builder = NewsWireServer.CreateBuilder(["--environment", "Production"]);
        foreach (var environment in environments)
        {
            builder.Configuration.AddInMemoryCollection(environment.Select(variable =>
                KeyValuePair.Create(variable.Key.Replace("__", ":", StringComparison.Ordinal), (string?)variable.Value)));
        }
        SettingsCheck.Check(builder.Configuration, []);
        var connection = builder.Configuration.GetConnectionString("NewsWire")!;
        Assert.Equal("db", new NpgsqlConnectionStringBuilder(DataRegistration.Complete(connection)).Host);
        return NewsWireServer.Build(builder, () => connection);
    }
}
