using System.Text.RegularExpressions;
using System.Xml;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Wires;

namespace NewsWire.Ingest;

/// <summary>The Parse stage: bytes to what the wire said. No network, no database, no clock.</summary>
internal sealed class DocumentReader(WireCatalog wires)
{
    /// <summary>No document of a wire comes near it; larger ones are refused with that reason.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    /// <param name="wire">The key of the wire it came from, or null where the document must tell itself.</param>
    public ParsedDocument Read(SourceDocument source, string? wire)
    {
        if (source.Bytes.Length > MaximumBytes)
            return ParsedDocument.Unreadable("unknown", wire ?? "other", $"The document has {source.Bytes.Length / 1_048_576} MB; the limit is {MaximumBytes / 1_048_576} MB.");
        if (source.Bytes.Length == 0)
            return ParsedDocument.Unreadable("unknown", wire ?? "other", "The document is empty.");
        try
        {
            return Patience.Over(() =>
            {
                var document = OpenedDocument.Open(source);
                var reader = (wire is null ? null : wires.Find(wire)) ?? wires.Recognize(document);
                return reader.Parse(document);
            });
        }
        // A text made to keep a pattern busy, or a machine that is.
        catch (RegexMatchTimeoutException)
        {
            return ParsedDocument.Unreadable("unknown", wire ?? "other", "Reading the document took too long.") with { Passing = true };
        }
        // Names no XML may have: the document's fault, not ours.
        catch (XmlException trouble)
        {
            return ParsedDocument.Unreadable("unknown", wire ?? "other", $"The document could not be read: {trouble.Message}");
        }
    }
}
