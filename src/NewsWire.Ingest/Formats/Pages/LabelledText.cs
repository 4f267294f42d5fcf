using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>Finds what follows a label on a page, whichever elements the two stand in.</summary>
internal static class LabelledText
{
    private const int LongestLabel = 60;
    private const int LongestText = 200;

    /// <summary>The text right after a label, or null.</summary>
    /// <param name="isLabel">Judges a piece of text without the white space around it.</param>
    /// <param name="endsAt">A class of the element where the search ends.</param>
    public static string? After(INode root, Func<string, bool> isLabel, string endsAt)
    {
        var found = false;
        string? text = null;
        Walk(root);
        return text;

        // True where the search has ended.
        bool Walk(INode parent)
        {
            var children = parent.ChildNodes;
            for (var i = 0; i < children.Length; i++)
            {
                if (children[i] is IText words && words.Data.AsSpan().Trim() is { IsEmpty: false } trimmed)
                {
                    if (found)
                    {
                        text = trimmed.Length <= LongestText ? ShortText.Collapse(trimmed.ToString()) : null;
                        return true;
                    }
                    found = trimmed.Length <= LongestLabel && isLabel(trimmed.ToString());
                }
                else if (children[i] is IElement { LocalName: not ("script" or "style" or "nav") } element
                    && (element.ClassName?.Contains(endsAt, StringComparison.Ordinal) == true || Walk(element)))
                {
                    return true;
                }
            }
            return false;
        }
    }
}
