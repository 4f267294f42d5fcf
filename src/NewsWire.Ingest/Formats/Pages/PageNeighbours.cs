using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>Short lines between the headline and the text, or directly before the headline: dates, bylines, labels.</summary>
internal static class PageNeighbours
{
    private const int MostElements = 60;
    private const int LongestLine = 120;
    private const int ShortestText = 25;

    /// <summary>The lines after and then before a headline, nearest first, each with its element.</summary>
    public static List<(IElement Element, string Text)> Of(IElement headline)
    {
        List<(IElement, string)> lines = [];
        var left = MostElements;
        foreach (var forward in new[] { true, false })
        {
            // Ascends from the headline's element; siblings of each level are nearer than those of the next.
            for (var at = headline; at.ParentElement is { LocalName: not "html" } parent && left > 0; at = parent)
            {
                if (!Beside(parent, at, forward, lines, ref left))
                    break;
            }
        }
        return lines;
    }

    private static bool Beside(IElement parent, IElement at, bool forward, List<(IElement, string)> lines, ref int left)
    {
        var own = -1;
        for (var i = 0; own < 0; i++)
            own = parent.ChildNodes[i] == at ? i : -1;
        for (var i = own + (forward ? 1 : -1); i >= 0 && i < parent.ChildNodes.Length; i += forward ? 1 : -1)
        {
            if (parent.ChildNodes[i] is IElement element && !Take(element, lines, ref left))
                return false;
        }
        return true;
    }

    // Returns false where the release's text begins, which ends the search.
    private static bool Take(IElement element, List<(IElement, string)> lines, ref int left)
    {
        if (--left < 0)
            return false;
        if (PageNoise.IsUnseen(element))
            return true;
        if (ShortText.Of(element, LongestLine) is { } text)
        {
            lines.Add((element, text));
            return true;
        }
        if (IsParagraph(element))
            return false;
        for (var i = 0; i < element.ChildNodes.Length; i++)
        {
            if (element.ChildNodes[i] is IElement child && !Take(child, lines, ref left))
                return false;
        }
        return true;
    }

    // The place and date of a dateline, although in elements of their own, are part of a paragraph.
    private static bool IsParagraph(IElement element)
    {
        var own = 0;
        for (var i = 0; i < element.ChildNodes.Length; i++)
            own += element.ChildNodes[i] is IText words ? words.Data.AsSpan().Trim().Length : 0;
        return own >= (element.LocalName == "p" ? 1 : ShortestText);
    }
}
