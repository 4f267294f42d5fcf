using NewsWire.Data;
using NewsWire.Data.PrivateServer;
using Npgsql;

namespace NewsWire.Web.Commands;

/// <summary>The database of this run: the one it was given, else a private server, which runs until this is disposed.</summary>
internal sealed class DataStore : IAsyncDisposable
{
    private readonly IConfiguration _configuration;
    private readonly string? _given;
    private PrivateCluster? _own;

    /// <exception cref="FormatException">ConnectionStrings:NewsWire is no connection string.</exception>
    public DataStore(IConfiguration configuration)
    {
        _configuration = configuration;
        _given = Given(configuration);
    }

    /// <summary>A complete Npgsql connection string, once it is open.</summary>
    public string ConnectionString => _given ?? _own?.ConnectionString ?? throw new InvalidOperationException("The database is not open yet.");

    /// <summary>Starts the private server where no connection string was given.</summary>
    /// <exception cref="PrivateServerException">No server could be started here.</exception>
    public async Task OpenAsync(ILogger logger, TimeProvider time, CancellationToken token)
    {
        var options = _configuration.GetSection("PrivateServer").Get<PrivateServerOptions>() ?? new PrivateServerOptions();
        if (_given is null)
            _own = await PrivateCluster.StartAsync(options, logger, time, token);
    }

    /// <summary>The complete connection string that was given, or null where none was.</summary>
    /// <exception cref="FormatException">ConnectionStrings:NewsWire is no connection string.</exception>
    public static string? Given(IConfiguration configuration) =>
        configuration.GetConnectionString("NewsWire") is { Length: > 0 } given ? Readable(given) : null;

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string Readable(string connectionString)
    {
        try
        {
            var complete = DataRegistration.Complete(connectionString);
            // Finds what is missing or contradicts itself; nothing is connected.
            using var source = NpgsqlDataSource.Create(complete);
            return complete;
        }
        // The string holds a password: what is wrong is said, the string is not.
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new FormatException("ConnectionStrings:NewsWire is not an Npgsql connection string, such as Host=db;Username=newswire;Password=…;Database=newswire.", wrong);
        }
    }
}
