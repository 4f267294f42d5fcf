using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>A picture, film, sound or paper that a release carries or leads to.</summary>
/// <param name="Kind">photo, logo, video, audio or document.</param>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Type">Its media type (image/jpeg), as sent or by its file name; null where neither says.</param>
/// <param name="Title">Its title, caption or link text as plain text; null where it has none.</param>
/// <param name="Bytes">Its size; null where it is not said.</param>
/// <param name="Credit">Who made it, as plain text; null where it is not said.</param>
internal sealed record MediaLink(string Kind, string Url, string? Type = null, string? Title = null, long? Bytes = null, string? Credit = null);

/// <summary>Finds them: sent with the release, shown or linked in its text, or written in a line of their own (Logo - http…).</summary>
internal static partial class MediaLinks
{
    private const int Most = 30;
    private const int LongestUrl = 2000;
    private const int LongestTitle = 200;

    /// <param name="pictures">The pictures of the text, which are no part of it once it is cleaned.</param>
    public static ImmutableArray<MediaLink> Of(IEnumerable<Enclosure> enclosures, IEnumerable<Enclosure> pictures, IElement body, string bodyText, Uri? relativeTo)
    {
        var files = enclosures.ToList();
        var written = Line().Matches(bodyText).Select(line => Link(new Enclosure(line.Groups["url"].Value.TrimEnd('.', ',', ')', ']'), null), LabelKind(line.Groups["label"].Value), relativeTo));
        // What was sent as a file is one, whatever it is; a link is one only if its address says so.
        var sent = files.Select(file => Link(file, KindOf(file) ?? (file.Type?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true ? null : "document"), relativeTo));
        // A picture of the text that has the caption of one that was sent is a smaller one of it.
        var shown = pictures.Where(picture => picture.Title is null || !files.Exists(file => file.Title == picture.Title)).Select(picture => Link(picture, KindOf(picture with { Medium = "image" }), relativeTo));
        var linked = body.QuerySelectorAll("a[href]").Select(link => new Enclosure(link.GetAttribute("href")!, null, link.TextContent)).Select(link => Link(link, KindOf(link), relativeTo));
        return [.. written.Concat(sent).Concat(shown).Concat(linked).OfType<MediaLink>().GroupBy(Same, StringComparer.OrdinalIgnoreCase).Take(Most).Select(one => one.Aggregate(Joined))];
    }

    private static MediaLink? Link(Enclosure file, string? kind, Uri? relativeTo)
    {
        if (kind is null || BodyPictures.IsCounter(file.Url) || Links.Resolve(file.Url, relativeTo) is not { Length: <= LongestUrl } url || !url.StartsWith("http", StringComparison.Ordinal))
            return null;
        // A title that is only an address or the kind's own name tells nothing that is not said already.
        var title = PlainText.OfTitle(file.Title) is { } told && !told.Contains("://", StringComparison.Ordinal) && !KindName().IsMatch(told) ? PlainText.Shorten(told, LongestTitle) : null;
        // The type beside the page of a film is that of the picture before it.
        return new MediaLink(kind, url, VideoSite().IsMatch(url) ? null : TypeOf(file), title, file.Length, PlainText.OfTitle(file.Credit));
    }

    // A wire serves one picture in many sizes under one path: logo.jpg?p=publish&w=650.
    private static string Same(MediaLink link) => link.Kind is "photo" or "logo" && FileTypes.Of(link.Url) is not null ? link.Url.Split('?')[0].Split("://")[^1] : link.Url;

    private static MediaLink Joined(MediaLink first, MediaLink other) => first with
    {
        Kind = first.Kind is "photo" && other.Kind is "logo" ? "logo" : first.Kind,
        Type = first.Type ?? other.Type,
        Title = first.Title ?? other.Title,
        Bytes = first.Bytes ?? other.Bytes,
        Credit = first.Credit ?? other.Credit,
    };

    private static string LabelKind(string label) => label.ToUpperInvariant() switch { "LOGO" => "logo", "VIDEO" or "VIDÉO" => "video", _ => "photo" };

    private static string? TypeOf(Enclosure file) =>
        file.Type?.Split(';')[0].Trim().ToLowerInvariant() is { Length: <= 100 } type && type.Contains('/', StringComparison.Ordinal) && type is not "application/octet-stream" ? type : FileTypes.Of(file.Url);

    private static string? KindOf(Enclosure file)
    {
        if (VideoSite().IsMatch(file.Url))
            return "video";
        return (TypeOf(file) ?? file.Medium)?.Split('/')[0].ToLowerInvariant() switch
        {
            "image" => file.Url.Contains("logo", StringComparison.OrdinalIgnoreCase) || file.Title?.Contains("logo", StringComparison.OrdinalIgnoreCase) == true ? "logo" : "photo",
            "video" => "video",
            "audio" => "audio",
            "application" => "document",
            _ => null,
        };
    }

    [GeneratedRegex("""^[ \t\u00A0]*(?<label>Logo|Photos?|Video|Vidéo|Foto|Infographic|Image)\s{0,3}(?:--|[-–—:])\s{0,3}\[?\s?(?<url>https?://[^\s\]]{4,400})""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();

    [GeneratedRegex("^(?:logo|photos?|image|picture|video|vidéo|foto|document)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KindName();

    // A film, not the channel of a company.
    [GeneratedRegex("""^https?://(?:[\w\-]+\.)?(?:youtube(?:-nocookie)?\.com/(?:watch|embed/|shorts/|live/|v/)|youtu\.be/\w|vimeo\.com/(?:video/)?\d|dailymotion\.com/(?:embed/)?video/)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VideoSite();
}
