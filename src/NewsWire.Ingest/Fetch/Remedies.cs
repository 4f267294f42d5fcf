using NewsWire.Data;

namespace NewsWire.Ingest.Fetch;

/// <summary>What the operator can change about a failure, in one sentence, or that nothing needs to be done.</summary>
internal static class Remedies
{
    public const string SeeLog = "See the server log.";

    /// <summary>For a source whose failure says nothing more specific.</summary>
    public static string OfSource(FailureKind kind) => kind switch
    {
        FailureKind.Invalid or FailureKind.Unexpected => "Check the source's Address.",
        FailureKind.Missing => "Check the source's Address: it may have moved.",
        FailureKind.Server => "Nothing needs to be done; NewsWire tries again.",
        FailureKind.Limited => "Nothing needs to be done. If it happens often, set a longer Every.",
        FailureKind.Denied => "Check with the wire whether programs may read this address and whether it needs a key.",
        FailureKind.Unreachable => "Check the host in the source's Address, and this machine's network.",
        FailureKind.Timeout => "Nothing needs to be done; NewsWire tries again. If it continues, raise Ingestion:TimeLimit.",
        FailureKind.Unreadable => "Check that the source's Address leads to a feed or a page of releases, and that its Kind and Wire are right.",
        FailureKind.Internal => SeeLog,
        _ => "Check the source's settings.",
    };

    /// <summary>For addresses in networks that are not public.</summary>
    /// <param name="networks">Each as it would have to stand in the setting: 10.1.2.3/32.</param>
    public static string Allow(IEnumerable<string> networks, bool redirected) =>
        $"{(redirected ? "If this redirect is intended" : "To allow it")}, add {string.Join(" and ", networks)} to Ingestion:AllowedNetworks.";

    public static string Raise(string setting) => $"To allow it, raise {setting}.";
}
