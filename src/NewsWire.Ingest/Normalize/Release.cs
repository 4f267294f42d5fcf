using System.Collections.Immutable;
using NewsWire.Data.Subjects;

namespace NewsWire.Ingest.Normalize;

/// <summary>What we understood of a release: text safe to serve, times in UTC, names in one form. What Store keeps.</summary>
internal sealed record Release
{
    /// <summary>The key of the wire it was read at.</summary>
    public required string Via { get; init; }

    /// <summary>The id under <see cref="Via"/> that makes it the same release when it comes again, with <see cref="Language"/>.</summary>
    public required string NativeId { get; init; }

    /// <summary>True where the id is the wire's own and not made from the address or the text.</summary>
    public required bool NativeIdIsWires { get; init; }

    /// <summary>The guid or the like as published, or null.</summary>
    public string? PublishedId { get; init; }

    /// <summary>A lower-case language code: en, fr.</summary>
    public required string Language { get; init; }

    /// <summary>The wire that distributed it: its key and its name.</summary>
    public required Distributor Wire { get; init; }

    public required PublishedTime Published { get; init; }

    /// <summary>When the wire says it was last changed, or null where it does not say.</summary>
    public PublishedTime? Updated { get; init; }

    public required string Headline { get; init; }
    public required string Slug { get; init; }
    public string? Subheadline { get; init; }

    /// <summary>One or two sentences for a list, plain text.</summary>
    public required string Summary { get; init; }

    public Uri? Url { get; init; }
    public DatelineOf? Dateline { get; init; }
    public string? Issuer { get; init; }

    /// <summary>The issuer in the form by which its releases are grouped, or null.</summary>
    public string? CompanyKey { get; init; }

    public ImmutableArray<Ticker> Tickers { get; init; } = [];
    public ImmutableArray<string> Categories { get; init; } = [];
    public ImmutableArray<Subject> Subjects { get; init; } = [];
    public ImmutableArray<string> Authors { get; init; } = [];
    public ImmutableArray<Enclosure> Enclosures { get; init; } = [];

    /// <summary>Sanitized HTML without the dateline.</summary>
    public required string BodyHtml { get; init; }

    /// <summary>The same as text, paragraphs apart by a blank line.</summary>
    public required string BodyText { get; init; }

    /// <summary>Where this release corrects another one: the other's headline, as far as it is named.</summary>
    public Correction? Correction { get; init; }

    /// <summary>False where only a lead was sent so far.</summary>
    public required bool Complete { get; init; }

    /// <summary>True for releases of our own invention.</summary>
    public required bool Sample { get; init; }
}

/// <summary>The dateline's parts, and the whole as written.</summary>
internal sealed record DatelineOf(string Text, string? Place, DateOnly? Date, string? Wire);

/// <summary>That a release corrects another, and the other's headline where the text names it.</summary>
internal sealed record Correction(string? OfHeadline);

/// <summary>A share as named in the text: NASDAQ, DOCU.</summary>
internal sealed record Ticker(string Exchange, string Symbol)
{
    public override string ToString() => $"{Exchange}: {Symbol}";
}
