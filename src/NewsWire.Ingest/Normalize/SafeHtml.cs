using AngleSharp.Dom;
using Ganss.Xss;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>
/// Makes a wire's HTML safe to keep: what is stored may be served to page, feed and API as it is. Text, tables, lists,
/// emphasis and links stay; styles, pictures, pixels, scripts and forms do not.
/// </summary>
internal static class SafeHtml
{
    // Their content is not text of the release: it must not come out when the element goes.
    private const string WithContent =
        "script, style, template, noscript, noembed, noframes, iframe, object, embed, applet, frameset, svg, math, canvas, audio, video, select, textarea, button, title, head, xmp, plaintext, listing, [hidden]";

    private const int MostRounds = 4;

    private static readonly HtmlSanitizer Sanitizer = Build();

    /// <summary>The body of a release as a safe tree, or null where it is nested too deep to be one.</summary>
    /// <param name="address">What relative links are relative to, or null to drop them.</param>
    public static IElement? Clean(string html, Uri? address)
    {
        var body = CleanOnce(html, address);
        // Taking elements out can leave an order that a parser reads differently (a link in a link, a paragraph in a
        // paragraph): what is kept must be what a reader's browser will make of it.
        for (var round = 0; round < MostRounds && body is not null; round++)
        {
            var written = body.InnerHtml;
            body = CleanOnce(written, address);
            if (body?.InnerHtml == written)
                return body;
        }
        return body;
    }

    private static IElement? CleanOnce(string html, Uri? address)
    {
        if (HtmlPage.Parse("<!doctype html><body>" + html) is not { Body: { } body } document)
            return null;
        foreach (var element in body.QuerySelectorAll(WithContent).ToList())
            element.Remove();
        foreach (var link in body.QuerySelectorAll("a[href]"))
        {
            if (Links.Resolve(link.GetAttribute("href"), address) is { } target)
                link.SetAttribute("href", target);
            else
                link.RemoveAttribute("href");
        }
        Sanitizer.SanitizeDom(document, body);
        foreach (var link in body.QuerySelectorAll("a[href]"))
            link.SetAttribute("rel", "nofollow noopener noreferrer");
        Tidy(body);
        return body;
    }

    private static void Tidy(IElement body)
    {
        foreach (var heading in body.QuerySelectorAll("h1").ToList())
        {
            var lower = body.Owner!.CreateElement("h2");
            while (heading.FirstChild is { } child)
                lower.AppendChild(child);
            heading.Replace(lower);
        }
        foreach (var element in body.QuerySelectorAll("p, div, a, strong, em, b, i, u, sup, sub, h2, h3, h4, h5, h6, li, ul, ol, blockquote").Reverse().ToList())
        {
            if (element.ChildElementCount == 0 && string.IsNullOrWhiteSpace(element.TextContent))
                element.Replace(body.Owner!.CreateTextNode(" "));
        }
    }

    private static HtmlSanitizer Build()
    {
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = Set(
                "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "div",
                "a", "strong", "em", "b", "i", "u", "sup", "sub", "abbr", "cite", "q",
                "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
            AllowedAttributes = Set("href", "colspan", "rowspan", "scope", "start", "title", "lang", "dir"),
            AllowedSchemes = Set("http", "https", "mailto"),
            AllowedCssProperties = Set(),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
            UriAttributes = Set("href", "src"),
        };
        return new HtmlSanitizer(options) { KeepChildNodes = true };
    }

    private static HashSet<string> Set(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);
}
