using System.Collections.Immutable;
using NewsWire.Data;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>The content of a page: a release, links to releases, or an error.</summary>
internal sealed record PageContent
{
    public RawRelease? Release { get; init; }

    public ImmutableArray<Uri> Links { get; init; } = [];

    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Why there is neither release nor link, as a sentence for operators; null otherwise.</summary>
    public string? Error { get; init; }

    /// <summary>What kind of failure <see cref="Error"/> tells of.</summary>
    public FailureKind Failure { get; init; } = FailureKind.Unreadable;
}
