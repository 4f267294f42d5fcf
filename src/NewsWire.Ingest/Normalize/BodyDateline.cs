using AngleSharp.Dom;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>Finds the dateline at the beginning of a body and takes it out of the markup, whichever elements it runs through.</summary>
internal static class BodyDateline
{
    // Sub-headlines and summary bullets may stand before the paragraph with the dateline.
    private const int BlocksSearched = 8;

    public static Dateline? TakeFrom(IElement body)
    {
        foreach (var block in Blocks(body).Take(BlocksSearched))
        {
            var texts = block.DescendantsAndSelf().OfType<IText>().ToList();
            var raw = string.Concat(texts.Select(text => text.Data));
            if (Dateline.Find(raw) is not { } dateline)
                continue;
            // Where words stand before it the text would not read without it: it is understood and stays.
            if (string.IsNullOrWhiteSpace(raw[..dateline.Start]))
                Remove(texts, dateline.End);
            return dateline;
        }
        return null;
    }

    private static IEnumerable<INode> Blocks(IElement body) => body.ChildNodes
        .SelectMany(node => node is IElement { LocalName: "div" or "blockquote" } wrapper && wrapper.QuerySelector("p, div") is not null ? wrapper.Descendants().Where(inner => inner is IElement { LocalName: "p" or "div" }) : [node])
        .Where(node => !string.IsNullOrWhiteSpace(node.TextContent));

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
