using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>Finds the value after a visible label ("News provided by", "Source:"), whichever elements hold label and value.</summary>
internal static class PageLabel
{
    private const int LongestValue = 120;
    private const int MostValues = 40;

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal) { "a", "span", "strong", "b", "em", "i", "u", "sup", "sub", "abbr", "cite" };

    /// <summary>The value after the label, or null where it is missing or too long to be a name.</summary>
    public static string? ValueAfter(IHtmlDocument page, Regex label)
    {
        if (Find(page, label) is not { } found)
            return null;
        var value = found.Behind.Length > 0 ? found.Behind : Whole(found.Label.GetDescendantTextsAfter().FirstOrDefault(), found.Label);
        return value is { Length: > 0 and <= LongestValue } ? value : null;
    }

    /// <summary>
    /// The texts of the links after the label in its block, and the words after it, which the caller splits
    /// at commas if there are no links.
    /// </summary>
    public static (ImmutableArray<string> Links, string Words) ListAfter(IHtmlDocument page, Regex label)
    {
        if (Find(page, label) is not { } found)
            return ([], "");
        var block = found.Label.ParentElement;
        while (block is not null && Inline.Contains(block.LocalName))
            block = block.ParentElement;
        // A label that is alone in its block labels the next block.
        if (block is not null && block.TextContent.Trim().Length <= found.Label.Data.Trim().Length)
            block = block.NextElementSibling ?? block;
        var links = block?.QuerySelectorAll("a").Select(link => link.TextContent.Trim()).Where(text => text.Length <= LongestValue && text.Any(char.IsLetter)).Take(MostValues).ToImmutableArray() ?? [];
        var words = block?.TextContent.Trim() ?? "";
        return (links, label.Replace(words, "", 1).Trim());
    }

    private static (IText Label, string Behind)? Find(IHtmlDocument page, Regex label)
    {
        foreach (var text in page.Body?.Descendants<IText>() ?? [])
        {
            if (text.Data.Length < 400 && label.Match(text.Data) is { Success: true } match && string.IsNullOrWhiteSpace(text.Data[..match.Index]))
                return (text, text.Data[(match.Index + match.Length)..].Trim());
        }
        return null;
    }

    // A name may contain markup (Lantern <sup>®</sup> Works); all text of the enclosing inline element is used.
    private static string? Whole(IText? text, IText label)
    {
        INode? whole = text;
        while (whole?.Parent is IElement parent && Inline.Contains(parent.LocalName) && !label.Ancestors().Contains(parent))
            whole = parent;
        return whole?.TextContent.Trim();
    }

    private static IEnumerable<IText> GetDescendantTextsAfter(this INode node)
    {
        for (INode? at = node; at is not null; at = at.Parent)
        {
            for (var next = at.NextSibling; next is not null; next = next.NextSibling)
            {
                foreach (var text in next.DescendantsAndSelf().OfType<IText>().Where(text => !string.IsNullOrWhiteSpace(text.Data)))
                    yield return text;
            }
        }
    }
}
