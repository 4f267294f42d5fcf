using System.Collections.Immutable;

namespace NewsWire.Ingest;

/// <summary>What the wire said, as it said it: nothing is resolved, cleaned or guessed yet.</summary>
internal sealed record RawRelease
{
    /// <summary>guid, dc:identifier or the like, as published.</summary>
    public string? Id { get; init; }

    /// <summary>The wire's own id where the document or its address gives one.</summary>
    public string? NativeId { get; init; }

    /// <summary>May hold entities and markup: titles are read as text by Normalize.</summary>
    public string? Headline { get; init; }

    public string? Subheadline { get; init; }

    /// <summary>The address of the release page, absolute.</summary>
    public Uri? Url { get; init; }

    /// <summary>A language tag as declared: en, fr-CA.</summary>
    public string? Language { get; init; }

    public string? Published { get; init; }

    public string? Updated { get; init; }

    /// <summary>The name of whoever distributed it, where the document says so apart from the dateline.</summary>
    public string? Distributor { get; init; }

    public string? Issuer { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Codes, names or both, each with the scheme it is written in.</summary>
    public ImmutableArray<RawSubject> Subjects { get; init; } = [];

    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Plain text or HTML of a lead, often cut.</summary>
    public string? Summary { get; init; }

    /// <summary>HTML of the body as published, dateline included; null where only a lead was sent.</summary>
    public string? BodyHtml { get; init; }

    public ImmutableArray<Enclosure> Enclosures { get; init; } = [];

    /// <summary>False where the release page is known to hold more than this document did.</summary>
    public bool Complete { get; init; } = true;
}

/// <summary>A subject as written: a code or a name of a scheme.</summary>
internal readonly record struct RawSubject(string Scheme, string Label);

/// <summary>A file that comes with a release.</summary>
internal sealed record Enclosure(string Url, string? Type);
