namespace NewsWire.Ingest.Formats.Pages;

/// <summary>
/// CSS selectors for the parts of a wire's release page, each a list of alternatives, best first. Parts without a selector are found by
/// JSON-LD, meta elements and default selectors.
/// </summary>
internal sealed class PageTemplate
{
    /// <summary>A template without selectors.</summary>
    public static PageTemplate None { get; } = new();

    /// <summary>The element that contains the release's text.</summary>
    public string[] Body { get; init; } = [];

    public string[] Headline { get; init; } = [];

    public string[] Subheadline { get; init; } = [];

    /// <summary>
    /// The time of publication: the element's datetime or content attribute, or else its text. Elements without a date are skipped.
    /// </summary>
    public string[] Published { get; init; } = [];

    public string[] Issuer { get; init; } = [];

    /// <summary>The contact, where it is outside the body.</summary>
    public string[] Contact { get; init; } = [];

    /// <summary>Elements inside the body that are not part of the release.</summary>
    public string[] Noise { get; init; } = [];

    /// <summary>The site's boilerplate around a release, or null where the selectors suffice.</summary>
    public PageWords? Words { get; init; }

    /// <summary>Links to the release's subjects or categories.</summary>
    public string[] Categories { get; init; } = [];

    /// <summary>The selectors, compiled on first use.</summary>
    public PageParts Parts => field ??= new PageParts(this);
}
