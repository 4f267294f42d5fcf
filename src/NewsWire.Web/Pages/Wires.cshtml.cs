using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>Every source with its status, those that fail first.</summary>
public sealed class WiresModel(WireReader wires, ReaderTime time) : PageModel
{
    private const int ShownDocuments = 3;

    /// <summary>The failing sources of all wires.</summary>
    public IReadOnlyList<SourceView> Failing { get; private set; } = [];

    /// <summary>The wires that have a source which is checked.</summary>
    public IReadOnlyList<WireView> Read { get; private set; } = [];

    /// <summary>The sources that are switched off or no longer configured.</summary>
    public IReadOnlyList<SourceView> Off { get; private set; } = [];

    /// <summary>The wires with releases and without a source that is checked.</summary>
    public IReadOnlyList<WireRow> Through { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken token)
    {
        var all = await wires.AllAsync(token);
        var byKey = all.ToDictionary(wire => wire.Key, StringComparer.Ordinal);
        var views = SourceView.Of(await wires.SourcesAsync(null, token), await wires.DocumentsAsync(null, ShownDocuments, token), time.Now);
        Failing = [.. views.Where(view => view.Health == SourceHealth.Failing).Select(view => view with { Wire = byKey[view.Source.Wire] })];
        Off = [.. views.Where(view => view.Health == SourceHealth.Off).Select(view => view with { Wire = byKey[view.Source.Wire] })];
        var active = views.Where(view => view.Health != SourceHealth.Off).Select(view => view.Source.Wire).ToHashSet(StringComparer.Ordinal);
        var sources = views.ToLookup(view => view.Source.Wire);
        Read = [.. all.Where(wire => active.Contains(wire.Key)).Select(wire => new WireView(wire, [.. sources[wire.Key]]))];
        Through = [.. all.Where(wire => wire.Releases > 0 && !active.Contains(wire.Key)).OrderByDescending(wire => wire.Releases).ThenBy(wire => wire.Name, StringComparer.Ordinal)];
    }
}
