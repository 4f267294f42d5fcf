using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NewsWire.Ingest;
using NewsWire.Ingest.Store;
using NewsWire.Tests.Support;
using NewsWire.Web;
using Xunit;

namespace NewsWire.Tests.Web.Commands;

/// <summary>newswire sources, as a person runs it.</summary>
public sealed class SourcesCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_takes_the_settings_of_serve_and_shows_no_secrets()
    {
        var (code, output, error) = await RunAsync(
            ["sources", "list", "--Ingestion:Sources:mine:Wire=other", "--Ingestion:Sources:mine:Kind=feed", "--Ingestion:Sources:mine:Address=https://reader:s3cret@wire.com/feed?key=s3cret", "--environment=Development"],
            ("Ingestion__Sources__mine__Every", "00:02:00"));

        Assert.True(code == 0, error);
        Assert.Matches("(?m)^mine +other +feed +on +every 2 min +https://\\*\\*\\*@wire.com/feed\\?key=\\*\\*\\*\r?$", output);
        Assert.Contains("sample-prnewswire", output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Ingestion:Sources:mine:Kind=fed", "Ingestion:Sources:mine:")]
    [InlineData("--Ingestion:AllowedNetworks:0=ten", "\"ten\", which is not a network")]
    [InlineData("--Web:Zone=Nowhere", "Web:Zone")]
    public async Task List_refuses_settings_that_serve_refuses(string setting, string said)
    {
        var (code, output, error) = await RunAsync(["sources", "list", setting]);

        Assert.Equal(1, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.Equal("", output);
    }

    [Fact]
    public async Task Test_checks_a_source_with_its_own_wire_and_the_settings_given()
    {
        await using var server = await StubWireServer.StartAsync(Token);
        server.Answers("/feed", InventedWire.PrNewswireFeed(("Norvale opens a plant", "https://norvale.test/1", "Fri, 20 Nov 2026 11:37:00 +0000", "CXP")), "application/rss+xml");
        string[] mine = ["--Ingestion:Sources:mine:Wire=prnewswire", "--Ingestion:Sources:mine:Kind=feed", $"--Ingestion:Sources:mine:Address={server.Address("/feed")}?key=s3cret"];

        var (blocked, refusal, _) = await RunAsync(["sources", "test", "mine", .. mine]);
        var (code, output, error) = await RunAsync(["sources", "test", "mine", .. mine, "--Ingestion:AllowedNetworks:0=127.0.0.1/32"]);

        Assert.Equal(1, blocked);
        Assert.Contains("Blocked by settings. 127.0.0.1 is in a private network.", refusal, StringComparison.Ordinal);
        Assert.Contains("To allow it, add 127.0.0.1/32 to Ingestion:AllowedNetworks.", refusal, StringComparison.Ordinal);
        Assert.True(code == 0, error);
        Assert.Contains("read as rss of PR Newswire.", output, StringComparison.Ordinal);
        Assert.Contains("1 release, 1 link to further documents.", output, StringComparison.Ordinal);
        Assert.Contains("2026-11-20 11:37 UTC  Norvale opens a plant", output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refusal + output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_reads_the_sample_wire()
    {
        var (code, output, _) = await RunAsync(["sources", "test", "sample-prnewswire", "--SampleWire:Enabled=true"]);

        Assert.Equal(0, code);
        Assert.Contains("read as rss of PR Newswire.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_refuses_an_address_without_its_scheme_and_shows_no_key_of_it()
    {
        var (code, output, error) = await RunAsync(["sources", "test", "feeds.example/x?key=s3cret"]);

        Assert.Equal(1, code);
        Assert.Equal("\"feeds.example/x?key=***\" is neither the key of a source nor an address: an address begins with http:// or https://.", error.Trim());
        Assert.Equal("", output);
    }

    [Theory]
    [InlineData("test")]
    [InlineData("fetch")]
    public async Task An_unknown_key_is_refused_with_the_nearest_one(string command)
    {
        await using var database = await TestDatabase.CreateAsync(Token);

        var (code, _, error) = await RunAsync(["sources", command, "prnewswire-al"], ("ConnectionStrings__NewsWire", database.ConnectionString));

        Assert.Equal(1, code);
        Assert.Contains("Did you mean prnewswire-all?", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_has_the_running_server_check_a_source_now()
    {
        await using var server = await StubWireServer.StartAsync(Token);
        await using var database = await TestDatabase.CreateAsync(Token);
        await using var app = NewsWireServer.Build(
            [
                "--urls", "http://127.0.0.1:0", "--Ingestion:Idle", "00:00:00.05", "--Ingestion:Spacing", "00:00:00", "--Ingestion:AllowedNetworks:0", "127.0.0.1/32",
                "--Ingestion:Sources:mine:Wire", "prnewswire", "--Ingestion:Sources:mine:Kind", "feed", "--Ingestion:Sources:mine:Address", server.Address("/feed").AbsoluteUri,
            ],
            database.ConnectionString,
            builder =>
            {
                builder.Logging.ClearProviders();
                foreach (var source in builder.Configuration.GetSection("Ingestion:Sources").GetChildren().Where(source => source.Key != "mine"))
                    source["Enabled"] = "false";
            });
        await app.StartAsync(Token);
        while (!await database.Database.FindAsync<bool>("select exists (select from source where key = 'mine' and failures = 1)", null, Token))
            await Task.Delay(20, Token);
        server.Answers("/feed", InventedWire.PrNewswireFeed(("Norvale opens a plant", "https://norvale.test/1", "Fri, 20 Nov 2026 11:37:00 +0000", "CXP")), "application/rss+xml");

        var (code, output, error) = await RunAsync(["sources", "fetch", "MINE"], ("ConnectionStrings__NewsWire", database.ConnectionString));

        Assert.True(code == 0, error);
        Assert.Equal("mine: OK. 1 release, 1 new; 1 link, 1 new.", output.Trim());
    }

    [Theory]
    [InlineData("calm", "OK"), InlineData("busy", "limited")]
    public async Task Fetch_says_until_when_a_host_asked_for_a_pause_and_counts_nothing(string key, string state)
    {
        await using var server = await StubWireServer.StartAsync(Token);
        server.Answers("/busy", () => new StubAnswer { Status = 429, Headers = { ["Retry-After"] = "3600" } });
        server.Answers("/calm", InventedWire.PrNewswireFeed(("Norvale opens a plant", "https://norvale.test/1", "Fri, 20 Nov 2026 11:37:00 +0000", "CXP")), "application/rss+xml");
        await using var database = await TestDatabase.CreateAsync(Token);
        await using var app = NewsWireServer.Build(
            [
                "--urls", "http://127.0.0.1:0", "--Ingestion:Idle", "00:00:00.05", "--Ingestion:Workers", "1", "--Ingestion:Spacing", "00:00:00", "--Ingestion:AllowedNetworks:0", "127.0.0.1/32",
                "--Ingestion:Sources:calm:Wire", "prnewswire", "--Ingestion:Sources:calm:Kind", "feed", "--Ingestion:Sources:calm:Address", server.Address("/calm").AbsoluteUri,
                "--Ingestion:Sources:busy:Wire", "other", "--Ingestion:Sources:busy:Kind", "feed", "--Ingestion:Sources:busy:Address", server.Address("/busy").AbsoluteUri,
            ],
            database.ConnectionString,
            builder =>
            {
                builder.Logging.ClearProviders();
                foreach (var source in builder.Configuration.GetSection("Ingestion:Sources").GetChildren().Where(source => source.Key is not ("busy" or "calm")))
                    source["Enabled"] = "false";
            });
        await app.StartAsync(Token);
        const string states = "select string_agg(key || ' ' || failures || coalesce(' ' || failure, ' OK') || ' ' || asked_at, ', ' order by key) from source where key = @Key and asked_at is not null and leased_until is null";
        while (!await database.Database.FindAsync<bool>("select exists (select from source where key = 'busy' and failures = 1)", null, Token))
            await Task.Delay(20, Token);
        await database.Database.ExecuteAsync("update source set asked_at = coalesce(asked_at, now())", null, Token);
        var before = await database.Database.FindAsync<string>(states, new { Key = key }, Token);

        var (code, output, error) = await RunAsync(["sources", "fetch", key, "--Web:Zone", "Europe/Paris"], ("ConnectionStrings__NewsWire", database.ConnectionString));

        Assert.True(code == 0, error);
        Assert.Matches($@"^{key} was not checked: its host asked NewsWire to wait\. It will be checked (tomorrow, )?\d\d:\d\d Europe/Paris\.\s*$", output);
        Assert.Contains(state, before, StringComparison.Ordinal);
        Assert.Equal(before, await database.Database.FindAsync<string>(states, new { Key = key }, Token));
        Assert.Single(server.Requests, request => request.Path == "/busy");
    }

    [Theory]
    [InlineData(false, "inbox was not checked: no running NewsWire has it.")]
    [InlineData(true, "inbox was not checked: no running NewsWire took it within 10 seconds.")]
    public async Task Fetch_fails_where_no_server_runs(bool configured, string said)
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        if (configured)
        {
            await new SourceStore(database.Database, new IngestionOptions(), TimeProvider.System).ConfigureAsync(
                [("other", "Other sources", null)], [new() { Key = "inbox", Wire = "other", Kind = "folder", Address = "inbox" }], Token);
        }

        var (code, output, error) = await RunAsync(["sources", "fetch", "inbox"], ("ConnectionStrings__NewsWire", database.ConnectionString));

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith(said, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fetch inbox", "postgres://newswire:s3cret@db/newswire")]
    [InlineData("fetch inbox", "Username=newswire;Password=s3cret")]
    [InlineData("test inbox", "Host=db;Pasword=s3cret")]
    [InlineData("list", "Host=db;Pasword=s3cret")]
    public async Task A_connection_string_is_refused_without_its_password(string command, string connection)
    {
        var (code, output, error) = await RunAsync(["sources", .. command.Split(' ')], ("ConnectionStrings__NewsWire", connection));

        Assert.Equal(1, code);
        Assert.StartsWith("ConnectionStrings:NewsWire is not an Npgsql connection string", error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", output + error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "newswire.dll"));
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync(Token);
        var error = program.StandardError.ReadToEndAsync(Token);
        await program.WaitForExitAsync(Token);
        return (program.ExitCode, await output, await error);
    }
}
