namespace NewsWire.Data.Subjects;

/// <summary>One entry of a vocabulary: a code is only unique within its scheme (MIN: men's interest, and mining).</summary>
/// <param name="Scheme">The list it stands in: prn, gnw, medtop, or a wire's own key.</param>
/// <param name="Code">The wire's own code; of a list without codes, the name it goes by.</param>
public sealed record Subject(string Scheme, string Code, string Name, string? French = null)
{
    /// <summary>What the one directory keeps it under: the same for all subjects of all schemes that mean the same.</summary>
    public SubjectKey Topic { get; init; } = new(Scheme, Code);

    /// <summary>The IPTC Media Topic that means the same (medtop:20000202), where there is one.</summary>
    public string? Medtop { get; init; }

    /// <summary>True where its list has given it up; documents that carry it stay.</summary>
    public bool Retired { get; init; }

    public SubjectKey Key => new(Scheme, Code);
}
