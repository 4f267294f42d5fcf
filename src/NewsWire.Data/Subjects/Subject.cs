namespace NewsWire.Data.Subjects;

/// <summary>An entry of a vocabulary. Codes are only unique within their scheme (MIN: men's interest in one, mining in another).</summary>
/// <param name="Scheme">The vocabulary: prn, gnw, medtop, or a wire's own key.</param>
/// <param name="Code">The wire's code; for a vocabulary without codes, the name.</param>
public sealed record Subject(string Scheme, string Code, string Name, string? French = null)
{
    /// <summary>The topic it belongs to: the same for all equivalent subjects of all schemes.</summary>
    public SubjectKey Topic { get; init; } = new(Scheme, Code);

    /// <summary>The equivalent IPTC Media Topic (medtop:20000202), or null.</summary>
    public string? Medtop { get; init; }

    /// <summary>True where its vocabulary has retired it; documents with it are kept.</summary>
    public bool Retired { get; init; }

    public SubjectKey Key => new(Scheme, Code);
}
