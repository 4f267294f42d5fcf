using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>One list of subjects, by the name of who keeps it.</summary>
public sealed record SubjectScheme(string Name, IReadOnlyList<SubjectRow> Subjects);

/// <summary>The directory: every subject of every list.</summary>
public sealed class SubjectsModel(SubjectReader subjects, FacetReader facets) : PageModel
{
    public IReadOnlyList<SubjectScheme> Schemes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken token)
    {
        var wires = (await facets.CurrentAsync(token)).WireByKey;
        Schemes = [.. (await subjects.AllAsync(token))
            .GroupBy(subject => subject.Scheme)
            // The list whose codes stand alone in an address comes first.
            .OrderByDescending(scheme => scheme.Key == SubjectCatalog.PrNewswire)
            .ThenBy(scheme => scheme.Key, StringComparer.Ordinal)
            .Select(scheme => new SubjectScheme(Name(scheme.Key), [.. scheme]))];

        string Name(string scheme) => scheme switch
        {
            SubjectCatalog.PrNewswire => "PR Newswire's subjects",
            SubjectCatalog.PrNewswireIndustry => "PR Newswire's industries",
            _ => wires.TryGetValue(scheme, out var wire) ? $"Subjects of {wire.Name}" : scheme,
        };
    }
}
