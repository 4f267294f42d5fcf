using System.Collections.Immutable;

namespace NewsWire.Ingest;

/// <summary>
/// What the wire said, as it said it: nothing is resolved, cleaned or guessed yet. Texts are HTML: a format that knows a
/// text to be plain encodes it; only of a headline both are told apart, because titles are read with more doubt.
/// </summary>
internal sealed record RawRelease
{
    /// <summary>guid, dc:identifier or the like, as published.</summary>
    public string? Id { get; init; }

    /// <summary>The wire's own id where the document or its address gives one.</summary>
    public string? NativeId { get; init; }

    /// <summary>May hold entities and markup: titles are read as text by Normalize.</summary>
    public string? Headline { get; init; }

    /// <summary>True where the format says that the headline is text: what looks like a tag in it is meant to be seen.</summary>
    public bool HeadlineIsText { get; init; }

    public string? Subheadline { get; init; }

    /// <summary>The address of the release page, absolute.</summary>
    public Uri? Url { get; init; }

    /// <summary>A language tag as declared: en, fr-CA; null where the document does not say.</summary>
    public string? Language { get; init; }

    public string? Published { get; init; }

    public string? Updated { get; init; }

    /// <summary>Until when it may not be shown, as written; null where nothing is said.</summary>
    public string? Embargo { get; init; }

    /// <summary>What the document says of the release's standing.</summary>
    public RawStatus Status { get; init; }

    /// <summary>The native id of the release this one corrects or replaces, where the document names it.</summary>
    public string? Replaces { get; init; }

    /// <summary>The name of whoever distributed it, where the document says so apart from the dateline.</summary>
    public string? Distributor { get; init; }

    public string? Issuer { get; init; }

    /// <summary>The place of a dateline that does not stand in the body: Business Wire sends it apart.</summary>
    public string? DatelinePlace { get; init; }

    /// <summary>The day of such a dateline, as written; its year may be missing.</summary>
    public string? DatelineDay { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Codes, names or both, each with the scheme it is written in.</summary>
    public ImmutableArray<RawSubject> Subjects { get; init; } = [];

    /// <summary>Shares that the document names outside its text.</summary>
    public ImmutableArray<RawTicker> Tickers { get; init; } = [];

    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>HTML of a lead, often cut.</summary>
    public string? Summary { get; init; }

    /// <summary>HTML of the body as published, dateline included; null where only a lead was sent.</summary>
    public string? BodyHtml { get; init; }

    /// <summary>HTML of whom to ask, where the document keeps it apart from the body.</summary>
    public string? ContactHtml { get; init; }

    /// <summary>What relative links in the texts are relative to, where that is not <see cref="Url"/>.</summary>
    public Uri? Base { get; init; }

    public ImmutableArray<Enclosure> Enclosures { get; init; } = [];

    /// <summary>False where the release page is known to hold more than this document did.</summary>
    public bool Complete { get; init; } = true;
}

/// <summary>A subject as written: a code or a name of a scheme.</summary>
/// <param name="Name">The name that came with a code, for codes that no list of ours knows.</param>
internal readonly record struct RawSubject(string Scheme, string Label, string? Name = null);

/// <summary>A share as a document names it outside its text.</summary>
/// <param name="Exchange">As written (Nasdaq, TSX-V, XNAS), or null where only the ISIN is given.</param>
/// <param name="Symbol">As written, or null where only the ISIN is given.</param>
/// <param name="Isin">Twelve characters, or null.</param>
/// <param name="Company">Whose share it is, where the document says so; text.</param>
/// <param name="IsMentioned">True where the document says that the company is only mentioned.</param>
internal readonly record struct RawTicker(string? Exchange, string? Symbol, string? Isin = null, string? Company = null, bool IsMentioned = false);

/// <summary>A file that comes with a release, as its document names it.</summary>
/// <param name="Type">Its media type, or null.</param>
/// <param name="Title">Its title or caption, or null.</param>
internal sealed record Enclosure(string Url, string? Type, string? Title = null)
{
    /// <summary>Its size in bytes, or null.</summary>
    public long? Length { get; init; }

    /// <summary>Who made it, or null.</summary>
    public string? Credit { get; init; }

    /// <summary>image, video, audio or document, where that is said instead of a type; or null.</summary>
    public string? Medium { get; init; }
}

/// <summary>A release's standing as its document says it.</summary>
internal enum RawStatus
{
    /// <summary>To be shown: what every document means that says nothing.</summary>
    Usable,

    /// <summary>A new text of an earlier release.</summary>
    Corrected,

    /// <summary>Taken back by its issuer or its wire.</summary>
    Withdrawn,

    /// <summary>Not to be shown yet, without a time from which it may be.</summary>
    Withheld,
}
