using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>What a site writes around every release. Its words stay the same when the names of its elements change.</summary>
/// <param name="Line">Begins a line of the site's, with what it is a label for.</param>
/// <param name="End">Begins what follows the release: it and all below it is the site's.</param>
/// <param name="Contact">A line in the block that tells whom to ask.</param>
internal sealed record PageWords(Regex Line, Regex End, Regex Contact)
{
    private const int LongestText = 300;
    private const int LongestLine = 400;
    private const int LongestLabel = 40;
    private const double MostLeftOut = 0.95;

    /// <summary>Leaves out of a body what is the site's.</summary>
    /// <returns>HTML of whom to ask, or null where no block says so.</returns>
    public string? LeftOutOf(PageBody body)
    {
        List<IElement> parts = [];
        string? contact = null;
        var hasText = false;
        foreach (var text in body.Element.Descendants<IText>().Where(text => !string.IsNullOrWhiteSpace(text.Data)))
        {
            if (BlockOf(text, body.Element) is not { } block || body.IsLeftOut(block))
                continue;
            // What is under the picture over a release is not how it begins.
            if (!hasText && block.Closest("figure") is { } picture)
                parts.Add(picture);
            else if (text.Data.Length > LongestText)
                hasText = true;
            // Whoever puts a release and what is around it into one block leaves nothing to be parted.
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
        // A page that would have nothing left is built in another way.
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

    // A link with words before or behind it is one of a sentence.
    private static bool IsLine(IText text)
    {
        INode node = text.ParentElement is { LocalName: "a" } link ? link : text;
        return IsEdge(node.PreviousSibling) && IsEdge(node.NextSibling);

        static bool IsEdge(INode? sibling) => sibling is null or IElement { LocalName: "br" } || sibling is IText blank && string.IsNullOrWhiteSpace(blank.Data);
    }

    // A label alone in its block is one for what stands beside it.
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

    // "email us here" is an address only to who clicks on it. What follows are pages of its own.
    private static string WithAddress(IText text, IElement block)
    {
        var html = Markup.Inside(block);
        return text.ParentElement?.Closest("a[href^='mailto:']") is { } link && html.IndexOf(Markup.Whole(link), StringComparison.Ordinal) is var at and >= 0
            ? html[..at] + Markup.OfText(Uri.UnescapeDataString(link.GetAttribute("href")!["mailto:".Length..].Split('?')[0]))
            : html;
    }
}
