using System.Globalization;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>What a page says of a release's files.</summary>
public static class FileWording
{
    private const int LongestName = 80;

    /// <summary>Its title, else its file name, else its host.</summary>
    public static string Name(ReleaseFile file) => file.Title is { Length: > 0 } title ? title : FileName(file.Url) ?? Host(file.Url);

    /// <summary>Photo, JPEG, 1.2 MB, mma.prnewswire.com</summary>
    public static string Facts(ReleaseFile file) => string.Join(", ", new[]
    {
        Kind(file.Kind),
        Type(file.Type),
        file.Bytes is { } bytes ? Size(bytes) : null,
        Host(file.Url),
        file.Credit is { Length: > 0 } credit ? $"credit: {credit}" : null,
    }.OfType<string>());

    /// <summary>812 bytes, 33 KB, 1.2 MB</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 999_500 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0} KB"),
        < 999_500_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000_000.0:0.#} GB"),
    };

    public static string Host(string url) => new Uri(url).IdnHost;

    /// <summary>The name at the end of an address, or null where it is none that tells a reader anything.</summary>
    public static string? FileName(string url)
    {
        var name = Uri.UnescapeDataString(new Uri(url).Segments[^1].TrimEnd('/'));
        return name.Contains('.', StringComparison.Ordinal) && name.Length <= LongestName ? name : null;
    }

    private static string Kind(string kind) => kind switch { "photo" => "Photo", "logo" => "Logo", "video" => "Video", "audio" => "Audio", _ => "Document" };

    private static string? Type(string? type) => type switch
    {
        null => null,
        "image/jpeg" or "image/jpg" or "image/pjpeg" => "JPEG",
        "image/svg+xml" => "SVG",
        "video/quicktime" => "QuickTime",
        "audio/mpeg" => "MP3",
        "application/msword" or "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "Word",
        "application/vnd.ms-excel" or "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "Excel",
        "application/vnd.ms-powerpoint" or "application/vnd.openxmlformats-officedocument.presentationml.presentation" => "PowerPoint",
        _ => type[(type.LastIndexOf('/') + 1)..] is { Length: > 1 and <= 5 } subtype ? subtype.ToUpperInvariant() : null,
    };
}
