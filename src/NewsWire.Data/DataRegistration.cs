using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsWire.Data.Subjects;
using Npgsql;

namespace NewsWire.Data;

/// <summary>Adds the database to a program: one pool of connections, one way to query it, one catalog of subjects.</summary>
public static class DataRegistration
{
    private static readonly string[] PoolSizes = ["Maximum Pool Size", "Max Pool Size", "MaxPoolSize"];

    /// <param name="connectionString">An Npgsql connection string: given by the operator, or of the private server.</param>
    public static IServiceCollection AddDatabase(this IServiceCollection services, string connectionString) =>
        services.AddDatabase(() => connectionString);

    /// <param name="connectionString">Asked for when the database is first needed, which is after the settings were checked.</param>
    public static IServiceCollection AddDatabase(this IServiceCollection services, Func<string> connectionString)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(Complete(connectionString())) { Name = "newswire" }.Build());
        services.AddSingleton<DatabaseOutage>();
        services.AddSingleton<Database>();
        services.AddSingleton(SubjectCatalog.Shipped);
        services.AddSingleton<SubjectTable>();
        return services;
    }

    /// <summary>The connection string with NewsWire's own defaults wherever it states nothing itself.</summary>
    /// <exception cref="ArgumentException">It is no Npgsql connection string.</exception>
    public static string Complete(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrEmpty(settings.ApplicationName))
            settings.ApplicationName = "newswire";
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 64;
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!PoolSizes.Any(given.ContainsKey))
            settings.MaxPoolSize = Math.Max(settings.MinPoolSize, ConnectionBudget.DefaultPool);
        // By default Npgsql looks for Kerberos at every start, and where its libraries are missing they write to standard error.
        if (!settings.ShouldSerialize("GSS Encryption Mode"))
            settings.GssEncryptionMode = GssEncryptionMode.Disable;
        return settings.ConnectionString;
    }
}
