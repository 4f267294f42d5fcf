using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>
/// One displayed line of a page: the text between two breaks, whichever elements cause them. Working on lines gives the same release for
/// tables, divs and bare line breaks.
/// </summary>
internal sealed class PageLine
{
    private readonly bool _whole;
    private string? _text;
    private string? _html;

    private PageLine(string? text, string? html, string kind, bool startsParagraph, IElement block, bool whole) =>
        (_text, _html, Kind, StartsParagraph, Block, _whole) = (text, html, kind, startsParagraph, block, whole);

    /// <summary>Its text, whitespace collapsed.</summary>
    public string Text => _text ??= BlockText.Of(Block);

    /// <summary>Its text as HTML, with links and emphasis kept and other markup dropped.</summary>
    public string Html => _html ??= _whole ? Markup.Whole(Block) : "";

    /// <summary>h1 to h6, li, or p for plain text; table, ul, ol, dl, pre or blockquote where the element is kept whole.</summary>
    public string Kind { get; }

    /// <summary>False after a single line break: the line continues the previous paragraph.</summary>
    public bool StartsParagraph { get; }

    /// <summary>The element that contains the line, or that is kept whole.</summary>
    public IElement Block { get; }

    /// <summary>A line of text.</summary>
    public static PageLine OfText(string text, string html, bool startsParagraph, IElement block) =>
        new(text, html, block.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" ? block.LocalName : "p", startsParagraph, block, whole: false);

    /// <summary>A list or table kept whole; its HTML is generated on demand because most are never read.</summary>
    public static PageLine OfWhole(IElement element) => new(null, null, element.LocalName, true, element, whole: true);

    /// <summary>True where the line is inside the element.</summary>
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
