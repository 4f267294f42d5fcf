using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>A page's subheadline, and its element where it was found on the page.</summary>
internal readonly record struct PageSubheadline(string? Text, IElement? Element)
{
    private const int Longest = 600;

    public static PageSubheadline Find(PageFacts page, PageHeadline headline, PageBody? body)
    {
        if (page.Index.First(page.Parts.Subheadline) is { } templated && ShortText.Of(templated, Longest) is { } text)
            return new PageSubheadline(text, templated);
        if (page.Article?.Subheadline is { } linked && linked != headline.Text)
            return new PageSubheadline(linked, Same(linked, headline.Element));
        if (page.Index.First(CommonParts.Subheadline) is { } common && body?.IsLeftOut(common) != true && ShortText.Of(common, Longest) is { } ofCommon && ofCommon != headline.Text)
            return new PageSubheadline(ofCommon, common);
        // An h2 directly after the h1 is its subheadline.
        return headline.Element is { LocalName: "h1", NextElementSibling: { LocalName: "h2" } next } && ShortText.Of(next, Longest) is { } under
            ? new PageSubheadline(under, next)
            : default;
    }

    private static IElement? Same(string text, IElement? headline) =>
        headline?.NextElementSibling is { } next && ShortText.Fold(ShortText.Of(next, Longest)) == ShortText.Fold(text) ? next : null;
}
