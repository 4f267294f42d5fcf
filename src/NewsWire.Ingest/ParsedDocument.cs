using System.Collections.Immutable;
using NewsWire.Data;

namespace NewsWire.Ingest;

/// <summary>What a document turned out to be. A document that could not be read has an error and whatever was saved.</summary>
internal sealed record ParsedDocument
{
    /// <summary>The name of its format, as FormatContent gives it.</summary>
    public required string Format { get; init; }

    /// <summary>The wire whose reader understood it.</summary>
    public required string Wire { get; init; }

    public FeedDescription? Feed { get; init; }

    public ImmutableArray<RawRelease> Releases { get; init; } = [];

    /// <summary>Release pages this document leads to, in its order.</summary>
    public ImmutableArray<Uri> Links { get; init; } = [];

    /// <summary>What was mended or doubted, in words for a person.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Why it could not be read, in words for a person, or null.</summary>
    public string? Error { get; init; }

    /// <summary>What kind of failure <see cref="Error"/> tells of: a page may be a server's refusal in the place of a document.</summary>
    public FailureKind Failure { get; init; } = FailureKind.Unreadable;

    /// <summary>True where nothing is wrong with the document itself: it may be read at another time.</summary>
    public bool Passing { get; init; }

    public static ParsedDocument Unreadable(string format, string wire, string error) =>
        new() { Format = format, Wire = wire, Error = error };
}

/// <summary>What a feed says of itself, as it says it.</summary>
/// <param name="Title">May hold entities and markup, as a headline may.</param>
/// <param name="Description">HTML.</param>
internal sealed record FeedDescription(string? Title, string? Link, string? Description, string? Language, string? Updated)
{
    /// <summary>True where the format says that the title is text.</summary>
    public bool TitleIsText { get; init; }
}
