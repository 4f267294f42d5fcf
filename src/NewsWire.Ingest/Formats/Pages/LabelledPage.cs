using System.Buffers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>
/// Reads a release page by its visible structure: labels, headline, dateline and the headings of surrounding sections, whichever elements
/// hold them. These remain when a site's markup changes.
/// </summary>
internal sealed class LabelledPage
{
    private const int LongestSubheadline = 600;
    private const int ShortestTitle = 12;

    // In characters: a place, a date and a wire's mark.
    private const int LongestDateline = 400;

    private static readonly SearchValues<char> MarksOfWires = SearchValues.Create("/(–—");

    private readonly PageLabels _labels;
    private readonly IHtmlDocument _document;
    private readonly List<PageLine> _lines;
    private readonly PageMark[] _marks;
    private readonly bool[] _outside;
    private readonly Dictionary<IElement, int> _landmarksIn;
    private readonly int _sidebar;
    private readonly int _footer;
    private readonly int _dateline;

    private LabelledPage(IHtmlDocument document, PageLabels labels)
    {
        _document = document;
        _labels = labels;
        // Each line is classified once; then lists and tables without landmarks are kept as single lines.
        var read = PageLines.Of(document.Body ?? document.DocumentElement);
        var marks = new Dictionary<PageLine, PageMark>(ReferenceEqualityComparer.Instance);
        foreach (var line in read.Lines)
        {
            if (MarkOf(line) is var mark and not PageMark.None)
                marks.Add(line, mark);
        }
        _lines = read.Gathered(marks.ContainsKey);
        _marks = [.. _lines.Select(line => marks.GetValueOrDefault(line))];
        for (var i = 1; i < _lines.Count; i++)
        {
            // In the sidebar a clock time precedes a teaser, which may begin with a dateline of its own.
            if (_marks[i].HasFlag(PageMark.Dateline) && labels.SidebarClock.IsMatch(_lines[i - 1].Text))
                _marks[i] &= ~PageMark.Dateline;
        }
        _sidebar = Array.FindIndex(_marks, mark => mark.HasFlag(PageMark.Sidebar));
        _footer = Array.FindIndex(_marks, mark => mark.HasFlag(PageMark.Footer));
        _outside = new bool[_lines.Count];
        _landmarksIn = CountAround();
        Exclude(_sidebar, line => line != _footer && !IsInnerLandmark(line));
        Exclude(_footer, line => !IsInnerLandmark(line));
        _dateline = Array.FindIndex(_marks, mark => mark.HasFlag(PageMark.Dateline));
        while (_dateline >= 0 && _outside[_dateline])
            _dateline = Array.FindIndex(_marks, _dateline + 1, mark => mark.HasFlag(PageMark.Dateline));
    }

    /// <summary>The content of the page, or null where it has none of the site's landmarks.</summary>
    public static LabelledContent? Read(IHtmlDocument document, PageLabels labels)
    {
        var page = new LabelledPage(document, labels);
        return Array.Exists(page._marks, mark => (mark & (PageMark.Label | PageMark.Sidebar | PageMark.Footer)) != PageMark.None) ? page.Content() : null;
    }

    private LabelledContent Content()
    {
        var categories = Value(_labels.Categories, PageMark.Categories, out var lastLabel);
        var subjects = Value(_labels.Subjects, PageMark.Subjects, out var last);
        lastLabel = Math.Max(lastLabel, last);

        var headline = HeadlineIndex(lastLabel);
        var start = _dateline >= 0 ? _dateline : headline + 1;
        var lead = headline < 0 ? [] : Inside(headline + 1, start).Where(i => !IsLabel(i)).Select(i => _lines[i]).ToList();
        // Text this long before the dateline is not a subheadline; it is the beginning of the release.
        if (lead.Sum(line => line.Text.Length) > LongestSubheadline)
        {
            start = headline + 1;
            lead = [];
        }
        return new LabelledContent(
            headline < 0 ? null : _lines[headline].Text,
            Joined(lead),
            categories,
            subjects,
            _footer < 0 ? null : _lines[_footer].Text,
            Distributor(),
            PageMarkup.Of(BodyLines(start)),
            _dateline >= 0);
    }

