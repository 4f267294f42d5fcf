using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>
/// One line of a page as a reader sees it: the text between two breaks, whichever elements make the breaks.
/// Reading lines instead of elements is what makes tables, divs and bare line breaks give the same release.
/// </summary>
internal sealed class PageLine
{
    private readonly bool _whole;
    private string? _text;
    private string? _html;

    private PageLine(string? text, string? html, string kind, bool startsParagraph, IElement block, bool whole) =>
        (_text, _html, Kind, StartsParagraph, Block, _whole) = (text, html, kind, startsParagraph, block, whole);

    /// <summary>Its text, white space collapsed.</summary>
    public string Text => _text ??= BlockText.Of(Block);

    /// <summary>The same with links and emphasis kept and everything else dropped; encoded.</summary>
    public string Html => _html ??= _whole ? Markup.Whole(Block) : "";

    /// <summary>h1 to h6, li, p for plain text; table, ul, ol, dl, pre, blockquote where the element is kept whole.</summary>
    public string Kind { get; }

    /// <summary>False after a single line break: the line goes on in the paragraph before.</summary>
    public bool StartsParagraph { get; }

    /// <summary>The element it stands in, or is.</summary>
    public IElement Block { get; }

    /// <summary>A line of words.</summary>
    public static PageLine OfText(string text, string html, bool startsParagraph, IElement block) =>
        new(text, html, block.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" ? block.LocalName : "p", startsParagraph, block, whole: false);

    /// <summary>A list or table that stays as it is; most are never looked at, so nothing is written of it yet.</summary>
    public static PageLine OfWhole(IElement element) => new(null, null, element.LocalName, true, element, whole: true);

    /// <summary>True where the line stands inside an element.</summary>
    public bool IsIn(IElement element)
    {
        for (INode? node = Block; node is not null; node = node.Parent)
        {
            if (node == element)
                return true;
        }
        return false;
    }
}
