namespace NewsWire.Data.PrivateServer;

/// <summary>The server's configuration file: small, private, and the same on every system.</summary>
internal static class ServerSettings
{
    /// <summary>How many connections the server takes; two programs with a pool each must fit in, and a person beside them.</summary>
    public const int MaxConnections = 50;

    /// <summary>The largest pool of one program.</summary>
    public const int MaxPool = 22;

    /// <summary>The text of postgresql.conf. It is written whole at every start: what is not here has its default.</summary>
    public static string Text(int major, string socketFolder, bool durable)
    {
        List<string> lines =
        [
            "# Written by NewsWire at every start of the server: changes here are lost.",
            "listen_addresses = ''",
            "port = 5432",
            $"unix_socket_directories = {Quote(socketFolder)}",
            "unix_socket_permissions = 0700",
            "password_encryption = 'scram-sha-256'",
            $"max_connections = {MaxConnections}",
            "shared_buffers = 64MB",
            "max_wal_size = 256MB",
            "wal_level = minimal",
            "max_wal_senders = 0",
            "jit = off",
            "timezone = 'UTC'",
            "log_timezone = 'UTC'",
            "log_checkpoints = off",
        ];
        if (major >= 18)
            lines.Add("io_method = sync");
        if (!durable)
            lines.AddRange(["fsync = off", "synchronous_commit = off", "full_page_writes = off"]);
        return string.Join('\n', lines) + "\n";
    }

    // First a name in a list of names, whose quotes are double; then a string of the file, whose quotes are single.
    private static string Quote(string folder) => "'" + ('"' + folder.Replace("\"", "\"\"") + '"').Replace("\\", "\\\\").Replace("'", "''") + "'";
}
