using DbUp;
using DbUp.Engine;
using DbUp.Postgresql;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace NewsWire.Data;

/// <summary>A database that this program must not touch, with the reason in words for the person who runs it.</summary>
public sealed class SchemaRefusedException(string message) : Exception(message);

/// <summary>
/// Brings the tables to the shape this program knows: the numbered scripts in Migrations/, each once, each in its own
/// transaction, under an advisory lock so that two starts take turns. A schema from the future is refused.
/// </summary>
public static class Schema
{
    // Any number will do, as long as every version of the program uses the same.
    private const long LockKey = 0x4E657773_57697265;

    // A script may rewrite a large table; the driver's own limit for a statement is 30 seconds.
    private static readonly TimeSpan LongestScript = TimeSpan.FromHours(6);

    private static readonly SqlScript[] Carried = [.. Load()];

    /// <summary>The names of the scripts this program carries, in order.</summary>
    public static IReadOnlyList<string> Scripts { get; } = [.. Carried.Select(script => script.Name)];

    /// <summary>Runs what is missing; answers the names of the scripts that ran. Where nothing is missing, nothing is written.</summary>
    /// <exception cref="SchemaRefusedException">The database was migrated by a newer NewsWire.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource source, ILogger logger, CancellationToken token)
    {
        if (await IsCurrentAsync(source, token))
            return [];
        await using var guard = await source.OpenConnectionAsync(token);
        await using (var take = new NpgsqlCommand($"select pg_advisory_lock({LockKey})", guard) { CommandTimeout = 0 })
            await take.ExecuteNonQueryAsync(token);
        try
        {
            return await UpgradeAsync(source, logger, token);
        }
        finally
        {
            // A pooled connection would hold the lock until it is used again.
            await using var release = new NpgsqlCommand($"select pg_advisory_unlock({LockKey})", guard);
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private static async Task<IReadOnlyList<string>> UpgradeAsync(NpgsqlDataSource source, ILogger logger, CancellationToken token)
    {
        var unknown = (await AppliedAsync(source, token)).Except(Scripts, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new SchemaRefusedException(
                $"This database was written by a newer NewsWire (it holds {string.Join(", ", unknown)}, which this version does not know). "
                + "Start that version or a later one; nothing was changed.");
        }

        var engine = DeployChanges.To
            .PostgresqlDatabase(new PostgresqlConnectionManager(source))
            .WithScripts(Carried)
            .WithTransactionPerScript()
            .WithExecutionTimeout(LongestScript)
            .WithVariablesDisabled()
            .JournalToPostgresqlTable("public", "schema_version")
            .LogTo(new MigrationLog(logger))
            .Build();
        var result = engine.PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed.", result.Error);
        return [.. result.Scripts.Select(script => script.Name)];
    }

    /// <summary>True where the database has exactly the scripts this program carries; readiness checks it.</summary>
    public static async Task<bool> IsCurrentAsync(NpgsqlDataSource source, CancellationToken token)
    {
        var applied = await GivingUp.WhenCancelledAsync(cancel => AppliedAsync(source, cancel), token);
        return applied.Order(StringComparer.Ordinal).SequenceEqual(Scripts, StringComparer.Ordinal);
    }

    private static async Task<List<string>> AppliedAsync(NpgsqlDataSource source, CancellationToken token)
    {
        await using var exists = source.CreateCommand("select to_regclass('public.schema_version') is not null");
        if (await exists.ExecuteScalarAsync(token) is not true)
            return [];
        await using var list = source.CreateCommand("select scriptname from public.schema_version");
        await using var reader = await list.ExecuteReaderAsync(token);
        List<string> names = [];
        while (await reader.ReadAsync(token))
            names.Add(reader.GetString(0));
        return names;
    }

    private static IEnumerable<SqlScript> Load()
    {
        const string folder = "NewsWire.Data.Migrations.";
        var assembly = typeof(Schema).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return new SqlScript(resource[folder.Length..], text.ReadToEnd());
        }
    }
}
