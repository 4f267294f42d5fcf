using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// One line of a page as a reader sees it: the text between two breaks, whichever elements make the breaks.
/// Reading lines instead of elements is what makes tables, divs and bare line breaks give the same release.
/// </summary>
/// <param name="Text">Its text, white space collapsed.</param>
/// <param name="Html">The same with links and emphasis kept and everything else dropped; encoded.</param>
/// <param name="Kind">h1 to h6, li, p for plain text; table, ul, ol, dl, pre, blockquote where the element is kept whole.</param>
/// <param name="StartsParagraph">False after a single line break: the line goes on in the paragraph before.</param>
/// <param name="Block">The element it stands in.</param>
internal sealed record PageLine(string Text, string Html, string Kind, bool StartsParagraph, IElement Block)
{
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
