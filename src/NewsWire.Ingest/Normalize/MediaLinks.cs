using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Normalize;

/// <summary>A picture, film or paper that a release leads to.</summary>
/// <param name="Kind">photo, logo, video or document.</param>
internal sealed record MediaLink(string Kind, string Url);

/// <summary>Finds them: sent with the release, linked in its text, or written in a line of their own (Logo - http…).</summary>
internal static partial class MediaLinks
{
    private const int Most = 30;

    public static ImmutableArray<MediaLink> Of(IEnumerable<Enclosure> enclosures, IElement body, string bodyText, Uri? relativeTo)
    {
        var sent = enclosures.Select(enclosure => (enclosure.Url, Kind: KindOf(enclosure.Type, enclosure.Url, enclosure.Title)));
        var linked = body.QuerySelectorAll("a[href]").Select(link => (Url: link.GetAttribute("href")!, Kind: KindOf(null, link.GetAttribute("href")!, link.TextContent)));
        var written = Line().Matches(bodyText).Select(line => (Url: line.Groups["url"].Value.TrimEnd('.', ',', ')', ']'), Kind: (string?)LabelKind(line.Groups["label"].Value)));
        return [.. written.Concat(sent).Concat(linked)
            .Where(link => link.Kind is not null)
            .Select(link => (link.Kind, Url: Links.Resolve(link.Url, relativeTo)))
            .Where(link => link.Url?.StartsWith("http", StringComparison.Ordinal) == true)
            .DistinctBy(link => link.Url)
            .Take(Most)
            .Select(link => new MediaLink(link.Kind!, link.Url!))];
    }

    private static string LabelKind(string label) => label.ToUpperInvariant() switch { "LOGO" => "logo", "VIDEO" or "VIDÉO" => "video", _ => "photo" };

    private static string? KindOf(string? type, string url, string? title)
    {
        var path = url.Split('?', '#')[0];
        var kind = type?.Split('/')[0].ToLowerInvariant() switch { "image" => "photo", "video" => "video", _ => null };
        if (VideoSite().IsMatch(url) || VideoFile().IsMatch(path))
            return "video";
        if (kind is null && PictureFile().IsMatch(path))
            kind = "photo";
        if (kind == "photo")
            return url.Contains("logo", StringComparison.OrdinalIgnoreCase) || title?.Contains("logo", StringComparison.OrdinalIgnoreCase) == true ? "logo" : "photo";
        return kind ?? (type == "application/pdf" || PaperFile().IsMatch(path) ? "document" : null);
    }

    [GeneratedRegex("""^[ \t\u00A0]*(?<label>Logo|Photos?|Video|Vidéo|Foto|Infographic|Image)\s{0,3}(?:--|[-–—:])\s{0,3}\[?\s?(?<url>https?://[^\s\]]{4,400})""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();

    [GeneratedRegex("""^https?://(?:[\w\-]+\.)?(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com)/""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VideoSite();

    [GeneratedRegex("""\.(?:mp4|mov|webm|m4v|avi|wmv|m3u8)$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VideoFile();

    [GeneratedRegex("""\.(?:jpe?g|png|gif|webp|tiff?|svg|avif)$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PictureFile();

    [GeneratedRegex("""\.(?:pdf|docx?|xlsx?|pptx?)$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PaperFile();
}
