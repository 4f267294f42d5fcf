namespace NewsWire.Ingest.Formats.Pages;

/// <summary>
/// Where a wire's release page keeps its parts: CSS selectors, each a list of alternatives, best first. What a template leaves
/// out is found by what all pages have in common (JSON-LD, meta elements, an article with a heading).
/// </summary>
internal sealed class PageTemplate
{
    /// <summary>The template that knows nothing.</summary>
    public static PageTemplate None { get; } = new();

    /// <summary>The element that holds the release's text.</summary>
    public string[] Body { get; init; } = [];

    public string[] Headline { get; init; } = [];

    public string[] Subheadline { get; init; } = [];

    /// <summary>The time of publication: its datetime or content attribute, else its text. Passed over where no date is in it.</summary>
    public string[] Published { get; init; } = [];

    public string[] Issuer { get; init; } = [];

    /// <summary>Whom to ask, where it stands apart from the body.</summary>
    public string[] Contact { get; init; } = [];

    /// <summary>Elements inside the body that are not of the release.</summary>
    public string[] Noise { get; init; } = [];

    /// <summary>What the site writes around a release, or null where its elements are known well enough.</summary>
    public PageWords? Words { get; init; }

    /// <summary>Links to subjects or categories of this release.</summary>
    public string[] Categories { get; init; } = [];

    /// <summary>The same selectors, compiled at the first page.</summary>
    public PageParts Parts => field ??= new PageParts(this);
}
