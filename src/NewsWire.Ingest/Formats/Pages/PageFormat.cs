using System.Collections.Immutable;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>
/// Reads a release page. The order of precedence is the same for every value: the wire's template,
/// JSON-LD, meta elements, default selectors.
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
            return PageList.Elsewhere(page) is { Length: > 0 } elsewhere ? new PageContent { Links = elsewhere } : new PageContent { Error = NotFound + "it has no headline followed by text." };
        return new PageContent { Release = PageRelease.Of(page, headline, body, text, known, contact), Warnings = Warnings(page, known) };
    }

    private static PageBody? TemplateBody(PageFacts page) => page.Index.First(page.Parts.Body) is { } element
        ? PageBody.Templated(element, page.Index.All(page.Parts.Noise))
        : null;

    // A page rendered by a script may still have its text in JSON-LD.
    private static string? LinkedText(PageFacts page) => page.Article?.Body is not { } body ? null
        : body.Contains("</p>", StringComparison.OrdinalIgnoreCase) || body.Contains("<br", StringComparison.OrdinalIgnoreCase) ? body
        : PageMarkup.OfText(body);

    private static ImmutableArray<string> Warnings(PageFacts page, bool known)
    {
        var warnings = ImmutableArray<string>.Empty;
        if (page.Parts.Body.Length > 0 && !known)
            warnings = warnings.Add("The page does not match this wire's template; it was read as a generic page.");
        if (page.LinkedData.Broken > 0)
            warnings = warnings.Add("Invalid JSON-LD on the page was ignored.");
        return warnings;
    }
}
