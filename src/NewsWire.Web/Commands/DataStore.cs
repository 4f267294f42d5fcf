namespace NewsWire.Web.Commands;

/// <summary>No database to work with, with the reason in words for the person who runs the program.</summary>
internal sealed class DataStoreException(string message) : Exception(message);

/// <summary>The database this run works with: the one it was given. Open for as long as the program needs it.</summary>
internal sealed class DataStore : IAsyncDisposable
{
    private DataStore(string connectionString) => ConnectionString = connectionString;

    /// <summary>A complete Npgsql connection string.</summary>
    public string ConnectionString { get; }

    /// <exception cref="DataStoreException">No connection string was given.</exception>
    public static Task<DataStore> OpenAsync(IConfiguration configuration, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (configuration.GetConnectionString("NewsWire") is { Length: > 0 } given)
            return Task.FromResult(new DataStore(given));
        throw new DataStoreException(
            "NewsWire was not told which PostgreSQL to use. Set ConnectionStrings__NewsWire, "
            + "for example \"Host=localhost;Database=newswire;Username=newswire\".");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
