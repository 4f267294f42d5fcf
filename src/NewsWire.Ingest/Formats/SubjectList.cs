using NewsWire.Data.Subjects;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// Splits a comma-separated list of subject codes and names. Names may contain commas ("Acquisitions, Mergers, Takeovers").
/// </summary>
internal static class SubjectList
{
    public static IEnumerable<RawSubject> Split(string list, string scheme)
    {
        var parts = list.Split(',');
        var most = SubjectCatalog.Shipped.MostCommas(scheme);
        for (var at = 0; at < parts.Length;)
        {
            // Takes the longest run of parts that is a known name; a part that belongs to none is an entry of its own.
            var taken = Math.Min(most + 1, parts.Length - at);
            while (taken > 1 && SubjectCatalog.Shipped.Recognize(scheme, Joined(at, taken)) is null)
                taken--;
            var label = Joined(at, taken).Trim();
            at += taken;
            if (label.Length > 0)
                yield return new RawSubject(scheme, label);
        }

        string Joined(int from, int count) => string.Join(',', parts, from, count);
    }
}
