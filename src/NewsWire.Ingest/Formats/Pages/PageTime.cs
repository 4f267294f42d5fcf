using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>When a page says it was published: the text of it, and the element it stands in where it stands in one.</summary>
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
        // A time element of another article is not this one's: near the headline it is.
        if (FirstDated(lines.Select(line => line.Element).SelectMany(Times)) is { Text: not null } near)
            return near;
        if (lines.FirstOrDefault(line => line.Text.Length <= LongestDate && IsDate(line.Text) && Dateline.Find(line.Text) is null) is { Element: { } element, Text: var text })
            return Within(element, text);
        return FirstDated(page.Index.All(CommonParts.Published));
    }

    /// <summary>What an element says the time is: its attribute for machines, else its text; null where no date is in it.</summary>
    public static string? Of(IElement element) =>
        new[] { element.GetAttribute("datetime"), element.GetAttribute("content"), ShortText.Of(element, LongestDate) }.FirstOrDefault(text => text is not null && IsDate(text));

    // A line may hold more than its date, with nothing between the two but a style: 08:30 AMEnergy.
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
