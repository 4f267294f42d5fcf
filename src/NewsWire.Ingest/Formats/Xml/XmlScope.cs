namespace NewsWire.Ingest.Formats.Xml;

/// <summary>The prefixes that are bound at a place in a document.</summary>
internal sealed class XmlScope(XmlScope? outer)
{
    private readonly List<(string Prefix, string Usual)> _bound = [];

    /// <summary>The usual prefix of the root's own vocabulary: what belongs to it goes without one.</summary>
    public string? Home { get; set; } = outer?.Home;

    /// <summary>Binds a prefix (empty for the default) to a namespace's address.</summary>
    public void Bind(string prefix, string address) => _bound.Add((prefix, XmlNames.PrefixOf(address) ?? prefix.ToLowerInvariant()));

    /// <summary>An element's usual name.</summary>
    public string ElementName(string prefix, string local)
    {
        var usual = Usual(prefix);
        return usual.Length == 0 || usual == Home ? local : $"{usual}:{local}";
    }

    /// <summary>An attribute's usual name: the default namespace does not reach attributes.</summary>
    public string AttributeName(string prefix, string local) => prefix.Length == 0 ? local : $"{Usual(prefix)}:{local}";

    public string Usual(string prefix)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            foreach (var (bound, usual) in scope._bound)
            {
                if (bound == prefix)
                    return usual;
            }
        }
        return prefix.ToLowerInvariant();
    }

    public XmlScope? Outer => outer;
}
