using System.Collections.Immutable;
using NewsWire.Data.Subjects;

namespace NewsWire.Ingest.Normalize;

/// <summary>Codes, names and aliases to subjects, each once; what no list knows is kept as it was written.</summary>
internal static class SubjectsOf
{
    private const int Most = 40;
    private const int LongestLabel = 80;

    public static ImmutableArray<Subject> Resolve(ImmutableArray<RawSubject> labels, SubjectCatalog catalog)
    {
        var found = new Dictionary<(string, string), Subject>();
        foreach (var (scheme, label) in labels)
        {
            if (PlainText.OfTitle(label) is not { } text)
                continue;
            var subject = catalog.Recognize(scheme, text) ?? new Subject(scheme, PlainText.Shorten(text, LongestLabel), PlainText.Shorten(text, LongestLabel));
            found.TryAdd((subject.Scheme, subject.Code), subject);
        }
        return [.. found.Values.Take(Most)];
    }
}
