using System.Collections.Immutable;

namespace NewsWire.Ingest;

/// <summary>
/// A release as the wire sent it, before anything is resolved, sanitized or inferred. Texts are HTML: formats encode plain text. Only
/// headlines are marked as text or HTML, because titles are often encoded wrongly.
/// </summary>
internal sealed record RawRelease
{
    /// <summary>guid, dc:identifier or a similar id, as published.</summary>
    public string? Id { get; init; }

    /// <summary>The wire's own id from the document or its address, or null.</summary>
    public string? NativeId { get; init; }

    /// <summary>May contain character references and tags; Normalize converts it to text.</summary>
    public string? Headline { get; init; }

    /// <summary>True where the format declares the headline as plain text; characters that look like tags are then content.</summary>
    public bool HeadlineIsText { get; init; }

    public string? Subheadline { get; init; }

    /// <summary>The absolute address of the release page, or null.</summary>
    public Uri? Url { get; init; }

    /// <summary>The language tag as declared (en, fr-CA); null where none is declared.</summary>
    public string? Language { get; init; }

    public string? Published { get; init; }

    public string? Updated { get; init; }

    /// <summary>The end of an embargo as written; null where none is given.</summary>
    public string? Embargo { get; init; }

    /// <summary>The publication status given by the document.</summary>
    public RawStatus Status { get; init; }

    /// <summary>The native id of the release this one corrects or replaces, or null.</summary>
    public string? Replaces { get; init; }

    /// <summary>The distributor where the document names it outside the dateline, or null.</summary>
    public string? Distributor { get; init; }

    public string? Issuer { get; init; }

    /// <summary>The dateline's place where it is not part of the body: Business Wire sends it as a separate element.</summary>
    public string? DatelinePlace { get; init; }

    /// <summary>The dateline's date in that case, as written; the year may be missing.</summary>
    public string? DatelineDay { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Codes, names or both, each with its vocabulary.</summary>
    public ImmutableArray<RawSubject> Subjects { get; init; } = [];

    /// <summary>Ticker symbols given outside the text.</summary>
    public ImmutableArray<RawTicker> Tickers { get; init; } = [];

    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The lead as HTML, often truncated.</summary>
    public string? Summary { get; init; }

    /// <summary>The body as HTML, dateline included; null where only a lead was sent.</summary>
    public string? BodyHtml { get; init; }

    /// <summary>The contact as HTML where it is separate from the body, or null.</summary>
    public string? ContactHtml { get; init; }

    /// <summary>Base for relative links in the texts where it differs from <see cref="Url"/>.</summary>
    public Uri? Base { get; init; }

    public ImmutableArray<Enclosure> Enclosures { get; init; } = [];

    /// <summary>False where the release page is known to contain more than this document.</summary>
    public bool Complete { get; init; } = true;
}

/// <summary>A subject as written: a code or a name of a vocabulary.</summary>
/// <param name="Name">The name given with a code, for codes that are in none of our vocabularies.</param>
internal readonly record struct RawSubject(string Scheme, string Label, string? Name = null);

/// <summary>A ticker symbol or ISIN given outside the text.</summary>
/// <param name="Exchange">As written (Nasdaq, TSX-V, XNAS), or null where only the ISIN is given.</param>
/// <param name="Symbol">As written, or null where only the ISIN is given.</param>
/// <param name="Isin">Twelve characters, or null.</param>
/// <param name="Company">Whose share it is, where the document says so; text.</param>
/// <param name="IsMentioned">True where the document says that the company is only mentioned.</param>
internal readonly record struct RawTicker(string? Exchange, string? Symbol, string? Isin = null, string? Company = null, bool IsMentioned = false);

/// <summary>A file attached to a release.</summary>
/// <param name="Type">The media type, or null.</param>
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

/// <summary>The publication status of a release as given by its document.</summary>
internal enum RawStatus
{
    /// <summary>To be displayed; the default.</summary>
    Usable,

    /// <summary>A new text of an earlier release.</summary>
    Corrected,

    /// <summary>Withdrawn by its issuer or its wire.</summary>
    Withdrawn,

    /// <summary>Not to be displayed yet, without a release time.</summary>
    Withheld,
}
