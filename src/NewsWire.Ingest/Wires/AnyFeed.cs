namespace NewsWire.Ingest.Wires;

/// <summary>The fallback for feeds, files and pages of unknown wires; it uses no wire-specific rules.</summary>
internal sealed class AnyFeed : Wire
{
    public override string Key => "other";
    public override string Name => "Other sources";
}
