using System.Text;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>The text of a small element on one line; reading stops as soon as the element proves too large.</summary>
internal static class ShortText
{
    private const int MostNodes = 200;

    /// <summary>The text, whitespace collapsed; null where it is empty or longer than <paramref name="longest"/> characters.</summary>
    public static string? Of(IElement? element, int longest = 160)
    {
        if (element is null)
            return null;
        var text = new StringBuilder();
        var nodes = 0;
        return Append(element, text, longest, ref nodes) && Collapse(text.ToString()) is { } collapsed && collapsed.Length <= longest ? collapsed : null;
    }

    /// <summary>The first characters of an element's displayed text, whitespace collapsed.</summary>
    public static string Start(IElement element, int length)
    {
        var text = new StringBuilder();
        Begin(element, text, length * 2);
        var collapsed = Collapse(text.ToString()) ?? "";
        return collapsed.Length <= length ? collapsed : collapsed[..length];
    }

    /// <summary>The text with whitespace collapsed, or null where nothing is left. No-break spaces are kept.</summary>
    public static string? Collapse(string? text)
    {
        if (text is null)
            return null;
        var words = text.Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries);
        var collapsed = string.Join(' ', words).Trim();
        return collapsed.Length == 0 ? null : collapsed;
    }

    /// <summary>Letters and digits in upper case, for comparing headlines regardless of typography.</summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder(text?.Length ?? 0);
        foreach (var c in text.AsSpan())
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(char.ToUpperInvariant(c));
        }
        return folded.ToString();
    }

    private static void Begin(INode parent, StringBuilder text, int enough)
    {
        for (var i = 0; i < parent.ChildNodes.Length && text.Length < enough; i++)
        {
            if (parent.ChildNodes[i] is IText words)
                text.Append(string.IsNullOrWhiteSpace(words.Data) ? " " : words.Data);
            else if (parent.ChildNodes[i] is IElement element && !PageNoise.IsUnseen(element))
                Begin(element, text.Append(' '), enough);
        }
    }

    // Counts runs of whitespace as one character, because indentation is not content.
    private static bool Append(INode parent, StringBuilder text, int longest, ref int nodes)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (++nodes > MostNodes)
                return false;
            if (children[i] is IText words)
            {
                if (words.Data.AsSpan().Trim().Length > longest)
                    return false;
                text.Append(string.IsNullOrWhiteSpace(words.Data) ? " " : words.Data);
            }
            else if (children[i] is IElement { LocalName: not ("script" or "style" or "template" or "noscript" or "svg") } element)
            {
                var apart = element.LocalName is "br" or "div" or "p" or "li" or "td" or "tr";
                if (apart)
                    text.Append(' ');
                if (!Append(element, text, longest, ref nodes))
                    return false;
                if (apart)
                    text.Append(' ');
            }
            if (text.Length > (2 * longest) + 200)
                return false;
        }
        return true;
    }
}
