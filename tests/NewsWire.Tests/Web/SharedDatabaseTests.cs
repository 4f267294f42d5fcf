using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsWire.Tests.Support;
using NewsWire.Web;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>Several programs on one database: whose sources are checked, and what each says about it.</summary>
public sealed class SharedDatabaseTests : IAsyncLifetime
{
    private const string Keys = "select string_agg(key, ', ' order by key) from source where configured and key = any(array['a', 'b', 'c'])";

    private readonly FakeTimeProvider _time = new(ReleaseBuilder.Noon);
    private TestDatabase _database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync(Token);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_program_that_cannot_start_leaves_the_sources_of_the_running_one()
    {
        await using var running = await StartAsync(new LogLines(), "a", "b");
        var before = await _database.Database.FindAsync<string>("select string_agg(key || configured, ', ' order by key) from source", null, Token);

        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "newswire.dll"), "serve", "--urls", running.Urls.Single(), "--SampleWire:Enabled", "true" })
            start.ArgumentList.Add(argument);
        start.Environment["ConnectionStrings__NewsWire"] = _database.ConnectionString;
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync(Token);
        var error = program.StandardError.ReadToEndAsync(Token);
        await program.WaitForExitAsync(Token);

        Assert.True(program.ExitCode == 1, await output + await error);
        Assert.Equal(before, await _database.Database.FindAsync<string>("select string_agg(key || configured, ', ' order by key) from source", null, Token));
    }

    [Fact]
    public async Task Sources_that_a_second_gatherer_does_not_have_are_named_by_both()
    {
        LogLines first = new(), second = new();
        await using var running = await StartAsync(first, "a", "b");
        await using var other = await StartAsync(second, "c", "b", "--Ingestion:Sources:b:Every", "00:03:00");

        Assert.Equal("b, c", await _database.Database.FindAsync<string>(Keys, null, Token));
        Assert.Equal(
            ["No longer checked, because these settings do not have them: a. If another NewsWire on this database reads them, give both the same sources"],
            Warnings(second));
        while (Warnings(first).Count == 0)
            await NextAsync();
        for (var time = 0; time < 10; time++)
            await NextAsync();
        Assert.Equal(
            [
                "Another NewsWire on this database was started with other sources; no longer checked: a; changed: b. "
                    + "To have these settings used again, restart this NewsWire; where both are to run, give both the same sources",
            ],
            Warnings(first));
        Assert.Single(Warnings(second));
    }

    [Fact]
    public async Task Gatherers_with_the_same_sources_and_readers_with_none_say_and_change_nothing()
    {
        LogLines first = new(), second = new(), reader = new();
        await using var running = await StartAsync(first, "a", "b");
        await using var other = await StartAsync(second, "a", "b");
        await using var pages = await StartAsync(reader, "c", "c", "--Ingestion:Enabled", "false");
        for (var time = 0; time < 10; time++)
            await NextAsync();

        Assert.Equal("a, b", await _database.Database.FindAsync<string>(Keys, null, Token));
        Assert.Empty(Warnings(first).Concat(Warnings(second)).Concat(Warnings(reader)));
    }

    // All sources are switched off, because tests must not contact real wires.
    private async Task<WebApplication> StartAsync(LogLines log, string one, string two, params string[] settings)
    {
        var sources = new[] { one, two }.Distinct(StringComparer.Ordinal).SelectMany(key => new[]
        {
            $"--Ingestion:Sources:{key}:Wire", "other", $"--Ingestion:Sources:{key}:Kind", "feed", $"--Ingestion:Sources:{key}:Address", $"https://wire.invalid/{key}",
        });
        var app = NewsWireServer.Build(["--urls", "http://127.0.0.1:0", .. sources, .. settings], _database.ConnectionString, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(log);
            builder.Services.AddSingleton<TimeProvider>(_time);
            foreach (var source in builder.Configuration.GetSection("Ingestion:Sources").GetChildren())
                source["Enabled"] = "false";
        });
        await app.StartAsync(Token);
        while (!settings.Contains("false") && !log.Lines.Any(line => line.Contains("sources are configured", StringComparison.Ordinal)))
            await Task.Delay(20, Token);
        return app;
    }

    private async Task NextAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(30));
        await Task.Delay(20, Token);
    }

    private static IReadOnlyList<string> Warnings(LogLines log) => [.. log.From(LogLevel.Warning).Where(line => !line.Text.Contains("pool", StringComparison.OrdinalIgnoreCase)).Select(line => line.Text)];
}