    private static string? Joined(List<PageLine> lines) =>
        lines.Count == 0 ? null : lines.Select(line => line.Text).Aggregate((before, line) => before[^1] is '.' or '!' or '?' or ':' or ';' ? $"{before} {line}" : $"{before} – {line}");

    private PageMark MarkOf(PageLine line)
    {
        var text = line.Text;
        var mark = line.Kind == "h1" ? PageMark.Heading : PageMark.None;
        // Searching for the words first is cheaper than trying every pattern.
        if (text.AsSpan().ContainsAny(_labels.Signs))
        {
            mark |= If(_labels.Categories.IsMatch(text), PageMark.Categories) | If(_labels.Subjects.IsMatch(text), PageMark.Subjects)
                | If(_labels.IsSidebar(text), PageMark.Sidebar) | If(_labels.Footer.IsMatch(text), PageMark.Footer);
        }
        return mark | If(IsDateline(text), PageMark.Dateline);

        static PageMark If(bool holds, PageMark mark) => holds ? mark : PageMark.None;
    }

    // A line that begins with a dateline. Teasers in lists also do, but are truncated.
    private bool IsDateline(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, LongestDateline));
        return head.ContainsAny(MarksOfWires) && !text.EndsWith("...", StringComparison.Ordinal) && !text.EndsWith('…')
            && Dateline.Find(head.ToString()) is { Start: < 5 } && !_labels.SidebarClock.IsMatch(text);
    }

    private bool IsInnerLandmark(int index) => (_marks[index] & (PageMark.Label | PageMark.Dateline | PageMark.Heading)) != PageMark.None;

    // Only the first of several sidebar headings is a landmark.
    private bool IsLandmark(int index) => IsInnerLandmark(index) || index == _sidebar || index == _footer;

    private bool IsLabel(int index) => (_marks[index] & PageMark.Label) != PageMark.None;

    /// <summary>
    /// Excludes the section under a heading: the largest element around the heading that contains no landmark or, where the heading has no
    /// element of its own, the lines after it up to the next landmark.
    /// </summary>
    private void Exclude(int heading, Func<int, bool> belongs)
    {
        if (heading < 0)
            return;
        var section = _lines[heading].Block;
        while (section.ParentElement is { } parent && parent != _document.Body && IsFreeOfLandmarks(parent, heading))
            section = parent;

        // The lines of an element are consecutive.
        var (first, last) = (heading, heading);
        while (first > 0 && _lines[first - 1].IsIn(section))
            first--;
        while (last + 1 < _lines.Count && _lines[last + 1].IsIn(section))
            last++;
        if (IsFreeOfLandmarks(section, heading) && last > heading)
        {
            Array.Fill(_outside, true, first, last - first + 1);
        }
        else
        {
            for (var i = heading; i < _lines.Count && (i == heading || belongs(i)); i++)
                _outside[i] = true;
        }
        _outside[heading] = true;
    }

    private bool IsFreeOfLandmarks(IElement element, int except) =>
        _landmarksIn.GetValueOrDefault(element) == (_lines[except].IsIn(element) ? 1 : 0);

    private Dictionary<IElement, int> CountAround()
    {
        var counts = new Dictionary<IElement, int>();
        for (var i = 0; i < _lines.Count; i++)
        {
            for (var element = IsLandmark(i) ? _lines[i].Block : null; element is not null; element = element.ParentElement)
                counts[element] = counts.GetValueOrDefault(element) + 1;
        }
        return counts;
    }

    private string? Value(Regex label, PageMark mark, out int index)
    {
        index = -1;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_outside[i] || !_marks[i].HasFlag(mark))
                continue;
            index = i;
            var text = _lines[i].Text;
            var match = label.Match(text);
            var value = text[(match.Index + match.Length)..];
            // Both labels may be on the same line.
            foreach (var other in new[] { _labels.Categories, _labels.Subjects })
            {
                if (other.Match(value) is { Success: true } next)
                    value = value[..next.Index];
            }
            value = value.Trim(' ', '|', '·', '•', '-', '–', ';', '\u00A0');
            if (value.Length > 0)
                return value;
            if (i + 1 >= _lines.Count || _outside[i + 1] || IsLabel(i + 1) || i + 1 == _dateline)
                return null;
            index = i + 1;
            _outside[index] = true;
            return _lines[index].Text;
        }
        return null;
    }

    private int HeadlineIndex(int lastLabel)
    {
        var end = _dateline >= 0 ? _dateline : _lines.Count;
        bool Candidate(int i) => !_outside[i] && !IsLabel(i) && i != lastLabel && !IsSiteName(_lines[i].Text);

        var title = ShortText.Fold(_document.Title);
        var titled = -1;
        for (var i = 0; i < end; i++)
        {
            var longer = _lines[i].Text.Length >= (titled < 0 ? ShortestTitle : _lines[titled].Text.Length) && _lines[i].Text.Length <= LongestSubheadline;
            if (longer && Candidate(i) && title.Contains(ShortText.Fold(_lines[i].Text), StringComparison.Ordinal))
                titled = i;
        }
        if (titled >= 0)
            return titled;
        for (var i = end - 1; i >= 0; i--)
        {
            // An h2 directly after an h1 is its subheadline.
            if (_lines[i].Kind is "h1" or "h2" && Candidate(i))
                return _lines[i].Kind is "h2" && i > 0 && _lines[i - 1].Kind is "h1" && Candidate(i - 1) ? i - 1 : i;
        }
        for (var i = lastLabel + 1; i < end; i++)
        {
            if (Candidate(i))
                return i;
        }
        for (var i = end - 1; i >= 0; i--)
        {
            if (Candidate(i))
                return i;
        }
        return -1;
    }

    private bool IsSiteName(string text) =>
        text.Length < _labels.SiteName.Length + 12 && ShortText.Fold(text).StartsWith(ShortText.Fold(_labels.SiteName), StringComparison.Ordinal);

    private IEnumerable<int> Inside(int from, int to)
    {
        for (var i = Math.Max(from, 0); i < to; i++)
        {
            if (!_outside[i])
                yield return i;
        }
    }

    private List<PageLine> BodyLines(int start)
    {
        // The text ends at the footer heading or at a sidebar below it, and otherwise with the element that contains it.
        var end = _lines.Count;
        foreach (var boundary in new[] { _footer, _sidebar })
        {
            if (boundary > start)
                end = Math.Min(end, boundary);
        }
        var container = end < _lines.Count || start >= _lines.Count ? null : Container(start);
        return [.. Inside(start, end).Where(i => !IsLabel(i) && (container is null || _lines[i].IsIn(container))).Select(i => _lines[i])];
    }

    // Navigation may follow the text, so the text is taken to end with the smallest element that contains its first line and two more.
    private IElement? Container(int start)
    {
        var container = _lines[start].Block;
        while (container.ParentElement is { } parent && parent != _document.DocumentElement)
        {
            if (start + 2 < _lines.Count && _lines[start + 2].IsIn(container))
                return container;
            container = parent;
        }
        return container;
    }

    private string? Distributor()
    {
        if (_footer < 0)
            return null;
        var text = _lines[_footer].Text;
        var match = _labels.Footer.Match(text);
        var rest = text[(match.Index + match.Length)..].Trim();
        if (rest.Length > 0)
            return rest;
        // The distributor may be given by a logo's alternative text, in the heading's element or the next one.
        var heading = _lines[_footer].Block;
        var around = new[] { heading, heading.NextElementSibling, heading.ParentElement }.OfType<IElement>();
        foreach (var element in around)
        {
            foreach (var image in element.QuerySelectorAll("img[alt]"))
            {
                if (image.GetAttribute("alt") is { Length: > 1 } name)
                    return name;
            }
        }
        return _footer + 1 < _lines.Count && _lines[_footer + 1].Text.Length < 60 ? _lines[_footer + 1].Text : null;
    }
}
