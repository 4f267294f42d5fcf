using System.Collections.Frozen;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>A template's compiled selectors, and the index keys they need.</summary>
internal sealed class PageParts(PageTemplate template)
{
    public PageSelector[] Body { get; } = PageSelector.Compile(template.Body);
    public PageSelector[] Headline { get; } = PageSelector.Compile(template.Headline);
    public PageSelector[] Subheadline { get; } = PageSelector.Compile(template.Subheadline);
    public PageSelector[] Published { get; } = PageSelector.Compile(template.Published);
    public PageSelector[] Issuer { get; } = PageSelector.Compile(template.Issuer);
    public PageSelector[] Contact { get; } = PageSelector.Compile(template.Contact);
    public PageSelector[] Noise { get; } = PageSelector.Compile(template.Noise);
    public PageSelector[] Categories { get; } = PageSelector.Compile(template.Categories);

    public PageWords? Words { get; } = template.Words;

    /// <summary>Keys of the template's selectors and of the default selectors.</summary>
    public FrozenSet<string> Keys => field ??= new[] { Body, Headline, Subheadline, Published, Issuer, Contact, Noise, Categories }
        .SelectMany(selectors => selectors).Select(selector => selector.Key).Concat(CommonParts.Keys).ToFrozenSet(StringComparer.Ordinal);
}
