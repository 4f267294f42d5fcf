using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>One subject: /subjects/LIC in PR Newswire's list, /subjects/{scheme}/{code} in any other.</summary>
public sealed class SubjectModel(ReleaseListReader releases, ReaderTime time) : PageModel
{
    public SubjectFacet Subject { get; private set; } = null!;

    public ReleaseListView List { get; private set; } = null!;

    /// <summary>The same releases where they can be narrowed further.</summary>
    public string Narrow => ReleaseFilter.None.With(Subject.Key).Address();

    public async Task<IActionResult> OnGetAsync(string first, string? second, CancellationToken token)
    {
        // Routing decodes all but this: a slash in a name must not divide the address.
        (first, second) = (Slashed(first), second is null ? null : Slashed(second));
        var text = second is null ? first : $"{first}:{second}";
        if ((second is null && first.Contains(':')) || !SubjectKey.TryParse(text, out var key))
            return NotFound();
        if (!ReleaseFilter.TryParsePosition(Request.Query, out var position))
            return this.Refuse("The place in the list that this address names is damaged.", "Begin again from the newest releases.");
        // One address a subject: lic and prn/LIC are LIC.
        if (key.IsPrNewswire ? second is not null || first != key.Code : second != key.Code)
            return RedirectPermanent(Addresses.Subject(key));

        var known = await releases.ResolveAsync(ReleaseFilter.None.With(key), token);
        if (known.Wanted is not [[var subject]])
            return NotFound();
        Subject = subject;
        var page = await releases.ReadAsync(known, position, token);
        if (position.Before is not null && !page.HasNewer)
            return Redirect(Addresses.Subject(key));
        List = ReleaseListView.Of(page, time, (name, cursor) => ReleaseFilter.None.Address(Addresses.Subject(key), name, cursor));
        return Page();
    }

    private static string Slashed(string part) => part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whose code it is.</summary>
    public string Scheme => Subject.Scheme switch
    {
        SubjectCatalog.PrNewswire => "PR Newswire",
        SubjectCatalog.PrNewswireIndustry => "PR Newswire, industries",
        var scheme => List.Facets.WireByKey.TryGetValue(scheme, out var wire) ? wire.Name : scheme,
    };
}
