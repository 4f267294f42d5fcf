using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsWire.Data;
using NewsWire.Tests.Support;
using Npgsql;
using Xunit;

namespace NewsWire.Tests.Data;

public sealed class DatabaseFailureTests
{
    private readonly LogLines _log = new();
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("57P03", DatabaseFailureKind.Away)]
    [InlineData("57P01", DatabaseFailureKind.Away)]
    [InlineData("53300", DatabaseFailureKind.Away)]
    [InlineData("53200", DatabaseFailureKind.Away)]
    [InlineData("08006", DatabaseFailureKind.Away)]
    [InlineData("57014", DatabaseFailureKind.Slow)]
    [InlineData("55P03", DatabaseFailureKind.Slow)]
    [InlineData("53100", DatabaseFailureKind.ReadOnly)]
    [InlineData("25006", DatabaseFailureKind.ReadOnly)]
    [InlineData("28P01", DatabaseFailureKind.Denied)]
    [InlineData("3D000", DatabaseFailureKind.Denied)]
    [InlineData("42P01", DatabaseFailureKind.Unusable)]
    [InlineData("42501", DatabaseFailureKind.Unusable)]
    [InlineData("3F000", DatabaseFailureKind.Unusable)]
    [InlineData("58030", DatabaseFailureKind.Unusable)]
    [InlineData("XX001", DatabaseFailureKind.Unusable)]
    public void The_server_tells_what_is_wrong_with_it(string state, DatabaseFailureKind kind) =>
        Assert.Equal(kind, DatabaseFailure.Of(new PostgresException("reason", "FATAL", "FATAL", state))?.Kind);

    [Theory]
    [InlineData("42601")]
    [InlineData("42703")]
    [InlineData("23505")]
    [InlineData("40P01")]
    public void A_statement_that_is_wrong_is_a_bug(string state) =>
        Assert.Null(DatabaseFailure.Of(new PostgresException("reason", "ERROR", "ERROR", state)));

    [Fact]
    public void A_broken_way_to_the_server_is_told_from_other_exceptions()
    {
        var refused = new NpgsqlException("", new SocketException((int)SocketError.ConnectionRefused));
        Assert.Equal("connection refused", DatabaseFailure.Of(refused)?.Reason);
        Assert.Equal("connection lost", DatabaseFailure.Of(new NpgsqlException("", new EndOfStreamException()))?.Reason);
        Assert.Equal(DatabaseFailureKind.Slow, DatabaseFailure.Of(new NpgsqlException("", new TimeoutException()))?.Kind);
        Assert.Equal(
            new DatabaseFailure(DatabaseFailureKind.Denied, "No password has been provided"),
            DatabaseFailure.Of(new NpgsqlException("No password has been provided.")));
        Assert.Equal(
            new DatabaseFailure(DatabaseFailureKind.Denied, "The remote certificate is invalid"),
            DatabaseFailure.Of(new NpgsqlException("", new AuthenticationException("The remote certificate is invalid."))));
        Assert.Null(DatabaseFailure.Of(new IOException("", new SocketException((int)SocketError.ConnectionReset))));
        Assert.Null(DatabaseFailure.Of(new InvalidOperationException()));
    }

    [Fact]
    public async Task A_pool_without_a_free_connection_is_an_outage()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(Token);
        var one = new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = 1, Timeout = 1 }.ConnectionString;
        await using var source = NpgsqlDataSource.Create(one);
        await using var taken = await source.OpenConnectionAsync(Token);

        var failed = await Assert.ThrowsAsync<NpgsqlException>(async () => await source.OpenConnectionAsync(Token));

        Assert.Equal(new DatabaseFailure(DatabaseFailureKind.Slow, "all connections of the pool are in use"), DatabaseFailure.Of(failed));
    }

    [Fact]
    public void An_outage_that_comes_and_goes_has_no_more_than_one_line_of_failure_a_minute()
    {
        var outage = new DatabaseOutage(new Logger<DatabaseOutage>(new LoggerFactory([_log])), _time);
        var failure = DatabaseFailure.TimedOut(TimeSpan.FromSeconds(5));
        for (var second = 0; second < 300; second++)
        {
            outage.RequestFailed(failure);
            outage.Answered();
            _time.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal(5, _log.OfDatabase().Count);
        _time.Advance(TimeSpan.FromSeconds(5));
        outage.Answered();

        Assert.Equal("The database answers again after 305 s; 300 requests were answered 503.", _log.OfDatabase()[^1]);
    }

    [Fact]
    public void An_outage_soon_after_another_is_said_at_its_end_and_another_reason_at_once()
    {
        var outage = new DatabaseOutage(new Logger<DatabaseOutage>(new LoggerFactory([_log])), _time);
        var late = DatabaseFailure.TimedOut(TimeSpan.FromSeconds(5));
        foreach (var failure in new[] { late, late, new DatabaseFailure(DatabaseFailureKind.Denied, "password authentication failed") })
        {
            outage.RequestFailed(failure);
            _time.Advance(TimeSpan.FromSeconds(6));
            outage.Answered();
        }

        Assert.Equal(
            [
                "The database does not answer (no answer within 5 s). Requests that need it are answered 503; ingestion waits.",
                "The database answers again after 6 s; 1 request was answered 503.",
                "The database answers again after 6 s; 1 request was answered 503.",
                "The database refuses the connection (password authentication failed). Requests that need it are answered 503; ingestion waits.",
                "The database answers again after 6 s; 1 request was answered 503.",
            ],
            _log.OfDatabase());
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(ConnectionBudget.DefaultPool, false)]
    public async Task A_pool_larger_than_the_server_is_said_at_the_start(int pool, bool isSaid)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(Token);
        var sized = new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = pool }.ConnectionString;
        await using var source = NpgsqlDataSource.Create(sized);

        await ConnectionBudget.CheckAsync(source, _log, Token);

        Assert.Equal(isSaid, _log.From(LogLevel.Warning).Any(line => line.Text.Contains("1000 connections", StringComparison.Ordinal)));
    }
}
