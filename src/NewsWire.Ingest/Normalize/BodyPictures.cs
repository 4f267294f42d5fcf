using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>
/// The pictures that stand in a body. None of them is kept in it, so that no reader's browser asks another host for one: they
/// are named among the release's files.
/// </summary>
internal static partial class BodyPictures
{
    private const int Most = 30;

    // Pixels. Smaller pictures are counters and ornaments.
    private const int SmallestSide = 20;

    public static ImmutableArray<Enclosure> Of(IElement body) =>
    [
        .. body.QuerySelectorAll("img[src]")
            .Where(image => !IsTiny(image.GetAttribute("width")) && !IsTiny(image.GetAttribute("height")))
            .Select(image => new Enclosure(image.GetAttribute("src")!, null, image.GetAttribute("alt") is { Length: > 0 } alt ? alt : image.GetAttribute("title")))
            .Where(image => (FileTypes.Of(image.Url) is not null || !string.IsNullOrWhiteSpace(image.Title)))
            .Take(Most),
    ];

    /// <summary>True for an address that counts readers or is no file of its own.</summary>
    public static bool IsCounter(string address) => Counter().IsMatch(address);

    private static bool IsTiny(string? side) =>
        Number().Match(side ?? "") is { Success: true } match && int.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels < SmallestSide && side!.Contains('%') is false;

    // rt.prnewswire.com/rt.gif, cts.businesswire.com/ct/…, a picture that is packed into its address
    [GeneratedRegex("""^\s*(?:data|blob|cid):|/(?:rt|ct|cts|pixel|beacon|track(?:ing|er)?|count(?:er)?|spacer|blank|clear|transparent|1x1|hit)(?:[./?_\-]|$)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counter();

    [GeneratedRegex("""^\s*\d{1,6}""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
