using NewsWire.Data;
using NewsWire.Data.PrivateServer;

namespace NewsWire.Web.Commands;

/// <summary>The database this run works with: the one it was given, else a server of its own. Open for as long as the program needs it.</summary>
internal sealed class DataStore : IAsyncDisposable
{
    private readonly PrivateCluster? _own;

    private DataStore(string connectionString, PrivateCluster? own)
    {
        ConnectionString = connectionString;
        _own = own;
    }

    /// <summary>A complete Npgsql connection string.</summary>
    public string ConnectionString { get; }

    /// <exception cref="PrivateServerException">No connection string was given, and no server could be started here.</exception>
    public static async Task<DataStore> OpenAsync(IConfiguration configuration, ILogger logger, TimeProvider time, CancellationToken token)
    {
        if (configuration.GetConnectionString("NewsWire") is { Length: > 0 } given)
            return new DataStore(Readable(given), null);
        var options = configuration.GetSection("PrivateServer").Get<PrivateServerOptions>() ?? new PrivateServerOptions();
        var own = await PrivateCluster.StartAsync(options, logger, time, token);
        return new DataStore(own.ConnectionString, own);
    }

    private static string Readable(string connectionString)
    {
        try
        {
            return DataRegistration.Complete(connectionString);
        }
        // The string holds a password: what is wrong is said, the string is not.
        catch (ArgumentException wrong)
        {
            throw new FormatException("ConnectionStrings:NewsWire is not an Npgsql connection string, such as Host=db;Username=newswire;Password=…;Database=newswire.", wrong);
        }
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
