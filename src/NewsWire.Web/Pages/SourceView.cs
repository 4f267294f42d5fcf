using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>A source as a page shows it: how it fares, and what of it was not taken lately.</summary>
public sealed record SourceView(SourceRow Source, IReadOnlyList<RefusedRow> Refused)
{
    /// <summary>The sources in reading order: real ones first, then those of invented releases.</summary>
    public static IReadOnlyList<SourceView> Of(IEnumerable<SourceRow> sources, IEnumerable<RefusedRow> refused)
    {
        var bySource = refused.ToLookup(document => document.SourceId);
        return [.. sources.OrderBy(source => source.IsSample).Select(source => new SourceView(source, [.. bySource[source.Id]]))];
    }
}

/// <summary>A wire that is read somewhere, with the places it is read at.</summary>
public sealed record WireView(WireRow Wire, IReadOnlyList<SourceView> Sources)
{
    /// <summary>What it published and what was read there: a mirror publishes little and is read a lot.</summary>
    public string Total
    {
        get
        {
            var seen = Sources.Sum(source => source.Source.ReleasesSeen);
            var published = Wire.Releases == 0 ? null : Wording.Count(Wire.Releases, "release");
            var read = seen == 0 || (seen == Wire.Releases && seen > 0) ? null : $"{Wording.Count(seen)} read here";
            return (published, read) switch
            {
                (null, null) => "no releases of its own yet",
                (null, _) => $"{Wording.Count(seen, "release")} read here",
                (_, null) => published,
                _ => $"{published}, {read}",
            };
        }
    }
}
