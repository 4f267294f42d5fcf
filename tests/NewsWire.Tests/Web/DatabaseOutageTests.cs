using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWire.Tests.Support;
using NewsWire.Web;
using Npgsql;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>The server asked for pages while its database is away, hangs, is locked, or does not write.</summary>
public sealed class DatabaseOutageTests : IAsyncLifetime
{
    private readonly LogLines _log = new();
    private DatabaseProxy _proxy = null!;
    private WebApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _app = await WebApp.StartAsync(hoursAfterNoon: 6, Token, database => (_proxy = new DatabaseProxy(database)).ConnectionString, _log);

    public async ValueTask DisposeAsync()
    {
        _proxy.Release();
        await _app.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?subject=LIC&lang=fr")]
    [InlineData("/subjects")]
    [InlineData("/wires")]
    [InlineData("/wires/lelezard")]
    [InlineData("/releases/1")]
    public async Task While_the_database_is_away_a_page_says_so_and_links_to_itself_alone(string address)
    {
        _proxy.Cut();

        using var answer = await _app.AskAsync(address);
        var page = await _app.PageAsync(address, status: 503);

        Assert.True(int.Parse(Assert.Single(answer.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture) > 0);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("The database is not available.", page.QuerySelector("h1")!.TextContent);
        Assert.Equal([address], page.QuerySelectorAll("body a[href]:not(.skip)").Select(link => link.GetAttribute("href")));
        Assert.Null(page.QuerySelector(".small"));
    }

    [Fact]
    public async Task What_needs_no_database_is_served_while_it_is_away()
    {
        _proxy.Cut();

        Assert.Equal(200, await StatusAsync("/newswire.css"));
        Assert.Equal(200, await StatusAsync("/healthz"));
        Assert.Equal(404, await StatusAsync("/nothing/here"));
    }

    [Fact]
    public async Task An_outage_has_one_line_a_minute_and_one_when_it_is_over()
    {
        _proxy.Cut();
        Assert.Equal(503, await StatusAsync("/"));
        Assert.Equal(503, await StatusAsync("/wires"));
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(503, await StatusAsync("/wires"));
        _proxy.Restore();
        _app.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(200, await StatusAsync("/wires"));

        Assert.Equal(
            [
                "The database does not answer (connection refused). Requests that need it are answered 503; ingestion waits.",
                "The database does not answer (connection refused); 2 requests were answered 503 since the last line.",
                "The database answers again after 70 s; 3 requests were answered 503.",
            ],
            _log.OfDatabase());
        Assert.DoesNotContain(_log.From(LogLevel.Warning), line => line.Exception is not null);
    }

    [Theory]
    [InlineData("alter schema public rename to restored; create schema public")]
    [InlineData("drop schema public cascade")]
    public async Task A_database_without_its_tables_is_an_outage_and_no_bug(string change)
    {
        await using var owner = await OpenAsync();
        await RunAsync(owner, change);

        foreach (var address in new[] { "/", "/wires", "/subjects", "/readyz" })
            Assert.Equal(503, await StatusAsync(address));
        Assert.Contains("cannot be used", Assert.Single(_log.OfDatabase()), StringComparison.Ordinal);
        Assert.DoesNotContain(_log.From(LogLevel.Warning), line => line.Exception is not null);
    }

    [Fact]
    public async Task A_locked_table_holds_a_page_no_longer_than_the_limit_and_the_server_stops_its_work()
    {
        await using var locker = await OpenAsync();
        await RunAsync(locker, "begin; lock table release in access exclusive mode");

        var asked = _app.AskAsync("/");
        await UntilAsync("select count(*) > 0 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        _app.Clock.Advance(TimeSpan.FromSeconds(6));

        using var answer = await asked;
        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Contains("taking too long", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        await UntilAsync("select count(*) = 0 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        Assert.Contains("no answer within 5 s", Assert.Single(_log.OfDatabase()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_accepts_and_never_answers_holds_nobody()
    {
        Assert.Equal(200, await StatusAsync("/wires"));
        _proxy.Hold();

        var page = _app.AskAsync("/wires");
        await _proxy.HeldAsync(Token);
        _app.Clock.Advance(TimeSpan.FromSeconds(6));
        using var answer = await page;
        Assert.Equal(503, (int)answer.StatusCode);

        var ready = _app.AskAsync("/readyz");
        await _proxy.HeldAsync(Token);
        _app.Clock.Advance(TimeSpan.FromSeconds(3));
        using var said = await ready;
        Assert.Equal(503, (int)said.StatusCode);
        Assert.Equal("The database does not answer (no answer within 2 s)", await said.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Readiness_says_why_it_is_not_ready()
    {
        _proxy.Cut();

        using var answer = await _app.AskAsync("/readyz");

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Equal("The database does not answer (connection refused)", await answer.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/subjects")]
    [InlineData("/wires/lelezard")]
    [InlineData("/readyz")]
    public async Task Pages_are_served_from_a_database_that_does_not_write(string address)
    {
        await using var connection = await OpenAsync();
        await RunAsync(connection, $"alter database {connection.Database} set default_transaction_read_only = on");

        Assert.Equal(200, await StatusAsync(address));
    }

    [Fact]
    public async Task Connections_that_broke_with_the_database_are_not_used_after_it_is_back()
    {
        await Task.WhenAll(StatusAsync("/"), StatusAsync("/wires"), StatusAsync("/subjects"), StatusAsync("/wires"));
        _proxy.Cut();
        Assert.Equal(503, await StatusAsync("/wires"));
        _proxy.Restore();

        var after = await Task.WhenAll(StatusAsync("/wires"), StatusAsync("/"), StatusAsync("/subjects"));
        Assert.Equal([200, 200, 200], after);
    }

    [Fact]
    public async Task A_reader_who_leaves_while_the_database_fails_is_no_error()
    {
        var log = new LogLines();
        await using var app = NewsWireServer.Build(
            ["--urls", "http://127.0.0.1:0", "--Ingestion:Enabled", "false"],
            _proxy.ConnectionString,
            builder =>
            {
                builder.Logging.ClearProviders().AddProvider(log);
                builder.Services.AddHttpClient();
            });
        app.MapGet("/leaves", async Task (HttpContext context) =>
        {
            var left = new TaskCompletionSource();
            context.RequestAborted.Register(left.SetResult);
            context.Abort();
            await left.Task;
            throw new NpgsqlException("", new SocketException((int)SocketError.ConnectionRefused));
        });
        await app.StartAsync(Token);
        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"{app.Urls.Single()}/leaves"), Token));
        await app.StopAsync(Token);

        Assert.Empty(log.From(LogLevel.Error));
    }

    [Fact]
    public async Task A_server_without_connections_to_give_is_an_outage_and_a_bug_is_not()
    {
        await using var connection = await OpenAsync();
        await RunAsync(connection, "alter table wire rename column home to address");
        var page = await _app.PageAsync("/wires", status: 500);
        Assert.NotEmpty(page.QuerySelector(".small code")!.TextContent);
        Assert.Empty(_log.OfDatabase());

        await RunAsync(connection, """
            create function refuse() returns bigint language plpgsql as
              $$ begin raise exception 'sorry, too many clients already' using errcode = '53300'; end $$;
            alter table wire rename to wire_table;
            create view wire as select key, name, address as home, refuse() as releases from wire_table
            """);
        Assert.Equal(503, await StatusAsync("/wires"));
        Assert.Contains("sorry, too many clients already", Assert.Single(_log.OfDatabase()), StringComparison.Ordinal);
    }

    private async Task<int> StatusAsync(string address)
    {
        using var answer = await _app.AskAsync(address);
        return (int)answer.StatusCode;
    }

    // Past the proxy, as the server's administrator.
    private async Task<NpgsqlConnection> OpenAsync() => await _app.Source.OpenConnectionAsync(Token);

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }

    private async Task UntilAsync(string question)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (!await _app.Database.FindAsync<bool>(question, null, limit.Token))
            await Task.Delay(20, limit.Token);
    }
}
