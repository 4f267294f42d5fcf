using AngleSharp.Dom;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>Finds the dateline at the beginning of a body and takes it out of the markup, whichever elements it runs through.</summary>
internal static class BodyDateline
{
    // Sub-headlines and summary bullets may stand before the paragraph with the dateline.
    private const int ParagraphsSearched = 12;

    // Without a wire's sign only the beginning of a text is trusted.
    private const int ParagraphsOfOpening = 3;
    private const string NoOpening = "li,td,th,h1,h2,h3,h4,h5,h6";

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal) { "a", "abbr", "b", "br", "cite", "code", "em", "i", "q", "strong", "sub", "sup", "u" };

    /// <summary>True for an element of a safe body that words run through without a new line.</summary>
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
            // Where words stand before it the text would not read without it: it is understood and stays.
            if (string.IsNullOrWhiteSpace(raw[..dateline.Start]))
                Remove(texts, dateline.End);
            return dateline;
        }
        return null;
    }

    // Words that stand in one line of elements, however many elements are around them: what a reader takes for one paragraph.
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
