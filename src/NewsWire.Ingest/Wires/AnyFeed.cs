namespace NewsWire.Ingest.Wires;

/// <summary>Any feed, file or page that no wire of its own is known for: read by what all of them have in common.</summary>
internal sealed class AnyFeed : Wire
{
    public override string Key => "other";
    public override string Name => "Other sources";
}
