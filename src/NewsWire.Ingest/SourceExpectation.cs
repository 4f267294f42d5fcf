using NewsWire.Data;
using NewsWire.Ingest.Fetch;
using NewsWire.Ingest.Wires;

namespace NewsWire.Ingest;

/// <summary>Says of a source's document that could not be read what its Kind and Wire made NewsWire expect, and what came.</summary>
internal static class SourceExpectation
{
    /// <param name="kind">The source's Kind: feed or list.</param>
    /// <param name="wire">The wire whose reader was used.</param>
    public static FetchResult.Refused Refuse(string kind, Wire wire, ParsedDocument document, int statusCode)
    {
        var refused = new FetchResult.Refused(document.Failure, document.Error!, statusCode);
        // A server's refusal in the place of a document says itself what it is.
        if (document.Failure != FailureKind.Unreadable)
            return refused;
        return (kind, document.Format) switch
        {
            ("feed", "html") => refused with
            {
                Reason = "A feed was expected; an HTML page came.",
                Remedy = "Check that the source's Address is that of a feed. For a page of links to releases set Kind to list.",
            },
            ("feed", _) => refused with { Reason = $"A feed was expected. {document.Error}", Remedy = "Check that the source's Address is that of a feed." },
            _ when !wire.ReadsLists => refused with
            {
                Reason = $"A page of links to releases was expected, and none is known for the wire {wire.Key}.",
                Remedy = "Set the source's Wire to the one whose releases the page links to, or set its Address to a feed and Kind to feed.",
            },
            (_, "html") => refused with
            {
                Reason = $"A page of links to releases of {wire.Name} was expected; this page has none.",
                Remedy = "Check that the source's Address is that of such a page and that its Wire is right.",
            },
            _ => refused with
            {
                Reason = $"A page of links to releases of {wire.Name} was expected. {document.Error}",
                Remedy = "Check that the source's Address is that of such a page.",
            },
        };
    }
}
