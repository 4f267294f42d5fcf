using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>A page's headline, and its element where it was found on the page.</summary>
internal readonly record struct PageHeadline(string? Text, IElement? Element)
{
    /// <summary>Maximum length in characters.</summary>
    public const int Longest = 500;

    // In characters; shorter texts occur in unrelated titles.
    private const int ShortestMatch = 9;

    private const int ShortestSite = 5;

    private static readonly string[] Separators = [" | ", " – ", " — ", " - ", " :: ", " » ", " · "];

    /// <param name="body">The element with the text, or null where it is not known.</param>
    public static PageHeadline Find(PageFacts page, IElement? body)
    {
        if (page.Parts.Headline.Length > 0 && page.Index.First(page.Parts.Headline) is { } named && ShortText.Of(named, Longest) is { } text)
            return new PageHeadline(text, named);
        var title = NotSite(WithoutSite(page.Title, page), page);
        var said = page.Article?.Headline ?? NotSite(WithoutSite(page.Meta.Headline, page), page);
        foreach (var wanted in new[] { said, title }.OfType<string>())
        {
            // The heading on the page is preferred to metadata: it is not truncated and has no site name appended.
            if (page.Headings.FirstOrDefault(heading => IsSame(heading.Text, wanted)) is { Element: { } element, Text: var set })
                return new PageHeadline(set, element);
        }
        if (page.Article?.Headline is { } linked)
            return new PageHeadline(linked, null);
        if (page.Headings.FirstOrDefault(heading => heading.Element.LocalName is "h1" && NotSite(heading.Text, page) is not null && IsNear(heading.Element, body)) is { Element: { } near, Text: var ofNear })
            return new PageHeadline(ofNear, near);
        if (said is not null)
            return new PageHeadline(said, null);
        if (page.Headings.FirstOrDefault(heading => NotSite(heading.Text, page) is not null) is { Element: { } any, Text: var ofAny })
            return new PageHeadline(ofAny, any);
        if (body is not null && page.Index["h2"].FirstOrDefault(heading => IsNear(heading, body)) is { } second && ShortText.Of(second, Longest) is { } ofSecond)
            return new PageHeadline(ofSecond, second);
        return new PageHeadline(title, null);
    }

    private static bool IsNear(IElement heading, IElement? body)
    {
        for (var element = body; element is not null; element = element.LocalName is "article" or "main" or "body" ? null : element.ParentElement)
        {
            if (element.Contains(heading))
                return true;
        }
        return false;
    }

    private static bool IsSame(string heading, string wanted)
    {
        var (one, other) = (ShortText.Fold(heading), ShortText.Fold(wanted));
        return one == other || (Math.Min(one.Length, other.Length) >= ShortestMatch && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)));
    }

    private static string? NotSite(string? text, PageFacts page) => text is null || SiteNames(page).Contains(ShortText.Fold(text), StringComparer.Ordinal) ? null : text;

    // "Mill opens | Osprey Row News": the part after the last separator is removed if it is the site's name, or if no name is known.
    private static string? WithoutSite(string? title, PageFacts page)
    {
        if (title is null)
            return null;
        var (at, separator) = Separators.Select(separator => (At: title.LastIndexOf(separator, StringComparison.Ordinal), Separator: separator)).MaxBy(found => found.At);
        if (at <= 0)
            return title;
        var last = ShortText.Fold(title[(at + separator.Length)..]);
        var names = SiteNames(page).ToList();
        var isSite = names.Exists(name => IsNameOf(last, name)) || Dateline.WireName(title[(at + separator.Length)..].Trim()) is not null || (separator == " | " && at >= 15);
        return isSite ? title[..at].Trim() : title;
    }

    // Nearly the whole name, from its beginning: a place that is also in the name of its paper ends a headline.
    private static bool IsNameOf(string words, string site) =>
        words == site || (site.StartsWith(words, StringComparison.Ordinal) && words.Length * 10 >= site.Length * 7) || (words.StartsWith(site, StringComparison.Ordinal) && site.Length >= ShortestSite);

    private static IEnumerable<string> SiteNames(PageFacts page) => new[] { page.Meta.SiteName, page.Article?.Publisher, page.Address.Own?.Host.Replace("www.", "", StringComparison.Ordinal).Split('.')[0] }
        .Select(ShortText.Fold).Where(name => name.Length > 1);
}
