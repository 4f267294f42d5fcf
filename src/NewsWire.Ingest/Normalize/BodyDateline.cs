using AngleSharp.Dom;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>Finds the dateline at the beginning of a body and removes it from the HTML, even where it spans several elements.</summary>
internal static class BodyDateline
{
    // Subheadlines and summary bullets may precede the paragraph with the dateline.
    private const int ParagraphsSearched = 12;

    // A dateline without a wire mark is only accepted in the first paragraphs.
    private const int ParagraphsOfOpening = 3;
    private const string NoOpening = "li,td,th,h1,h2,h3,h4,h5,h6";

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal) { "a", "abbr", "b", "br", "cite", "code", "em", "i", "q", "strong", "sub", "sup", "u" };

    /// <summary>True for an inline element of sanitized HTML, which does not begin a new line.</summary>
    public static bool IsInline(string name) => Inline.Contains(name);

    public static Dateline? TakeFrom(IElement body)
    {
        var paragraphs = Paragraphs(body).Take(ParagraphsSearched).Select(texts => (Texts: texts, Raw: string.Concat(texts.Select(text => text.Data)))).ToList();
        return Taken(paragraphs, Dateline.Find) ?? Taken(paragraphs.Take(ParagraphsOfOpening).Where(paragraph => paragraph.Texts[0].ParentElement?.Closest(NoOpening) is null), UnsignedDateline.At);
    }

    private static Dateline? Taken(IEnumerable<(List<IText> Texts, string Raw)> paragraphs, Func<string, Dateline?> find)
    {
        foreach (var (texts, raw) in paragraphs)
        {
            if (find(raw) is not { } dateline)
                continue;
            // If text precedes the dateline, removing it would leave a broken sentence: it is read but kept.
            if (string.IsNullOrWhiteSpace(raw[..dateline.Start]))
                Remove(texts, dateline.End);
            return dateline;
        }
        return null;
    }

    // The text nodes of each displayed paragraph, regardless of inline elements around them.
    private static IEnumerable<List<IText>> Paragraphs(IElement body)
    {
        List<IText> texts = [];
        INode? of = null;
        foreach (var text in body.Descendants<IText>())
        {
            INode? block = text.Parent;
            while (block is IElement { LocalName: var name } && IsInline(name))
                block = block.Parent;
            if (block != of && texts.Count > 0)
            {
                if (texts.Exists(part => !string.IsNullOrWhiteSpace(part.Data)))
                    yield return texts;
                texts = [];
            }
            of = block;
            texts.Add(text);
        }
        if (texts.Exists(part => !string.IsNullOrWhiteSpace(part.Data)))
            yield return texts;
    }

    private static void Remove(List<IText> texts, int length)
    {
        foreach (var text in texts)
        {
            if (length <= 0)
                break;
            var cut = Math.Min(length, text.Data.Length);
            text.Data = text.Data[cut..];
            length -= cut;
            for (INode? node = text; node is IText or IElement { LocalName: "a" or "strong" or "em" or "b" or "i" or "u" or "sup" } && node.TextContent.Length == 0;)
            {
                var parent = node.Parent;
                parent?.RemoveChild(node);
                node = parent;
            }
        }
    }
}
