using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>
/// Sanitizes a wire's HTML for storage, so that pages, feeds and the API can serve it unchanged. Text, tables, lists, emphasis and links
/// are kept; styles, images, tracking pixels, scripts and forms are removed.
/// </summary>
internal static class SafeHtml
{
    private const int MostRounds = 5;

    private static readonly HtmlSanitizer Sanitizer = Build();

    /// <summary>The body of a release as a sanitized tree, or null where it is nested too deeply.</summary>
    /// <param name="address">Base for relative links, or null to drop them.</param>
    public static IElement? Clean(string html, Uri? address) => Clean(html, address, out _);

    /// <param name="pictures">The pictures of the body, which are not kept in it.</param>
    public static IElement? Clean(string html, Uri? address, out ImmutableArray<Enclosure> pictures)
    {
        pictures = [];
        // Removing elements can leave nesting that a parser reads differently (a link in a link, a paragraph in a paragraph). What is
        // stored must be what a browser makes of it, so the HTML is parsed again until a round changes nothing; the last tree is then the
        // one of the stored HTML.
        IElement? body = null;
        for (var round = 0; round < MostRounds && (body = HtmlPage.ParseFragment(html)) is not null; round++)
        {
            if (round == 0)
                pictures = BodyPictures.Of(body);
            var kept = SafeMarkup.Of(body, address);
            if (kept == html)
                return Judged(body);
            html = kept;
        }
        return body is null || HtmlPage.ParseFragment(html) is not { } last ? null : Judged(last);
    }

    private static IElement Judged(IElement body)
    {
        // Defence in depth: HtmlSanitizer runs last over the output of our own allow-list writer.
        Sanitizer.SanitizeDom((IHtmlDocument)body.Owner!, (IHtmlElement)body);
        return body;
    }

    private static HtmlSanitizer Build()
    {
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = SafeMarkup.Elements,
            AllowedAttributes = new HashSet<string>(SafeMarkup.Attributes, StringComparer.OrdinalIgnoreCase) { "rel" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
            AllowedCssProperties = new HashSet<string>(),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
        };
        return new HtmlSanitizer(options) { KeepChildNodes = true };
    }
}
