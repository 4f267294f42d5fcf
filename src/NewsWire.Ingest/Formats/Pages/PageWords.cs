using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>Texts that a site prints around every release. They remain the same when class names change.</summary>
/// <param name="Line">Matches the beginning of a line of the site's, including the value it labels.</param>
/// <param name="End">Matches the beginning of the part after the release; everything from there on is the site's.</param>
/// <param name="Contact">Matches a line in the contact block.</param>
internal sealed record PageWords(Regex Line, Regex End, Regex Contact)
{
    private const int LongestText = 300;
    private const int LongestLine = 400;
    private const int LongestLabel = 40;
    private const double MostLeftOut = 0.95;

    /// <summary>Excludes the site's texts from a body.</summary>
    /// <returns>The contact block as HTML, or null where there is none.</returns>
    public string? LeftOutOf(PageBody body)
    {
        List<IElement> parts = [];
        string? contact = null;
        var hasText = false;
        foreach (var text in body.Element.Descendants<IText>().Where(text => !string.IsNullOrWhiteSpace(text.Data)))
        {
            if (BlockOf(text, body.Element) is not { } block || body.IsLeftOut(block))
                continue;
            // The caption of a picture above the release is not its first paragraph.
            if (!hasText && block.Closest("figure") is { } picture)
                parts.Add(picture);
            else if (text.Data.Length > LongestText)
                hasText = true;
            // A release and its surroundings in one block cannot be separated.
            else if (block.TextContent.Length > LongestLine)
                hasText = true;
            else if (hasText && End.IsMatch(text.Data))
            {
                parts.AddRange(FromHere(block, body.Element));
                break;
            }
            else if (Line.IsMatch(text.Data))
                parts.AddRange(Labelled(block, text, body.Element));
            else if (contact is null && Contact.IsMatch(text.Data) && IsLine(text))
            {
                contact = WithAddress(text, block);
                parts.Add(block);
            }
            else
                hasText |= block.TextContent.Length > LongestText / 3;
        }
        // If this would exclude nearly everything, the page has a different structure and nothing is excluded.
        if (parts.Distinct().Sum(part => part.TextContent.Length) > body.Element.TextContent.Length * MostLeftOut)
            return null;
        body.LeaveOut(parts);
        return contact;
    }

    private static IElement? BlockOf(IText text, IElement body)
    {
        var at = text.ParentElement;
        while (at is not null && at != body && PageLines.IsInline(at.LocalName))
            at = at.ParentElement;
        return at == body ? null : at;
    }

    // A link inside a sentence is not a line of its own.
    private static bool IsLine(IText text)
    {
        INode node = text.ParentElement is { LocalName: "a" } link ? link : text;
        return IsEdge(node.PreviousSibling) && IsEdge(node.NextSibling);

        static bool IsEdge(INode? sibling) => sibling is null or IElement { LocalName: "br" } || sibling is IText blank && string.IsNullOrWhiteSpace(blank.Data);
    }

    // A label alone in its block labels the element next to it.
    private static IEnumerable<IElement> Labelled(IElement block, IText label, IElement body)
    {
        if (block.TextContent.Trim().Length > label.Data.Trim().Length)
            return [block];
        var whole = block;
        while (whole.ParentElement is { } parent && parent != body && parent.TextContent.Length <= LongestLine)
            whole = parent;
        return whole != block || block.NextElementSibling is not { } value || value.TextContent.Length > LongestLine / 4 ? [whole] : [whole, value];
    }

    private static IEnumerable<IElement> FromHere(IElement block, IElement body)
    {
        yield return block;
        if (block.PreviousElementSibling is { TextContent: var above } label && above.Trim() is { Length: <= LongestLabel } name && name.EndsWith(':'))
            yield return label;
        for (var at = block; at != body; at = at.ParentElement!)
        {
            for (var next = at.NextElementSibling; next is not null; next = next.NextElementSibling)
                yield return next;
        }
    }

    // The text of a mailto link ("email us here") is replaced by its address. Links after it lead to pages of the site and are dropped.
    private static string WithAddress(IText text, IElement block)
    {
        var html = Markup.Inside(block);
        return text.ParentElement?.Closest("a[href^='mailto:']") is { } link && html.IndexOf(Markup.Whole(link), StringComparison.Ordinal) is var at and >= 0
            ? html[..at] + Markup.OfText(Uri.UnescapeDataString(link.GetAttribute("href")!["mailto:".Length..].Split('?')[0]))
            : html;
    }
}
