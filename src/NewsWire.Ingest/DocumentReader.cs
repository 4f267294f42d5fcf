using System.Text.RegularExpressions;
using System.Xml;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Wires;

namespace NewsWire.Ingest;

/// <summary>The Parse stage: bytes to a parsed document. No network, no database, no clock.</summary>
internal sealed class DocumentReader(WireCatalog wires)
{
    /// <summary>Maximum document size in bytes, which Ingestion:MaximumBytes can only lower; larger ones are refused.</summary>
    public const int MaximumBytes = 64 * 1024 * 1024;

    /// <param name="wire">Key of the wire the document came from, or null to detect it from the document.</param>
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
        // Either the text was made to exhaust a pattern, or the machine is busy.
        catch (RegexMatchTimeoutException)
        {
            return ParsedDocument.Unreadable("unknown", wire ?? "other", "Reading the document took too long.") with { Passing = true };
        }
        // A name that .NET's XML classes reject: a fault of the document, not of this program.
        catch (XmlException trouble)
        {
            return ParsedDocument.Unreadable("unknown", wire ?? "other", $"The document could not be read: {trouble.Message}");
        }
    }
}
