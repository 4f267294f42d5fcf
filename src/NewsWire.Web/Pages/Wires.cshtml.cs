using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>The wires, where each is read, and how that goes.</summary>
public sealed class WiresModel(WireReader wires) : PageModel
{
    private const int ShownRefused = 3;

    /// <summary>The wires that are read themselves.</summary>
    public IReadOnlyList<WireView> Read { get; private set; } = [];

    /// <summary>The wires whose releases come through others.</summary>
    public IReadOnlyList<WireRow> Through { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken token)
    {
        var all = await wires.AllAsync(token);
        var refused = await wires.RefusedAsync(null, ShownRefused, token);
        var sources = SourceView.Of(await wires.SourcesAsync(null, token), refused).ToLookup(source => source.Source.Wire);
        Read = [.. all.Where(wire => sources.Contains(wire.Key)).Select(wire => new WireView(wire, [.. sources[wire.Key]]))];
        Through = [.. all.Where(wire => !sources.Contains(wire.Key)).OrderByDescending(wire => wire.Releases).ThenBy(wire => wire.Name, StringComparer.Ordinal)];
    }
}
