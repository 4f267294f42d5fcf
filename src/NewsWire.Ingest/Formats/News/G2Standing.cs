using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>The publication status of a NewsML-G2 item, and whether it replaces an earlier item.</summary>
internal static class G2Standing
{
    private static readonly string[] Earlier = ["previousVersion", "corrects", "replaces", "updates", "derivedFrom"];

    /// <summary>The status, and the id of the item it replaces, or null.</summary>
    public static (RawStatus Status, string? Replaces) Of(WireElement? meta, WireElement? about)
    {
        var earlier = meta.Children("link").FirstOrDefault(link => Earlier.Contains(CodeOf(link, "rel"), StringComparer.OrdinalIgnoreCase));
        var corrects = meta.Children("signal").Any(signal => CodeOf(signal, "qcode") is "correction" or "update")
            || (earlier is not null && !CodeOf(earlier, "rel").Equals("derivedFrom", StringComparison.OrdinalIgnoreCase));
        // An embargo without a time has no known end.
        var closed = meta.Child("embargoed") is { } embargoed && embargoed.Line() is null;
        var status = CodeOf(meta.Child("pubStatus"), "qcode") switch
        {
            "canceled" or "cancelled" => RawStatus.Withdrawn,
            "withheld" => RawStatus.Withheld,
            _ => closed ? RawStatus.Withheld : corrects ? RawStatus.Corrected : RawStatus.Usable,
        };
        var source = earlier ?? about.Child("derivedFrom");
        return (status, status == RawStatus.Corrected ? source?.Attribute("residref") ?? source?.Attribute("guidref") ?? source?.Attribute("href") : null);
    }

    private static string CodeOf(WireElement? element, string attribute) =>
        (element?.Attribute(attribute) ?? element?.Attribute("uri") ?? "").Split([':', '/'])[^1];
}
