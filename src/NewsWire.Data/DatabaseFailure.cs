using System.Net.Sockets;
using Npgsql;

namespace NewsWire.Data;

/// <summary>What keeps the database from doing its work.</summary>
public enum DatabaseFailureKind
{
    /// <summary>It cannot be reached, is starting or stopping, or takes no more connections.</summary>
    Away,

    /// <summary>It did not answer in time: locked tables, a full pool, a network that hangs.</summary>
    Slow,

    /// <summary>It refuses the account, the password or the database's name: waiting does not help.</summary>
    Denied,

    /// <summary>It reads and does not write: a standby, a read-only database, a full disk.</summary>
    ReadOnly,

    /// <summary>It answers, and its tables are missing, forbidden or damaged: in the middle of a restore, after a change of owner.</summary>
    Unusable,
}

/// <summary>The database did not answer within a limit of this program's own.</summary>
public sealed class DatabaseTimeoutException(TimeSpan limit) : TimeoutException($"The database did not answer within {limit}.")
{
    public TimeSpan Limit => limit;
}

/// <summary>A failure of the database or of the way to it, as opposed to a bug of this program.</summary>
/// <param name="Reason">A few words without a full stop, for a log line or an operator: "connection refused".</param>
public sealed record DatabaseFailure(DatabaseFailureKind Kind, string Reason)
{
    /// <summary>One sentence without its full stop: what the database does not do, and why.</summary>
    public string Sentence => Kind switch
    {
        DatabaseFailureKind.Denied => $"The database refuses the connection ({Reason})",
        DatabaseFailureKind.ReadOnly => $"The database refuses writes: {Reason}",
        DatabaseFailureKind.Unusable => $"The database cannot be used ({Reason})",
        _ => $"The database does not answer ({Reason})",
    };

    /// <summary>A query that was given up after this time.</summary>
    public static DatabaseFailure TimedOut(TimeSpan limit) => new(DatabaseFailureKind.Slow, $"no answer within {limit.TotalSeconds:0.#} s");

    /// <summary>The database's failure behind an exception, or null where the exception has another cause.</summary>
    public static DatabaseFailure? Of(Exception? exception)
    {
        // What the migrations throw stands inside.
        while (exception is InvalidOperationException { InnerException: { } inner })
            exception = inner;
        return exception is null ? null : OfOne(exception);
    }

    private static DatabaseFailure? OfOne(Exception cause) => cause switch
    {
        DatabaseTimeoutException late => TimedOut(late.Limit),
        PostgresException answer => Of(answer.SqlState, answer.MessageText),
        NpgsqlException { InnerException: SocketException broken } => Of(broken),
        NpgsqlException { InnerException: TimeoutException } late when late.Message.Contains("pool", StringComparison.Ordinal) =>
            new(DatabaseFailureKind.Slow, "all connections of the pool are in use"),
        NpgsqlException { InnerException: TimeoutException } => new(DatabaseFailureKind.Slow, "timeout"),
        NpgsqlException { InnerException: IOException { InnerException: SocketException broken } } => Of(broken),
        NpgsqlException { InnerException: IOException } => new(DatabaseFailureKind.Away, "connection lost"),
        NpgsqlException { IsTransient: true } lost => new(DatabaseFailureKind.Away, lost.Message.TrimEnd('.')),
        // What is left is said while connecting: no password given, no TLS, a certificate not trusted, a server that is not PostgreSQL.
        NpgsqlException refused => new(DatabaseFailureKind.Denied, (refused.InnerException ?? refused).Message.TrimEnd('.')),
        // A name that cannot be resolved comes as it is.
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } unknown => Of(unknown),
        _ => null,
    };

    private static DatabaseFailure? Of(string state, string message) => state switch
    {
        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable => new(DatabaseFailureKind.Slow, message),
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.DiskFull => new(DatabaseFailureKind.ReadOnly, message),
        PostgresErrorCodes.InvalidCatalogName => new(DatabaseFailureKind.Denied, message),
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.InsufficientPrivilege
            => new(DatabaseFailureKind.Unusable, message),
        // Classes: 58 the system under the server, XX a damaged table or a fault of the server.
        _ when state.StartsWith("58", StringComparison.Ordinal) || state.StartsWith("XX", StringComparison.Ordinal)
            => new(DatabaseFailureKind.Unusable, message),
        // Classes: 28 account and password, 08 connection, 53 resources, 57P shutting down or starting up.
        _ when state.StartsWith("28", StringComparison.Ordinal) => new(DatabaseFailureKind.Denied, message),
        _ when state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal)
            || state.StartsWith("57P", StringComparison.Ordinal) => new(DatabaseFailureKind.Away, message),
        _ => null,
    };

    private static DatabaseFailure Of(SocketException broken) => new(
        DatabaseFailureKind.Away,
        broken.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => "connection refused",
            SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => "connection reset",
            SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "host name not found",
            SocketError.TimedOut => "connection timed out",
            _ => broken.Message.TrimEnd('.'),
        });
}
