using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>One release with what belongs to it: what it corrects, its copies, and others of interest.</summary>
public sealed class ReleaseModel(ReleaseReader releases, RelatedReader related, FacetReader facets, IOptions<WebOptions> options) : PageModel
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(36);

    public ReleaseDetail Release { get; private set; } = null!;

    public IReadOnlyList<SubjectFacet> Subjects { get; private set; } = [];

    public IReadOnlyList<SubjectFacet> Industries { get; private set; } = [];

    public IReadOnlyList<ReleaseMention> Copies { get; private set; } = [];

    public IReadOnlyList<ReleaseMention> Corrects { get; private set; } = [];

    public IReadOnlyList<ReleaseMention> CorrectedBy { get; private set; } = [];

    public IReadOnlyList<RelatedRow> Related { get; private set; } = [];

    public Facets Facets { get; private set; } = null!;

    /// <summary>The wire's own categories that no subject or industry of the release says already.</summary>
    public IReadOnlyList<string> Categories { get; private set; } = [];

    public IReadOnlyList<ReleaseFile> Files { get; private set; } = [];

    /// <summary>The images that this answer may show; none where the operator does not allow any.</summary>
    public IReadOnlyList<ReleaseFile> Images { get; private set; } = [];

    /// <summary>True where the reader asked for the images.</summary>
    public bool ShowsImages { get; private set; }

    /// <summary>True where the address asks for images and the operator does not allow any.</summary>
    public bool RefusesImages { get; private set; }

    /// <summary>The page's own address, absolute, as it is written on paper.</summary>
    public string Address { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(long id, string? slug, string? images, CancellationToken token)
    {
        if (await releases.FindAsync(id, token) is not { } release)
            return NotFound();
        // The slug is for people: any old one leads to the one it has now.
        if ((slug ?? "") != release.Slug)
            return RedirectPermanent(Addresses.Release(release.Id, release.Slug) + Request.QueryString);

        Release = release;
        var ties = await releases.TiesAsync(id, token);
        Copies = [.. ties.Where(tie => tie.Tie == "copy")];
        Corrects = [.. ties.Where(tie => tie.Tie == "corrects")];
        CorrectedBy = [.. ties.Where(tie => tie.Tie == "corrected")];
        Related = await related.OfAsync(id, token);
        Facets = await facets.CurrentAsync(release.SubjectIds.Concat(Related.SelectMany(row => row.SubjectIds)), token);
        Address = (string.IsNullOrEmpty(options.Value.PublicAddress) ? $"{Request.Scheme}://{Request.Host.ToUriComponent()}" : options.Value.PublicAddress.TrimEnd('/')) + Addresses.Release(release.Id, release.Slug);
        ShowLabels();
        await ShowFilesAsync(images == "show", token);
        if (release.Status == "withdrawn")
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    /// <summary>Where it was read, in words: Le Lézard; for a source of no wire, folder "inbox".</summary>
    public string ViaName => Wording.Place(Release.Via, Release.ViaName, Release.SourceKey, Release.SourceKind);

    /// <summary>One sentence: who distributed it, or of no known wire where it was received.</summary>
    public string Credit => Release.Wire == Wording.NoWire
        ? $"Received from {ViaName}."
        : $"Published and distributed by {Release.Distributor ?? Release.WireName}.";

    /// <summary>The id the wire gave it; null where NewsWire made one from its address or its text.</summary>
    public string? WireId => Release.NativeId is var id && (id.Contains("://", StringComparison.Ordinal) || id.StartsWith("text:", StringComparison.Ordinal) || id.StartsWith("sha256:", StringComparison.Ordinal)) ? null : id;

    /// <summary>The address of the original as a link and a text, or null where there is none to go to.</summary>
    public string? Original => Release is { Sample: false, Status: not "withdrawn", Url: { } url } && Addresses.IsWeb(url) ? url : null;

    /// <summary>How long after its publication it was received, where that is known to the minute; null where it is not.</summary>
    public string? ReceivedAfter => Release is { PublishedAs: "instant", Clamped: false } && Release.FirstSeenAt - Release.PublishedAt is { TotalSeconds: >= 1, TotalDays: < 2 } wait
        ? $"{(wait.TotalSeconds < 90 ? $"{wait.TotalSeconds:0} s" : wait.TotalMinutes < 90 ? $"{wait.TotalMinutes:0} min" : $"{wait.TotalHours:0} h")} after publication"
        : null;

    /// <summary>
    /// How a copy differs, in words: another language, another text, or only later. No time is compared where one is a day without
    /// a clock, and none over more than a day and a half, where the copy's date says it.
    /// </summary>
    public string Difference(ReleaseMention copy)
    {
        var text = copy.Language != Release.Language ? $"In {Wording.Language(copy.Language)}" : copy.SameText ? "Same text" : "Text differs";
        var wait = copy.PublishedAt - Release.PublishedAt;
        if (wait.Duration() >= LongestWait || copy.PublishedAs == "day" || Release.PublishedAs == "day")
            return text;
        var when = wait.Duration() < TimeSpan.FromSeconds(30) ? "at the same time" : $"{Units(wait.Duration())} {(wait < TimeSpan.Zero ? "earlier" : "later")}";
        return $"{text} · {when}";
    }

    private static string Units(TimeSpan span) => span switch
    {
        { TotalSeconds: < 90 } => $"{span.TotalSeconds:0} s",
        { TotalMinutes: < 90 } => $"{span.TotalMinutes:0} min",
        _ => $"{span.TotalHours:0} h",
    };

    // A subject, an industry and a category of the same name are one word to a reader: the first that says it is shown.
    private void ShowLabels()
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var subjects = Release.SubjectIds.Select(subject => Facets.SubjectById.GetValueOrDefault(subject)).OfType<SubjectFacet>().ToLookup(subject => subject.IsIndustry);
        Subjects = [.. subjects[false].OrderByDescending(subject => subject.Key.IsPrNewswire).Where(subject => shown.Add(LabelFold.Of(subject.Name)))];
        Industries = [.. subjects[true].Where(industry => shown.Add(LabelFold.Of(industry.Name)))];
        Categories = [.. Release.Categories.Where(category => shown.Add(LabelFold.Of(category)))];
    }

    private async Task ShowFilesAsync(bool asked, CancellationToken token)
    {
        if (Release.Status == "withdrawn")
            return;
        Files = await releases.FilesAsync(Release.Id, token);
        RefusesImages = asked && !options.Value.Images;
        if (!options.Value.Images)
            return;
        Images = [.. Files.Where(file => file.Kind is "photo" or "logo" && ImageHosts.SourceOf(file.Url) is not null)];
        ShowsImages = asked && Images.Count > 0;
        if (ShowsImages)
            HttpContext.Features.Set(new ImageHosts([.. Images.Select(image => ImageHosts.SourceOf(image.Url)).OfType<string>().Distinct(StringComparer.Ordinal)]));
    }
}
