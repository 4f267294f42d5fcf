using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>The newest releases, under any filter the address names.</summary>
public sealed class IndexModel(ReleaseListReader releases, ReaderTime time) : PageModel
{
    public FilterView Filters { get; private set; } = null!;

    public ReleaseListView List { get; private set; } = null!;

    /// <summary>True where the first page of the whole list is shown: an empty one means that nothing came in yet.</summary>
    public bool Unfiltered { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken token)
    {
        if (!ReleaseFilter.TryParse(Request.Query, out var filter, out var problem))
            return this.Refuse("NewsWire does not understand a filter in this address.", problem);
        if (!ReleaseFilter.TryParsePosition(Request.Query, out var position))
            return this.Refuse("The place in the list that this address names is damaged.", "Begin again from the newest releases.");

        var known = await releases.ResolveAsync(filter, token);
        var page = await releases.ReadAsync(known, position, token);
        // Nothing is newer than this page: it is the first one, and a short one there would puzzle.
        if (position.Before is not null && !page.HasNewer)
            return Redirect(filter.Address());
        Unfiltered = filter.IsEmpty && position == default;
        Filters = FilterView.Of(known);
        List = ReleaseListView.Of(page, time, (name, cursor) => filter.Address("/", name, cursor));
        return Page();
    }
}
