using Microsoft.AspNetCore.Mvc;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>The newest releases, under any filter the address names.</summary>
public sealed class IndexModel(ReleaseListReader releases, ReleaseCountReader counts, ReaderTime time)
    : FilteredListModel(releases, counts, time)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken token)
    {
        if (!FilterQuery.TryParse(Request.Query, out var filter, out var problem))
            return this.RefuseFilter(problem);

        var known = await Releases.ResolveAsync(filter, filter.From is null && filter.To is null ? Time.Zone : Time.KeepZone(), token);
        if (!FilterQuery.IsWritten(Request.Query, known.Filter))
            return Redirect(ReleaseFilter.Address("/", known.Filter.Pairs().Concat(FilterQuery.Others(Request.Query))));
        return await ShowAsync(known, "/", token);
    }
}
