using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsWire.Ingest.Formats;

/// <summary>Reads HTML with the browser's own rules; nothing is loaded and nothing runs.</summary>
internal static class HtmlPage
{
    /// <summary>
    /// No honest page comes near it, and everything that walks a tree of this depth has room on the stack.
    /// </summary>
    public const int MaximumDepth = 400;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <summary>The page, or null where its elements are nested deeper than <see cref="MaximumDepth"/>.</summary>
    public static IHtmlDocument? Parse(string html)
    {
        // A parser's time grows with the square of the depth; what is hopeless is not given to it.
        if (TagNesting.IsHopeless(html))
            return null;
        var document = Parser.ParseDocument(html);
        return IsTooDeep(document) ? null : document;
    }

    /// <summary>A piece of a page as the content of its body element, or null where it is nested too deep.</summary>
    public static IElement? ParseFragment(string html) => Parse("<!doctype html><body>" + html)?.Body;

    // Without recursion: the point is to find trees that recursion would not survive. By index: to ask a node for its
    // next sibling is to search the parent's children.
    private static bool IsTooDeep(INode root)
    {
        var open = new Stack<(INode Node, int Next)>();
        open.Push((root, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next >= at.Node.ChildNodes.Length)
                continue;
            open.Push((at.Node, at.Next + 1));
            if (open.Count > MaximumDepth)
                return true;
            open.Push((at.Node.ChildNodes[at.Next], 0));
        }
        return false;
    }
}
