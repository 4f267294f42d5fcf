using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Wires;

/// <summary>
/// One wire: how its documents are told from others and how they are read. It knows formats, but no other wire,
/// no store and no network.
/// </summary>
internal interface IWire
{
    /// <summary>A short name for addresses: prnewswire.</summary>
    string Key { get; }

    /// <summary>The name its readers know: PR Newswire.</summary>
    string Name { get; }

    /// <summary>Its public site, or null where it has none of its own.</summary>
    Uri? Home { get; }

    /// <summary>The language of a document that does not say.</summary>
    string Language => "en";

    /// <summary>The zone of its clock times where a source does not say.</summary>
    TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>How surely this document is of this wire: 0 not at all, 1 by a weak sign, 2 by its address or its own words.</summary>
    int Recognize(OpenedDocument document);

    /// <summary>What the document says. Trouble with it is in the answer, not thrown.</summary>
    ParsedDocument Parse(OpenedDocument document);
}
