using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>The wire that distributed a release: a key for addresses, and its name.</summary>
internal sealed record Distributor(string Key, string Name)
{
    /// <summary>The wire a dateline or a distributor's label names; CNW's editions are one wire.</summary>
    public static Distributor? Of(string? label)
    {
        if (string.IsNullOrWhiteSpace(label) || Dateline.WireName(label) is not { } name)
            return null;
        var wire = name is "CNW Telbec" ? "CNW" : name;
        return new Distributor(wire.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(), wire);
    }
}
