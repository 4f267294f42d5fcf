using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>
/// Distinguishes intended line breaks in preformatted text from hard wrapping: a wrapped line is one that the next line's first word would
/// not have fitted on.
/// </summary>
internal sealed class PreformattedText
{
    // In characters; wider text was not hard-wrapped.
    private const int WidestColumn = 100;

    private readonly string[] _lines;
    private readonly int _width;
    private int _line;

    public PreformattedText(IElement element)
    {
        _lines = [.. element.TextContent.Split('\n').Select(line => line.TrimEnd())];
        _width = _lines.Max(line => line.Length);
    }

    /// <summary>Advances to the next line; true where it continues the previous one.</summary>
    public bool GoesOn()
    {
        var before = _line < _lines.Length ? _lines[_line] : "";
        var after = ++_line < _lines.Length ? _lines[_line] : "";
        if (_width > WidestColumn || before.Length == 0 || after.Length == 0 || char.IsWhiteSpace(after[0]))
            return false;
        var space = after.IndexOf(' ', StringComparison.Ordinal);
        return before.Length + 1 + (space < 0 ? after.Length : space) > _width;
    }
}
