using System.Net.Sockets;
using Npgsql;

namespace NewsWire.Data.PrivateServer;

/// <summary>Starts, stops and checks the server of one cluster.</summary>
internal sealed class ServerControl(ClusterFolder folder, ServerBinaries binaries, Account account, PrivateServerOptions options, TimeProvider time)
{
    private const string DatabaseName = "newswire";
    private const long LargestLog = 10 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Returns the socket folder of a server that answers: the running one if it may be used, otherwise a new one. Requires the start lock.
    /// </summary>
    /// <param name="adopt">False where a server that still runs is stopping and must not be used.</param>
    public async Task<string> EnsureRunningAsync(bool adopt, CancellationToken token)
    {
        if (await Postmaster.FindLivingAsync(folder.Data, account, token) is { } living)
        {
            if (adopt && await AnswersAsync(living.SocketFolder, token))
                return living.SocketFolder;
            await StopAsync(token);
        }
        return await StartAsync(token);
    }

    /// <summary>False where nothing listens. A server that rejects the connection or is starting counts as present.</summary>
    public static async Task<bool> IsThereAsync(string connectionString, CancellationToken token)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 5 });
        try
        {
            await using var connection = await source.OpenConnectionAsync(token);
            return true;
        }
        catch (PostgresException)
        {
            return true;
        }
        catch (Exception nobody) when (nobody is NpgsqlException or SocketException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Stops the server and waits until it has ended; does nothing if none runs.</summary>
    public async Task StopAsync(CancellationToken token)
    {
        await account.RunAsync(folder.Path, [binaries.Program("pg_ctl"), "stop", "-s", "-w", "-m", "fast", "-D", "data"], token);
        SocketFolder.Clear(folder);
    }

    /// <summary>The connection string of NewsWire's database, which is created if missing.</summary>
    public async Task<string> EnsureDatabaseAsync(string socketFolder, CancellationToken token)
    {
        await using (var source = NpgsqlDataSource.Create(ConnectionString(socketFolder, "postgres", pooling: false)))
        {
            await using var exists = source.CreateCommand($"select 1 from pg_database where datname = '{DatabaseName}'");
            if (await exists.ExecuteScalarAsync(token) is null)
            {
                await using var create = source.CreateCommand($"create database {DatabaseName}");
                await create.ExecuteNonQueryAsync(token);
            }
        }
        return ConnectionString(socketFolder, DatabaseName, pooling: true);
    }

    private async Task<string> StartAsync(CancellationToken token)
    {
        var socketFolder = await SocketFolder.PrepareAsync(folder, account, token);
        var settings = ServerSettings.Text(binaries.Major, socketFolder, options.Durable);
        await account.WriteAsync(Path.Combine(folder.Data, "postgresql.conf"), settings, token);
        if (new FileInfo(folder.Log) is { Exists: true, Length: > LargestLog })
            File.Move(folder.Log, folder.Log + ".old", overwrite: true);

        var began = time.GetTimestamp();
        while (true)
        {
            var logged = File.Exists(folder.Log) ? new FileInfo(folder.Log).Length : 0;
            // pg_ctl starts the server in a session of its own, so that Ctrl+C in this terminal does not reach it.
            var started = await account.RunAsync(
                folder.Path, [binaries.Program("pg_ctl"), "start", "-s", "-w", "-t", "120", "-D", "data", "-l", "server.log"], token);
            if (started is { Code: 0 })
                return socketFolder;
            var said = LogSince(logged);
            // After a crash the last processes of the old server take a moment to end and release the shared memory.
            if (!said.Contains("shared memory block", StringComparison.Ordinal) || time.GetElapsedTime(began) > Patience)
                throw new PrivateServerException($"The private server in {folder.Path} did not start: {Tool.LastLines(said)} {started?.LastWords}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), time, token);
        }
    }

    private async Task<bool> AnswersAsync(string socketFolder, CancellationToken token)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString(socketFolder, "postgres", pooling: false));
        for (var began = time.GetTimestamp(); ;)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(token);
                return true;
            }
            catch (PostgresException refused) when (refused.SqlState != PostgresErrorCodes.CannotConnectNow)
            {
                // The server runs; its error will be reported when the database is opened.
                return true;
            }
            catch (Exception notYet) when (notYet is NpgsqlException or SocketException)
            {
                // The server is starting, recovering or stopping; if its socket is missing, waiting longer does not help.
                var limit = notYet is PostgresException ? Patience : TimeSpan.FromSeconds(3);
                if (await Postmaster.FindLivingAsync(folder.Data, account, token) is null || time.GetElapsedTime(began) > limit)
                    return false;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, token);
        }
    }

    private string ConnectionString(string socketFolder, string database, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = socketFolder,
        Port = 5432,
        Database = database,
        Username = ClusterFolder.User,
        Password = folder.ReadPassword(),
        SslMode = SslMode.Disable,
        Pooling = pooling,
        MaxPoolSize = ServerSettings.MaxPool,
    }.ConnectionString;

    private string LogSince(long position)
    {
        if (!File.Exists(folder.Log))
            return "";
        using var log = new FileStream(folder.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        log.Position = Math.Min(position, log.Length);
        using var reader = new StreamReader(log);
        return reader.ReadToEnd();
    }
}
