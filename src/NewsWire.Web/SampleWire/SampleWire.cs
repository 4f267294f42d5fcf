using System.Collections.Frozen;
using NewsWire.Ingest;

namespace NewsWire.Web.SampleWire;

/// <summary>
/// About forty invented press releases in the layouts of two wires, so that the program has content without internet access. All dates are
/// relative to the time of reading; the clock is not read here.
/// </summary>
public sealed class SampleWire : ISampleWire
{
    private readonly FrozenDictionary<string, Func<DateTimeOffset, byte[]>> _documents;

    /// <summary>Loads the embedded releases.</summary>
    public SampleWire()
    {
        var releases = SampleReleases.Load();
        var lelezard = new LeLezardLayout(releases);
        var prnewswire = new PrNewswireLayout(releases);
        var feed = new PrNewswireFeed(releases);
        Dictionary<string, Func<DateTimeOffset, byte[]>> documents = new()
        {
            [LeLezardLayout.ListAddress(french: false).AbsoluteUri] = at => lelezard.List(french: false, at),
            [LeLezardLayout.ListAddress(french: true).AbsoluteUri] = at => lelezard.List(french: true, at),
            [PrNewswireFeed.Address.AbsoluteUri] = feed.Write,
        };
        foreach (var release in releases.All)
        {
            if (release.Wire == LeLezardLayout.Wire)
                documents.Add(LeLezardLayout.Address(release).AbsoluteUri, at => lelezard.Release(release, at));
            else
                documents.Add(PrNewswireLayout.Address(release).AbsoluteUri, at => prnewswire.Release(release, at));
        }
        _documents = documents.ToFrozenDictionary();
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceOptions> Sources { get; } =
    [
        Source("sample-lelezard-en", LeLezardLayout.Wire, "list", LeLezardLayout.ListAddress(french: false), LeLezardLayout.ZoneName),
        Source("sample-lelezard-fr", LeLezardLayout.Wire, "list", LeLezardLayout.ListAddress(french: true), LeLezardLayout.ZoneName),
        Source("sample-prnewswire", PrNewswireLayout.Wire, "feed", PrNewswireFeed.Address, PrNewswireLayout.ZoneName),
    ];

    /// <inheritdoc/>
    public byte[]? Read(Uri address, DateTimeOffset at) =>
        _documents.TryGetValue(address.GetLeftPart(UriPartial.Path), out var render) ? render(at) : null;

    private static SourceOptions Source(string key, string wire, string kind, Uri address, string zone) => new()
    {
        Key = key,
        Wire = wire,
        Kind = kind,
        Address = address.AbsoluteUri,
        Every = TimeSpan.FromHours(24),
        Zone = zone,
    };
}
