using System.Collections.Immutable;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats;

/// <summary>The result of a format's reader, before the wire's own adjustments.</summary>
internal sealed record FormatContent
{
    /// <summary>rss, atom, jsonfeed, cdf, newsml-g2, newsml-1.2, nitf, ninjs, release, iptc7901, text, html or unknown.</summary>
    public required string Format { get; init; }

    public FeedDescription? Feed { get; init; }

    public ImmutableArray<FoundRelease> Releases { get; init; } = [];

    /// <summary>Addresses of the release pages it links to, in document order.</summary>
    public ImmutableArray<Uri> Links { get; init; } = [];

    /// <summary>What was repaired or is doubtful, in sentences for readers of the sources page and `newswire parse`.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Why the document could not be read, as a sentence for operators; null where it was read.</summary>
    public string? Error { get; init; }

    public static FormatContent Unreadable(string format, string error) => new() { Format = format, Error = error };
}

/// <summary>
/// A release as its format gives it, and the XML element it came from for elements only one wire sends; null in other formats.
/// </summary>
internal sealed record FoundRelease(RawRelease Release, WireElement? Element = null)
{
    /// <summary>The trimmed texts of all elements of this name in the release's element; empty ones are left out.</summary>
    public IEnumerable<string> Texts(string name) => Element?.TextsOf(name) ?? [];

    /// <summary>The first of them, or null.</summary>
    public string? Text(string name) => Element?.TextOf(name);
}
