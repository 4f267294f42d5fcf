using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Formats;

/// <summary>Reads HTML with the browser's own rules; nothing is loaded and nothing runs.</summary>
internal static class HtmlPage
{
    /// <summary>
    /// No honest page comes near it, and everything that walks a tree of this depth has room on the stack.
    /// </summary>
    public const int MaximumDepth = 400;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false, SkipComments = true, DisableElementPositionTracking = true });

    /// <summary>The page, or null where its elements are nested deeper than <see cref="MaximumDepth"/>.</summary>
    public static IHtmlDocument? Parse(string html)
    {
        // A parser's time grows with the square of the depth; what is hopeless is not given to it.
        if (TagNesting.IsHopeless(html))
            return null;
        var document = Parser.ParseDocument(OverlongMeta.Tamed(html));
        if (IsDeeper(document, MaximumDepth))
            return null;
        if (ProtectedMail.IsIn(html))
            ProtectedMail.Reveal(document);
        return document;
    }

    /// <summary>A piece of a page as the content of its body element, or null where it is nested too deep.</summary>
    public static IElement? ParseFragment(string html) => Parse("<!doctype html><body>" + html)?.Body;

    // By index: to ask a node for its next sibling is to search the parent's children.
    private static bool IsDeeper(INode node, int levels)
    {
        if (levels == 0)
            return true;
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i].HasChildNodes && IsDeeper(children[i], levels - 1))
                return true;
        }
        return false;
    }
}
