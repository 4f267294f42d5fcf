using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>The publication status of a NewsML 1 item, its embargo, and whether it revises an earlier one.</summary>
internal static class NewsMlStanding
{
    public static (RawStatus Status, string? Embargo) Of(WireElement? id, WireElement? management)
    {
        var embargo = Until(management);
        return management.Child("Status")?.Attribute("FormalName")?.Trim().ToLowerInvariant() switch
        {
            "canceled" or "cancelled" or "killed" or "withdrawn" => (RawStatus.Withdrawn, null),
            "withheld" or "embargoed" => (embargo is null ? RawStatus.Withheld : RawStatus.Usable, embargo),
            _ => (IsRevised(id) ? RawStatus.Corrected : RawStatus.Usable, embargo),
        };
    }

    private static string? Until(WireElement? management)
    {
        if (management.Child("EmbargoedUntil").Line() is { } named)
            return named;
        var future = management.Child("StatusWillChange");
        return future.Child("FutureStatus")?.Attribute("FormalName")?.Equals("Usable", StringComparison.OrdinalIgnoreCase) == true ? future.Child("DateAndTime").Line() : null;
    }

    // Update="U" updates an earlier revision, "A" adds to it, "N" is a new item; PreviousRevision 0 means there is none.
    private static bool IsRevised(WireElement? id)
    {
        var revision = id.Child("RevisionId");
        return revision?.Attribute("Update")?.Trim() is "U" or "A" || (revision?.Attribute("PreviousRevision")?.Trim() is { Length: > 0 } previous && previous != "0");
    }
}
