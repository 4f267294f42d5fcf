using Microsoft.Extensions.DependencyInjection;
using NewsWire.Data.Subjects;
using Npgsql;

namespace NewsWire.Data;

/// <summary>Adds the database to a program: one pool, one way to ask, one catalog of subjects.</summary>
public static class DataRegistration
{
    /// <param name="connectionString">A complete Npgsql connection string: given by the operator, or of the private server.</param>
    public static IServiceCollection AddDatabase(this IServiceCollection services, string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrEmpty(settings.ApplicationName))
            settings.ApplicationName = "newswire";
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 64;
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = "newswire" }.Build());
        services.AddSingleton<Database>();
        services.AddSingleton(SubjectCatalog.Shipped);
        services.AddSingleton<SubjectTable>();
        return services;
    }
}
