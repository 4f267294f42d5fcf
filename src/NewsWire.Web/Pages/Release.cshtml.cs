using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>One release with what belongs to it: what it corrects, its copies, and others of interest.</summary>
public sealed class ReleaseModel(ReleaseReader releases, RelatedReader related, FacetReader facets) : PageModel
{
    public ReleaseDetail Release { get; private set; } = null!;

    public IReadOnlyList<SubjectFacet> Subjects { get; private set; } = [];

    public IReadOnlyList<SubjectFacet> Industries { get; private set; } = [];

    public IReadOnlyList<ReleaseMention> Copies { get; private set; } = [];

    public IReadOnlyList<ReleaseMention> Corrects { get; private set; } = [];

    public IReadOnlyList<ReleaseMention> CorrectedBy { get; private set; } = [];

    public IReadOnlyList<RelatedRow> Related { get; private set; } = [];

    public Facets Facets { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, string? slug, CancellationToken token)
    {
        if (await releases.FindAsync(id, token) is not { } release)
            return NotFound();
        // The slug is for people: any old one leads to the one it has now.
        if ((slug ?? "") != release.Slug)
            return RedirectPermanent(Addresses.Release(release.Id, release.Slug));

        Release = release;
        var ties = await releases.TiesAsync(id, token);
        Copies = [.. ties.Where(tie => tie.Tie == "copy")];
        Corrects = [.. ties.Where(tie => tie.Tie == "corrects")];
        CorrectedBy = [.. ties.Where(tie => tie.Tie == "corrected")];
        Related = await related.OfAsync(id, token);
        Facets = await facets.CurrentAsync(release.SubjectIds.Concat(Related.SelectMany(row => row.SubjectIds)), token);
        var subjects = release.SubjectIds.Select(subject => Facets.SubjectById.GetValueOrDefault(subject)).OfType<SubjectFacet>().ToLookup(subject => subject.IsIndustry);
        Subjects = [.. subjects[false].OrderByDescending(subject => subject.Key.IsPrNewswire)];
        Industries = [.. subjects[true]];
        if (release.Status == "withdrawn")
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    /// <summary>How long after its publication we had it, where that is known to the minute and worth saying.</summary>
    public string? SeenAfter => Release is { PublishedAs: "instant", Clamped: false } && Release.FirstSeenAt - Release.PublishedAt is { TotalSeconds: >= 1, TotalHours: < 1 } wait
        ? wait.TotalSeconds < 90 ? $"seen {wait.TotalSeconds:0} s later" : $"seen {wait.TotalMinutes:0} min later"
        : null;

    /// <summary>How a copy differs, in words: another language, another text, or only later.</summary>
    public string Difference(ReleaseMention copy)
    {
        var text = copy.Language != Release.Language ? $"in {Wording.Language(copy.Language)}" : copy.SameText ? "same text" : "not quite the same text";
        var wait = copy.PublishedAt - Release.PublishedAt;
        var when = wait.Duration() < TimeSpan.FromSeconds(30) ? "at the same time" : $"{ReaderTime.Span(wait)} {(wait < TimeSpan.Zero ? "earlier" : "later")}";
        return $"{text}, {when}";
    }
}
