using System.Data;
using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;

namespace NewsWire.Data;

/// <summary>
/// The one way to the tables: every statement carries a cancellation token and, as a comment, the name of the
/// method that asked for it, for the server's log and statistics. A cancelled token ends the wait at once.
/// </summary>
/// <param name="outage">Where success is reported, which ends an outage.</param>
public sealed class Database(NpgsqlDataSource source, DatabaseOutage? outage = null)
{
    static Database()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new TimestampHandler());
        SqlMapper.AddTypeHandler(new ArrayHandler<string>());
        SqlMapper.AddTypeHandler(new ArrayHandler<int>());
        SqlMapper.AddTypeHandler(new ArrayHandler<long>());
    }

    /// <summary>The rows of a query, in the order the database gave them.</summary>
    public Task<IReadOnlyList<T>> QueryAsync<T>(
        string sql, object? parameters, CancellationToken token, [CallerFilePath] string file = "", [CallerMemberName] string by = "") =>
        RunAsync<IReadOnlyList<T>>(
            async (connection, cancel) => (await connection.QueryAsync<T>(Command(sql, parameters, null, file, by, cancel))).AsList(), token);

    /// <summary>The one row of a query, or null where there is none; two rows are a bug and throw.</summary>
    public Task<T?> FindAsync<T>(
        string sql, object? parameters, CancellationToken token, [CallerFilePath] string file = "", [CallerMemberName] string by = "") =>
        RunAsync((connection, cancel) => connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters, null, file, by, cancel)), token);

    /// <summary>Runs a statement in a transaction of its own; answers how many rows it touched.</summary>
    public Task<int> ExecuteAsync(
        string sql, object? parameters, CancellationToken token, [CallerFilePath] string file = "", [CallerMemberName] string by = "") =>
        RunAsync((connection, cancel) => connection.ExecuteAsync(Command(sql, parameters, null, file, by, cancel)), token);

    /// <summary>Does all of the work or none of it.</summary>
    public Task<T> InTransactionAsync<T>(Func<DatabaseTransaction, Task<T>> work, CancellationToken token) =>
        RunAsync(
            async (connection, cancel) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
                var result = await work(new DatabaseTransaction(connection, transaction, cancel));
                await transaction.CommitAsync(cancel);
                return result;
            },
            token);

    private async Task<T> RunAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken token)
    {
        var result = await GivingUp.WhenCancelledAsync(
            async cancel =>
            {
                await using var connection = await source.OpenConnectionAsync(cancel);
                return await work(connection, cancel);
            },
            token);
        outage?.Answered();
        return result;
    }

    internal static CommandDefinition Command(
        string sql, object? parameters, IDbTransaction? transaction, string file, string member, CancellationToken token) =>
        new($"/* {Path.GetFileNameWithoutExtension(file)}.{member} */ {sql}", parameters, transaction, cancellationToken: token);
}

/// <summary>What can be asked inside <see cref="Database.InTransactionAsync{T}"/>; it is of no use after it.</summary>
public sealed class DatabaseTransaction
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly CancellationToken _token;

    internal DatabaseTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
    {
        _connection = connection;
        _transaction = transaction;
        _token = token;
    }

    /// <summary>The rows of a query, in the order the database gave them.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(
        string sql, object? parameters, [CallerFilePath] string file = "", [CallerMemberName] string member = "") =>
        (await _connection.QueryAsync<T>(Database.Command(sql, parameters, _transaction, file, member, _token))).AsList();

    /// <summary>The one row of a query, or null where there is none; two rows are a bug and throw.</summary>
    public Task<T?> FindAsync<T>(
        string sql, object? parameters, [CallerFilePath] string file = "", [CallerMemberName] string member = "") =>
        _connection.QuerySingleOrDefaultAsync<T>(Database.Command(sql, parameters, _transaction, file, member, _token));

    /// <summary>Runs a statement; answers how many rows it touched.</summary>
    public Task<int> ExecuteAsync(
        string sql, object? parameters, [CallerFilePath] string file = "", [CallerMemberName] string member = "") =>
        _connection.ExecuteAsync(Database.Command(sql, parameters, _transaction, file, member, _token));
}
