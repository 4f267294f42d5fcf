using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>A page's time of publication as written, and its element where it was found on the page.</summary>
internal readonly record struct PageTime(string? Text, IElement? Element)
{
    private const int LongestDate = 100;

    /// <param name="nearby">Short lines around the headline, nearest first.</param>
    public static PageTime Find(PageFacts page, IEnumerable<(IElement Element, string Text)> nearby)
    {
        if (FirstDated(page.Index.All(page.Parts.Published)) is { Text: not null } templated)
            return templated;
        if ((page.Article?.Published ?? page.Meta.Published) is { } said)
            return new PageTime(said, null);
        var lines = nearby.ToList();
        // Time elements elsewhere may belong to other articles, so those near the headline come first.
        if (FirstDated(lines.Select(line => line.Element).SelectMany(Times)) is { Text: not null } near)
            return near;
        if (lines.FirstOrDefault(line => line.Text.Length <= LongestDate && IsDate(line.Text) && Dateline.Find(line.Text) is null) is { Element: { } element, Text: var text })
            return Within(element, text);
        return FirstDated(page.Index.All(CommonParts.Published));
    }

    /// <summary>
    /// The time an element gives: its datetime or content attribute, or else its text; null where neither contains a date.
    /// </summary>
    public static string? Of(IElement element) =>
        new[] { element.GetAttribute("datetime"), element.GetAttribute("content"), ShortText.Of(element, LongestDate) }.FirstOrDefault(text => text is not null && IsDate(text));

    // A line may contain more than the date, separated only by styling: "08:30 AMEnergy".
    private static PageTime Within(IElement line, string text)
    {
        var (found, hasClock) = (new PageTime(text, line), WireDates.Read(text)?.Time is not null);
        for (IElement? at = line; at is not null;)
        {
            at = at.Children.FirstOrDefault(child => ShortText.Of(child, LongestDate) is { } part && WireDates.Read(part) is { Date: not null } read && (read.Time is not null || !hasClock));
            found = at is null ? found : new PageTime(ShortText.Of(at, LongestDate), at);
        }
        return found;
    }

    private static PageTime FirstDated(IEnumerable<IElement> elements) =>
        elements.Select(element => new PageTime(Of(element), element)).FirstOrDefault(time => time.Text is not null);

    private static IEnumerable<IElement> Times(IElement element) => element.LocalName == "time" ? [element] : element.GetElementsByTagName("time");

    private static bool IsDate(string text) => WireDates.Read(text) is { Date: not null };
}
