using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Wires;

/// <summary>All wires of this program, found by reflection: a new wire only needs its class.</summary>
internal sealed class WireCatalog
{
    private readonly Dictionary<string, Wire> _byKey;

    public WireCatalog()
    {
        All = [.. typeof(Wire).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(Wire)))
            .Select(type => (Wire)Activator.CreateInstance(type)!)
            .OrderBy(wire => wire.Name, StringComparer.OrdinalIgnoreCase)];
        _byKey = All.ToDictionary(wire => wire.Key, StringComparer.Ordinal);
    }

    public IReadOnlyList<Wire> All { get; }

    /// <summary>The wire with this key, or null.</summary>
    public Wire? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The wire most certain of a document, or the fallback for any feed and page.</summary>
    public Wire Recognize(OpenedDocument document)
    {
        var (best, most) = (_byKey["other"], 0);
        foreach (var wire in All)
        {
            if (wire.Recognize(document) is var sure && sure > most)
                (best, most) = (wire, sure);
        }
        return best;
    }
}
