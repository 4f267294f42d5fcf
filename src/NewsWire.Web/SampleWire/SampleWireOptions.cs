namespace NewsWire.Web.SampleWire;

/// <summary>The settings under SampleWire.</summary>
public sealed class SampleWireOptions
{
    /// <summary>True gathers the invented releases too.</summary>
    public bool Enabled { get; init; }
}
