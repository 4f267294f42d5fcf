using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsWire.Web.Pages;

/// <summary>
/// Finds the columns of figures in a release's tables, so that the page can align them to the right. A column other than
/// the first, which names the rows, holds figures where at least half of its cells with text do; its headings and its
/// dashes are then aligned with it. A cell that spans rows counts in its first row only.
/// </summary>
public sealed partial class TableFigures
{
    // Longer than any figure with its currency and unit.
    private const int LongestFigure = 40;

    private readonly List<Cell> _cells = [];
    private Cell? _open;
    private int _column;

    /// <summary>Begins a row.</summary>
    public void Row()
    {
        _open = null;
        _column = 0;
    }

    /// <summary>Begins a cell.</summary>
    /// <param name="piece">The position of its start tag, by which <see cref="Aligned"/> names it.</param>
    /// <param name="tag">The start tag as written.</param>
    public void Begin(int piece, string tag)
    {
        var span = Span().Match(tag) is { Success: true } told && int.TryParse(told.Groups["count"].Value, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, 1000) : 1;
        _open = new Cell(piece, _column, span, IsHeading: tag.StartsWith("<th", StringComparison.OrdinalIgnoreCase));
        _cells.Add(_open);
        _column += span;
    }

    /// <summary>Adds markup-free, still encoded text to the open cell.</summary>
    public void Text(string text) => _open?.Text.Append(text);

    /// <summary>Ends a cell.</summary>
    public void End() => _open = null;

    /// <summary>The positions of the start tags of all cells that stand in columns of figures.</summary>
    public IEnumerable<int> Aligned()
    {
        var columns = _cells.Where(cell => cell is { Column: > 0, Span: 1, IsHeading: false }).GroupBy(cell => cell.Column)
            .Where(column =>
            {
                var texts = column.Select(cell => WebUtility.HtmlDecode(cell.Text.ToString()).Trim()).Where(text => text.Length > 0 && !Nothing().IsMatch(text)).ToList();
                var figures = texts.Count(text => text.Length <= LongestFigure && Figure().IsMatch(text));
                return figures > 0 && figures * 2 >= texts.Count;
            })
            .Select(column => column.Key)
            .ToHashSet();
        return _cells.Where(cell => Enumerable.Range(cell.Column, cell.Span).All(columns.Contains)).Select(cell => cell.Piece);
    }

    // A dash, n/a and the like: no figure, and no word against the column being one of figures.
    [GeneratedRegex(@"^(?:[-–—−‐.*]+|n/?a|n\.a\.|n/?m|nil|s\.?o\.?|k\.\s?A\.)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Nothing();

    // (3.4), -1,234, $ 0.12, US$5.3 million, 1 234,5 €, EUR 12, 35%, 120 bps, 1.5x, 8.1 (2)
    [GeneratedRegex(
        """
        ^[(\[]?\s?[-–—−+±~<>≤≥]?\s?[(\[]?
        (?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}\b|kr\.?)?\s?
        [-–−+]?[(\[]?\s?\d[\d.,'’\s]*
        (?:%|‰|pp|bps?|x|k|bn|mn|million|billion|Mio\.?|M|B)?\s?(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}|kr)?
        [)\]]?\s?%?\s?(?:\*{1,3}|\(\d{1,2}\)|\([a-z]\))?$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\scolspan\s*=\s*[""']?(?<count>\d{1,4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();

    private sealed record Cell(int Piece, int Column, int Span, bool IsHeading)
    {
        public StringBuilder Text { get; } = new();
    }
}
