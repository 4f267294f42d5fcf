using Microsoft.Extensions.Logging.Abstractions;
using NewsWire.Data;
using NewsWire.Data.PrivateServer;
using NewsWire.Data.Subjects;
using NewsWire.Tests.Support;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(TestDatabaseLifetime))]

namespace NewsWire.Tests.Support;

/// <summary>A new database with the current schema and subjects and no other rows; dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestDatabaseServer _server;

    internal TestDatabase(TestDatabaseServer server, string name)
    {
        _server = server;
        Name = name;
        ConnectionString = server.ConnectionString(name);
        Source = NpgsqlDataSource.Create(ConnectionString);
        Database = new Database(Source);
    }

    /// <summary>The database's name on its server.</summary>
    public string Name { get; }

    /// <summary>The complete Npgsql connection string.</summary>
    public string ConnectionString { get; }

    /// <summary>A connection pool for this test only.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>The program's own access to the tables.</summary>
    public Database Database { get; }

    /// <summary>A database copied from the migrated template.</summary>
    public static async Task<TestDatabase> CreateAsync(CancellationToken token) =>
        await (await TestDatabaseServer.SharedAsync()).CreateAsync(template: true, token);

    /// <summary>An empty database, for tests of the migrations.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(CancellationToken token) =>
        await (await TestDatabaseServer.SharedAsync()).CreateAsync(template: false, token);

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _server.DropAsync(Name);
    }
}

/// <summary>Created by the test framework before the first test; its disposal after the last test stops the shared server.</summary>
public sealed class TestDatabaseLifetime : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await TestDatabaseServer.EndSharedAsync();
}

/// <summary>
/// The server of all test databases in this process: the one in NEWSWIRE_TEST_DATABASE, or else a private cluster in a temporary folder. It
/// starts on first use and ends with the test assembly.
/// </summary>
public sealed class TestDatabaseServer : IAsyncDisposable
{
    private static readonly Lazy<Task<TestDatabaseServer>> Shared = new(StartAsync);

    private readonly string _template = Unique("template");
    private readonly string _base;
    private readonly string? _folder;
    private readonly PrivateCluster? _cluster;
    private readonly NpgsqlDataSource _administration;

    private TestDatabaseServer(string connectionString, PrivateCluster? cluster, string? folder)
    {
        _base = connectionString;
        _cluster = cluster;
        _folder = folder;
        _administration = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 4 });
    }

    internal static Task<TestDatabaseServer> SharedAsync() => Shared.Value;

    internal string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(_base) { Database = database, MaxPoolSize = 8 }.ConnectionString;

    internal async Task<TestDatabase> CreateAsync(bool template, CancellationToken token)
    {
        var name = Unique("test");
        await RunAsync(template ? $"create database {name} template {_template} strategy file_copy" : $"create database {name} template template0", token);
        return new TestDatabase(this, name);
    }

    internal Task DropAsync(string name) => RunAsync($"drop database if exists {name} with (force)", CancellationToken.None);

    /// <summary>Stops the server, if any test used it.</summary>
    internal static async Task EndSharedAsync()
    {
        if (Shared.IsValueCreated)
            await (await Shared.Value).DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await DropAsync(_template);
        await _administration.DisposeAsync();
        if (_cluster is not null)
            await _cluster.DisposeAsync();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }

    private static async Task<TestDatabaseServer> StartAsync()
    {
        var server = Environment.GetEnvironmentVariable("NEWSWIRE_TEST_DATABASE") is { Length: > 0 } given
            ? new TestDatabaseServer(given, null, null)
            : await StartPrivateAsync();
        await server.MakeTemplateAsync(CancellationToken.None);
        return server;
    }

    private static async Task<TestDatabaseServer> StartPrivateAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), Unique("newswire_tests"));
        var options = new PrivateServerOptions { DataFolder = folder, Durable = false };
        var cluster = await PrivateCluster.StartAsync(options, NullLogger.Instance, TimeProvider.System, CancellationToken.None);
        return new TestDatabaseServer(cluster.ConnectionString, cluster, folder);
    }

    private async Task MakeTemplateAsync(CancellationToken token)
    {
        await RunAsync($"create database {_template} template template0", token);
        await using (var source = NpgsqlDataSource.Create(ConnectionString(_template)))
        {
            await Schema.MigrateAsync(source, NullLogger.Instance, token);
            await new SubjectTable(new Database(source), SubjectCatalog.Shipped).SynchronizeAsync(token);
        }
        // A template with any open connection, even from autovacuum, cannot be copied.
        await RunAsync($"alter database {_template} allow_connections false", token);
    }

    private async Task RunAsync(string sql, CancellationToken token)
    {
        await using var command = _administration.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(token);
    }

    private static string Unique(string kind) => $"{kind}_{Guid.NewGuid():N}";
}
