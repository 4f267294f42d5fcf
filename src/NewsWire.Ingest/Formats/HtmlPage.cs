using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Formats;

/// <summary>Parses HTML by the rules browsers use (the HTML Standard), without loading resources or running scripts.</summary>
internal static class HtmlPage
{
    /// <summary>
    /// Maximum nesting depth of elements. Real pages stay far below it, and recursive code that walks a tree of this depth does not exhaust
    /// the stack.
    /// </summary>
    public const int MaximumDepth = 400;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false, SkipComments = true, DisableElementPositionTracking = true });

    /// <summary>The parsed page, or null where its elements are nested deeper than <see cref="MaximumDepth"/>.</summary>
    public static IHtmlDocument? Parse(string html)
    {
        // Parsing time grows with the square of the depth, so text that would be too deep is rejected before parsing.
        if (TagNesting.IsHopeless(html))
            return null;
        var document = Parser.ParseDocument(OverlongMeta.Tamed(html));
        if (IsDeeper(document, MaximumDepth))
            return null;
        if (ProtectedMail.IsIn(html))
            ProtectedMail.Reveal(document);
        return document;
    }

    /// <summary>Parses a fragment and returns the body element that contains it, or null where it is nested too deeply.</summary>
    public static IElement? ParseFragment(string html) => Parse("<!doctype html><body>" + html)?.Body;

    // Uses indexes because AngleSharp's NextSibling searches the parent's child list on every call.
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
