using Microsoft.Extensions.Logging;
using Npgsql;

namespace NewsWire.Data;

/// <summary>Compares the pool of connections with what the server gives to this account.</summary>
public static partial class ConnectionBudget
{
    /// <summary>
    /// The largest pool where the connection string says nothing: enough to keep a server of several cores busy, and few
    /// enough for three processes beside each other under PostgreSQL's own limit of 100.
    /// </summary>
    public const int DefaultPool = 30;

    // -1 is no limit of the database's or the account's own. The second kind of reservation came with PostgreSQL 16.
    private const string Allowed = """
        select least(
          current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
            - coalesce(current_setting('reserved_connections', true)::int, 0),
          (select nullif(datconnlimit, -1) from pg_database where datname = current_database()),
          (select nullif(rolconnlimit, -1) from pg_roles where rolname = current_user))
        """;

    /// <summary>Writes one warning where the pool may grow beyond what the server allows.</summary>
    public static async Task CheckAsync(NpgsqlDataSource source, ILogger logger, CancellationToken token)
    {
        var pool = new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize;
        await using var command = source.CreateCommand(Allowed);
        if (await command.ExecuteScalarAsync(token) is int allowed && pool > allowed)
            TooMany(logger, pool, allowed);
    }

    [LoggerMessage(9206, LogLevel.Warning,
        "The connection pool may grow to {Pool} connections and the server allows {Allowed}, shared by all its programs: "
        + "lower Maximum Pool Size in ConnectionStrings:NewsWire or raise max_connections.")]
    private static partial void TooMany(ILogger logger, int pool, int allowed);
}
