namespace NewsWire.Ingest.Formats.Xml;

/// <summary>The namespace prefixes in force at a point in a document.</summary>
internal sealed class XmlScope(XmlScope? outer)
{
    private readonly List<(string Prefix, string Usual)> _bound = [];

    /// <summary>The usual prefix of the root's own vocabulary; names in it have no prefix.</summary>
    public string? Home { get; set; } = outer?.Home;

    /// <summary>Binds a prefix (empty for the default namespace) to a namespace.</summary>
    public void Bind(string prefix, string address) => _bound.Add((prefix, XmlNames.PrefixOf(address) ?? prefix.ToLowerInvariant()));

    /// <summary>An element's name with its usual prefix.</summary>
    public string ElementName(string prefix, string local)
    {
        var usual = Usual(prefix);
        return usual.Length == 0 || usual == Home ? local : $"{usual}:{local}";
    }

    /// <summary>An attribute's name with its usual prefix; the default namespace does not apply to attributes.</summary>
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
