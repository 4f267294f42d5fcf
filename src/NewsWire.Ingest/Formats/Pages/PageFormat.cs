using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>Reads a release page by a template, and by what pages have in common where the template is silent.</summary>
internal static class PageFormat
{
    /// <summary>The release on a page, or null where there is no headline with a text under it.</summary>
    public static RawRelease? Read(IHtmlDocument page, Uri? address, PageTemplate template)
    {
        var body = First(page, template.Body) ?? page.QuerySelector("[itemprop=articleBody]") ?? page.QuerySelector("article") ?? page.QuerySelector("main");
        var headline = Text(First(page, template.Headline)) ?? Text(page.QuerySelector("article h1, main h1, h1"));
        if (body is null || headline is null)
            return null;
        var url = WebAddress.Of(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), address) ?? address;
        var noise = template.Noise.SelectMany(selector => body.QuerySelectorAll(selector)).ToHashSet();
        return new RawRelease
        {
            Id = url?.AbsoluteUri,
            Headline = headline,
            HeadlineIsText = true,
            Subheadline = Text(First(page, template.Subheadline)),
            Url = url,
            Language = page.DocumentElement.GetAttribute("lang"),
            Published = Time(First(page, template.Published)) ?? page.QuerySelector("meta[property='article:published_time']")?.GetAttribute("content") ?? Time(page.QuerySelector("time[datetime]")),
            Issuer = Text(First(page, template.Issuer)),
            BodyHtml = Markup.Inside(body, element => noise.Contains(element) || element.LocalName is "h1" or "nav" or "aside" or "footer" or "form"),
        };
    }

    private static IElement? First(IParentNode page, string[] selectors) => selectors.Select(page.QuerySelector).FirstOrDefault(element => element is not null);

    private static string? Text(IElement? element) => element?.TextContent.Trim() is { Length: > 0 } text ? text : null;

    private static string? Time(IElement? element) => element?.GetAttribute("datetime") ?? element?.GetAttribute("content") ?? Text(element);
}
