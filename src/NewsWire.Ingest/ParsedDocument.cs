using System.Collections.Immutable;
using NewsWire.Data;

namespace NewsWire.Ingest;

/// <summary>The result of parsing a document. If it could not be read, it has an error and whatever content was recovered.</summary>
internal sealed record ParsedDocument
{
    /// <summary>The name of the format, one of those of FormatContent.</summary>
    public required string Format { get; init; }

    /// <summary>Key of the wire whose reader parsed it.</summary>
    public required string Wire { get; init; }

    public FeedDescription? Feed { get; init; }

    public ImmutableArray<RawRelease> Releases { get; init; } = [];

    /// <summary>Addresses of the release pages it links to, in document order.</summary>
    public ImmutableArray<Uri> Links { get; init; } = [];

    /// <summary>What was repaired or is doubtful, as sentences for operators.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Why the document could not be read, as a sentence for operators; null where it was read.</summary>
    public string? Error { get; init; }

    /// <summary>What kind of failure <see cref="Error"/> tells of: a page may be a server's refusal in the place of a document.</summary>
    public FailureKind Failure { get; init; } = FailureKind.Unreadable;

    /// <summary>True where nothing is wrong with the document itself: it may be read at another time.</summary>
    public bool Passing { get; init; }

    public static ParsedDocument Unreadable(string format, string wire, string error) =>
        new() { Format = format, Wire = wire, Error = error };
}

/// <summary>Metadata of a feed, as published.</summary>
/// <param name="Title">May contain character references and tags, as a headline may.</param>
/// <param name="Description">As HTML.</param>
internal sealed record FeedDescription(string? Title, string? Link, string? Description, string? Language, string? Updated)
{
    /// <summary>True where the format declares the title as plain text.</summary>
    public bool TitleIsText { get; init; }
}
