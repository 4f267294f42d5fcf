using System.Collections.Immutable;
using System.Globalization;

namespace NewsWire.Ingest.Formats.News;

/// <summary>One rendition of a picture, video or document.</summary>
/// <param name="Width">Width in pixels, 0 where it is not given.</param>
/// <param name="Size">Size in bytes, 0 where it is not given.</param>
internal sealed record Rendition(string Url, string? Type, long Width, long Size)
{
    public static Rendition Of(string url, string? type, string? width, string? size) => new(url, NewsText.Line(type), Number(width), Number(size));

    private static long Number(string? text) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>Chooses among the renditions of the same file.</summary>
internal static class Renditions
{
    /// <summary>One rendition per kind (image, video, document): the largest; for videos, one in a format every browser plays.</summary>
    public static ImmutableArray<Enclosure> Best(IEnumerable<Rendition> all, string? title, string? credit = null) =>
    [
        .. all.Where(rendition => WebAddress.Of(rendition.Url.Trim()) is not null)
            .GroupBy(KindOf)
            .Select(kind => kind.OrderByDescending(rendition => rendition.Type == "video/mp4").ThenByDescending(rendition => rendition.Width).ThenByDescending(rendition => rendition.Size).First())
            .Select(best => new Enclosure(best.Url.Trim(), best.Type, NewsText.Line(title)) { Length = best.Size > 0 ? best.Size : null, Credit = NewsText.Line(credit) }),
    ];

    // Each document is a file of its own, so its address distinguishes it.
    private static string KindOf(Rendition rendition) => rendition.Type?.Split('/')[0].ToLowerInvariant() switch
    {
        "image" => "image",
        "video" => "video",
        "audio" => "audio",
        _ => rendition.Url,
    };
}
