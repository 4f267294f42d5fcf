using System.Collections.Immutable;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>
/// Reads a release page. One order of trust for everything: the wire's template, then what JSON-LD says of this page, then
/// meta elements, then what the pages of most sites have in common.
/// </summary>
internal static class PageFormat
{
    private const string NotFound = "No release was found on this page: ";

    public static PageContent Read(PageFacts page)
    {
        var body = TemplateBody(page);
        if (body is null && PageRefusal.Of(page) is { } refusal)
            return new PageContent { Error = NotFound + refusal.Says, Failure = refusal.Kind };
        var known = body is not null;
        body ??= PageBody.Find(page.Index);
        if (!known && body is not null && !page.IsArticle && PageList.Entries(page, body) is { Length: > 0 } entries)
            return new PageContent { Links = entries };

        var headline = PageHeadline.Find(page, body?.Element);
        var contact = body is null ? null : page.Parts.Words?.LeftOutOf(body);
        var text = body is null ? LinkedText(page) : null;
        if (headline.Text is null || (body is null && text is null))
            return PageList.Elsewhere(page) is { Length: > 0 } elsewhere ? new PageContent { Links = elsewhere } : new PageContent { Error = NotFound + "it has no headline with a text under it." };
        return new PageContent { Release = PageRelease.Of(page, headline, body, text, known, contact), Warnings = Warnings(page, known) };
    }

    private static PageBody? TemplateBody(PageFacts page) => page.Index.First(page.Parts.Body) is { } element
        ? PageBody.Templated(element, page.Index.All(page.Parts.Noise))
        : null;

    // A page whose text is put together by a script may have it in JSON-LD all the same.
    private static string? LinkedText(PageFacts page) => page.Article?.Body is not { } body ? null
        : body.Contains("</p>", StringComparison.OrdinalIgnoreCase) || body.Contains("<br", StringComparison.OrdinalIgnoreCase) ? body
        : PageMarkup.OfText(body);

    private static ImmutableArray<string> Warnings(PageFacts page, bool known)
    {
        var warnings = ImmutableArray<string>.Empty;
        if (page.Parts.Body.Length > 0 && !known)
            warnings = warnings.Add("The page is not built as this wire's pages are; it was read as any page.");
        if (page.LinkedData.Broken > 0)
            warnings = warnings.Add("What the page says of itself in JSON-LD is broken and was left aside.");
        return warnings;
    }
}
