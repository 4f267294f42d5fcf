using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>The wires, where each is read, and how that goes.</summary>
public sealed class WiresModel(WireReader wires) : PageModel
{
    public IReadOnlyList<WireRow> Wires { get; private set; } = [];

    public ILookup<string, SourceRow> Sources { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken token)
    {
        Wires = await wires.AllAsync(token);
        Sources = (await wires.SourcesAsync(null, token)).ToLookup(source => source.Wire);
    }
}
