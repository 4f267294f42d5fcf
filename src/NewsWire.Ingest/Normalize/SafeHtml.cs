using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>
/// Makes a wire's HTML safe to keep: what is stored may be served to page, feed and API as it is. Text, tables, lists,
/// emphasis and links stay; styles, pictures, pixels, scripts and forms do not.
/// </summary>
internal static class SafeHtml
{
    private const int MostRounds = 5;

    private static readonly HtmlSanitizer Sanitizer = Build();

    /// <summary>The body of a release as a safe tree, or null where it is nested too deep to be one.</summary>
    /// <param name="address">What relative links are relative to, or null to drop them.</param>
    public static IElement? Clean(string html, Uri? address) => Clean(html, address, out _);

    /// <param name="pictures">The pictures of the body, which are not kept in it.</param>
    public static IElement? Clean(string html, Uri? address, out ImmutableArray<Enclosure> pictures)
    {
        pictures = [];
        // Taking elements out can leave an order that a parser reads differently (a link in a link, a paragraph in a
        // paragraph): what is kept must be what a reader's browser will make of it. Once a round changes nothing, the tree
        // it read is that of what is kept, and need not be read again.
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
        // Ours wrote only what it knows; a second judge that knows what others have tried has the last word.
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
