using System.Collections.Immutable;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats;

/// <summary>What a format's reader found in a document, before the wire that sent it has had its say.</summary>
internal sealed record FormatContent
{
    /// <summary>rss, atom, jsonfeed, cdf, newsml-g2, newsml-1.2, nitf, ninjs, release, iptc7901, text, html or unknown.</summary>
    public required string Format { get; init; }

    public FeedDescription? Feed { get; init; }

    public ImmutableArray<FoundRelease> Releases { get; init; } = [];

    /// <summary>Release pages it leads to, in its order.</summary>
    public ImmutableArray<Uri> Links { get; init; } = [];

    /// <summary>What was mended or doubted, in words for a person.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Why it could not be read, in words for a person, or null.</summary>
    public string? Error { get; init; }

    public static FormatContent Unreadable(string format, string error) => new() { Format = format, Error = error };
}

/// <summary>A release as its format gives it, with the XML it stood in for what only one wire sends; null in other formats.</summary>
internal sealed record FoundRelease(RawRelease Release, WireElement? Element = null)
{
    /// <summary>The trimmed texts of all elements of a name in the release's element, empty ones left out.</summary>
    public IEnumerable<string> Texts(string name) => Element?.TextsOf(name) ?? [];

    /// <summary>The first of them, or null.</summary>
    public string? Text(string name) => Element?.TextOf(name);
}
