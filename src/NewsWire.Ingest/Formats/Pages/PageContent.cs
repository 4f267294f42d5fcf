using System.Collections.Immutable;
using NewsWire.Data;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>What a page turned out to hold: a release, links to others, or the reason why neither.</summary>
internal sealed record PageContent
{
    public RawRelease? Release { get; init; }

    public ImmutableArray<Uri> Links { get; init; } = [];

    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Why there is nothing, in words for a person, or null.</summary>
    public string? Error { get; init; }

    /// <summary>What kind of failure <see cref="Error"/> tells of.</summary>
    public FailureKind Failure { get; init; } = FailureKind.Unreadable;
}
