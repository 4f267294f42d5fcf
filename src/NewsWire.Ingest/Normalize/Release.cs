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

    /// <summary>True where no language was declared that could be believed: the text was asked.</summary>
    public bool LanguageGuessed { get; init; }

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

    /// <summary>The lead as it was sent, whole but for its dateline and what ran into it, as plain text; null where none was sent.</summary>
    public string? Lead { get; init; }

    public Uri? Url { get; init; }
    public DatelineOf? Dateline { get; init; }
    public string? Issuer { get; init; }

    /// <summary>The issuer in the form by which its releases are grouped, or null.</summary>
    public string? CompanyKey { get; init; }

    /// <summary>The issuer's own shares.</summary>
    public ImmutableArray<Ticker> Tickers { get; init; } = [];

    /// <summary>Shares of other companies that the release mentions.</summary>
    public ImmutableArray<Ticker> MentionedTickers { get; init; } = [];

    public ImmutableArray<string> Categories { get; init; } = [];
    public ImmutableArray<Subject> Subjects { get; init; } = [];
    public ImmutableArray<string> Authors { get; init; } = [];
    public ImmutableArray<Enclosure> Enclosures { get; init; } = [];

    /// <summary>Pictures, films and papers: those sent with it, those its text leads to.</summary>
    public ImmutableArray<MediaLink> Media { get; init; } = [];

    /// <summary>Whom to ask.</summary>
    public ImmutableArray<Contact> Contacts { get; init; } = [];

    /// <summary>The parts of <see cref="BodyText"/> that are no news: who the issuer is, whom to ask, what the law wants said.</summary>
    public ImmutableArray<Section> Boilerplate { get; init; } = [];

    /// <summary>Sanitized HTML without the dateline.</summary>
    public required string BodyHtml { get; init; }

    /// <summary>The same as text, paragraphs apart by a blank line.</summary>
    public required string BodyText { get; init; }

    /// <summary>Whether it may be shown.</summary>
    public Standing Standing { get; init; }

    /// <summary>What it does to an earlier release, or null.</summary>
    public Correction? Correction { get; init; }

    /// <summary>What was doubtful, in words for a person.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>False where only a lead was sent so far.</summary>
    public required bool Complete { get; init; }

    /// <summary>True for releases of our own invention.</summary>
    public required bool Sample { get; init; }
}

/// <summary>The dateline's parts, and the whole as written.</summary>
internal sealed record DatelineOf(string Text, string? Place, DateOnly? Date, string? Wire);

/// <summary>A share: NASDAQ, DOCU, and its number where it is known; or the number alone.</summary>
/// <param name="Exchange">The one name we use for an exchange, or null where only the number is known.</param>
/// <param name="Isin">Twelve characters, proven by their check digit; or null.</param>
internal sealed record Ticker(string? Exchange, string? Symbol, string? Isin = null)
{
    public override string ToString() => Symbol is null ? $"ISIN: {Isin}" : $"{Exchange}: {Symbol}";
}
