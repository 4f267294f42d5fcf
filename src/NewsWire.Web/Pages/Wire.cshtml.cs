using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>One wire: its sources with their status, and its releases.</summary>
public sealed class WireModel(WireReader wires, ReleaseListReader releases, ReaderTime time) : PageModel
{
    private const int ShownDocuments = 5;

    public WireRow Wire { get; private set; } = null!;

    public IReadOnlyList<SourceView> Sources { get; private set; } = [];

    /// <summary>True for a wire whose sources send only what other wires published.</summary>
    public bool IsMirror => Wire.Releases == 0 && Sources.Any(source => source.Source.ReleasesSeen > 0);

    /// <summary>How many of its sources need attention.</summary>
    public int Failing => Sources.Count(source => source.Health == SourceHealth.Failing);

    public ReleaseListView List { get; private set; } = null!;

    /// <summary>What the address asks and the page does not do.</summary>
    public IReadOnlyList<string> Notices { get; private set; } = [];

    /// <summary>The same releases where they can be narrowed further.</summary>
    public string Narrow => ReleaseFilter.OfWire(Wire.Key).Address();

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken token)
    {
        var all = await wires.AllAsync(token);
        if (all.FirstOrDefault(wire => wire.Key == key) is not { } found)
        {
            return FilterNames.Wire(key, all.Select(wire => (wire.Key, wire.Name))) is { } named
                ? Redirect(Addresses.Wire(named) + Request.QueryString)
                : NotFound();
        }

        // What is filtered or begins with a day is the list of all wires, limited to this one.
        if (FilterQuery.HasFilters(Request.Query) || FilterQuery.HasDay(Request.Query))
            return Redirect(ReleaseFilter.Address("/", ReleaseFilter.OfWire(key).Pairs().Concat(FilterQuery.All(Request.Query))));
        if (!FilterQuery.TryParsePosition(Request.Query, out var position))
            return this.Refuse("This page link is no longer valid.", "Start from the newest releases.");

        Wire = found;
        Notices = [.. AddressNotices.OfList(Request.Query)];
        Sources = SourceView.Of(await wires.SourcesAsync(key, token), await wires.DocumentsAsync(key, ShownDocuments, token), time.Now);
        var page = await releases.ReadAsync(await releases.ResolveAsync(ReleaseFilter.OfWire(key), token), position, token);
        if (position.Before is not null && !page.HasNewer)
            return Redirect(ReleaseFilter.Address(Addresses.Wire(key), FilterQuery.Kept(Request.Query)));
        List = ReleaseListView.Of(page, time, (name, cursor) => ReleaseFilter.None.Address(Addresses.Wire(key), name, cursor));
        return Page();
    }
}
