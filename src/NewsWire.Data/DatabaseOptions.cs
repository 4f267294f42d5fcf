using System.ComponentModel.DataAnnotations;

namespace NewsWire.Data;

/// <summary>The settings under Database: how long NewsWire waits for it.</summary>
public sealed class DatabaseOptions
{
    /// <summary>How long a page may wait for the database, all its statements together, before it is answered 503.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan PageLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a start tries again to reach a database that is away, starting or full of connections.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(60);
}
