using System.Collections.Immutable;
using NewsWire.Data.Subjects;

namespace NewsWire.Ingest.Normalize;

/// <summary>Resolves codes, names and aliases to subjects, each once; unknown ones are kept as written.</summary>
internal static class SubjectsOf
{
    private const int Most = 40;
    private const int LongestLabel = 80;

    public static ImmutableArray<Subject> Resolve(ImmutableArray<RawSubject> labels, SubjectCatalog catalog)
    {
        var found = new Dictionary<(string, string), Subject>();
        foreach (var (scheme, label, name) in labels)
        {
            if (PlainText.OfTitle(label) is not { } text)
                continue;
            var subject = catalog.Recognize(scheme, text) ?? AsWritten(scheme, text, PlainText.OfTitle(name) ?? text, catalog);
            found.TryAdd((subject.Scheme, subject.Code), subject);
        }
        return [.. found.Values.Take(Most)];
    }

    private static Subject AsWritten(string scheme, string code, string name, SubjectCatalog catalog)
    {
        var written = new Subject(scheme, PlainText.Shorten(code, LongestLabel), PlainText.Shorten(name, LongestLabel));
        return catalog.Recognize(scheme, name) is { } named ? written with { Topic = named.Topic, Medtop = named.Medtop } : written;
    }
}
