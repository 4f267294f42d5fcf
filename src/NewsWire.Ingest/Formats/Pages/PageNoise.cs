using System.Collections.Frozen;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>Recognizes parts of a page that belong to the site by class, id and role: navigation, share bars, comments, banners.</summary>
internal static class PageNoise
{
    private static readonly FrozenSet<string> Elements = new[] { "nav", "aside", "footer", "form", "dialog", "menu", "button", "select", "textarea", "input", "label", "fieldset", "iframe", "noscript", "template", "script", "style", "svg", "object", "canvas", "audio", "video" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Roles = new[] { "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "alert", "menu", "menubar", "toolbar" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "share", "sharing", "sharebar", "sharethis", "addthis", "addtoany", "social", "socials", "related", "recommended", "recommendations",
        "comment", "comments", "disqus", "respond", "newsletter", "subscribe", "subscription", "signup", "cookie", "cookies", "consent", "gdpr", "onetrust", "banner", "advert", "adverts", "advertisement", "ads", "ad",
        "promo", "promoted", "sponsored", "sidebar", "footer", "masthead", "toolbar", "pagination", "pager", "popup", "modal", "overlay", "lightbox", "skip", "search", "login", "tags", "taboola", "outbrain", "trending",
        "popular", "latest", "hidden", "offscreen", "copyright", "colophon", "paywall", "widget", "widgets", "print", "printfriendly", "backlink",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for an element that is never part of a release's text.</summary>
    public static bool IsUnseen(IElement element) =>
        element.LocalName is "script" or "style" or "template" or "noscript" or "iframe" or "svg" or "head" or "select" or "button" or "textarea" or "object" or "canvas" or "audio" or "video"
        || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// True for an element whose names suggest that it is part of the site. The hint may be wrong: some
    /// sites wrap the whole page in a form.
    /// </summary>
    public static bool IsHinted(IElement element) =>
        Elements.Contains(element.LocalName)
        || (element.GetAttribute("role") is { } role && Roles.Contains(role))
        || Speaks(element.GetAttribute("class")) || Speaks(element.GetAttribute("id"));

    // Matches the word in share-bar, ShareBar and share_bar, but not in shareholder.
    private static bool Speaks(string? names)
    {
        var rest = names.AsSpan();
        while (!rest.IsEmpty)
        {
            var length = 0;
            while (length < rest.Length && char.IsAsciiLetter(rest[length]) && (length == 0 || !char.IsAsciiLetterUpper(rest[length]) || char.IsAsciiLetterUpper(rest[length - 1])))
                length++;
            if (length > 0 && Words.Contains(rest[..length]))
                return true;
            rest = rest[Math.Max(length, 1)..];
        }
        return false;
    }
}
