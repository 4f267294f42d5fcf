using NewsWire.Data.Subjects;

namespace NewsWire.Ingest.Formats;

/// <summary>Splits a comma list of subject codes and names. Names hold commas themselves ("Acquisitions, Mergers, Takeovers").</summary>
internal static class SubjectList
{
    public static IEnumerable<RawSubject> Split(string list, string scheme)
    {
        var rest = list.Trim();
        while (rest.Length > 0)
        {
            var name = SubjectCatalog.Shipped.NamesWithCommas(scheme).FirstOrDefault(name => StartsWithName(rest, name));
            var length = name?.Length ?? rest.IndexOf(',');
            var label = (length < 0 ? rest : rest[..length]).Trim();
            rest = length < 0 ? "" : rest[length..].TrimStart(' ', ',', '\u00A0');
            if (label.Length > 0)
                yield return new RawSubject(scheme, label);
        }
    }

    private static bool StartsWithName(string text, string name) =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length || text[name.Length..].TrimStart() is "" or [',', ..]);
}
