using NewsWire.Data;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>Whether a source needs attention; in the order in which pages show them.</summary>
public enum SourceHealth
{
    Failing,
    Healthy,
    Off,
}

/// <summary>A source as a page shows it.</summary>
/// <param name="IsOverdue">True where no running gatherer checks it.</param>
/// <param name="Wire">The name of its wire where the page shows it apart from its wire, else null.</param>
public sealed record SourceView(SourceRow Source, IReadOnlyList<DocumentRow> Documents, bool IsOverdue, WireRow? Wire = null)
{
    public SourceHealth Health => Source is { Configured: false } or { Enabled: false } ? SourceHealth.Off : Source.Failures > 0 || IsOverdue ? SourceHealth.Failing : SourceHealth.Healthy;

    public IEnumerable<DocumentRow> Rejected => Documents.Where(document => document.Failure is not null);

    public IEnumerable<DocumentRow> Remarked => Documents.Where(document => document.Failure is null);

    /// <summary>Its address without keys and passwords.</summary>
    public string Address => Secrets.OnOneLine(Source.Address);

    /// <summary>The sources in reading order: failing, healthy, off; those of sample releases last of each.</summary>
    public static IReadOnlyList<SourceView> Of(IEnumerable<SourceRow> sources, IEnumerable<DocumentRow> documents, DateTimeOffset now)
    {
        var bySource = documents.ToLookup(document => document.SourceId);
        return [.. sources.Select(source => new SourceView(source, [.. bySource[source.Id]], source.IsOverdue(now))).OrderBy(view => view.Health).ThenByDescending(view => view.Source.Configured).ThenBy(view => view.Source.IsSample)];
    }
}

/// <summary>A wire with its sources.</summary>
public sealed record WireView(WireRow Wire, IReadOnlyList<SourceView> Sources)
{
    /// <summary>The releases it published and those received through its sources: a mirror publishes few and sends many.</summary>
    public string Total
    {
        get
        {
            var seen = Sources.Sum(source => source.Source.ReleasesSeen);
            return (Wire.Releases, seen) switch
            {
                (0, 0) => "none yet",
                (0, _) => $"{Wording.Count(seen)} received",
                (var published, 0) => Wording.Count(published, "release"),
                var (published, _) when published == seen => Wording.Count(published, "release"),
                var (published, _) => $"{Wording.Count(published, "release")}, {Wording.Count(seen)} received",
            };
        }
    }
}
