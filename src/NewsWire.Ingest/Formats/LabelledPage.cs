using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// Reads a release page by what cannot change without changing its meaning: its labels, its headline, its dateline and
/// the headings of what surrounds it. Which elements carry them does not matter.
/// </summary>
internal sealed class LabelledPage
{
    private const int LongestSubheadline = 600;

    private readonly PageLabels _labels;
    private readonly IHtmlDocument _document;
    private readonly IReadOnlyList<PageLine> _lines;
    private readonly bool[] _outside;
    private readonly bool[] _datelines;
    private readonly HashSet<int> _landmarks;
    private readonly Dictionary<IElement, int> _landmarksIn;
    private readonly int _sidebar;
    private readonly int _footer;
    private readonly int _dateline;

    private LabelledPage(IHtmlDocument document, PageLabels labels)
    {
        _document = document;
        _labels = labels;
        // First as plain lines, to learn where the landmarks are; then with the lists and tables that hold none of them kept whole.
        var body = document.Body ?? document.DocumentElement;
        var holders = CountAround(PageLines.Of(body, _ => false).Where(IsLandmark));
        _lines = PageLines.Of(body, element => !holders.ContainsKey(element));

        _sidebar = Find(line => labels.Sidebar.IsMatch(line.Text));
        _footer = Find(line => labels.Footer.IsMatch(line.Text));
        _outside = new bool[_lines.Count];
        _datelines = [.. _lines.Select(IsDateline)];
        _landmarks = [.. Enumerable.Range(0, _lines.Count).Where(i => IsLabel(_lines[i]) || _lines[i].Kind == "h1" || i == _sidebar || i == _footer || _datelines[i])];
        _landmarksIn = CountAround(_landmarks.Select(i => _lines[i]));
        Exclude(_sidebar, line => line != _footer && IsNoLandmark(line));
        Exclude(_footer, IsNoLandmark);
        _dateline = Enumerable.Range(0, _lines.Count).FirstOrDefault(i => !_outside[i] && _datelines[i], -1);
    }

    /// <summary>What the page holds, or null where it has none of the site's landmarks.</summary>
    public static LabelledContent? Read(IHtmlDocument document, PageLabels labels)
    {
        var page = new LabelledPage(document, labels);
        var labelled = page.Find(line => labels.Categories.IsMatch(line.Text) || labels.Subjects.IsMatch(line.Text)) >= 0;
        return !labelled && page._sidebar < 0 && page._footer < 0 ? null : page.Content();
    }

    private LabelledContent Content()
    {
        var categories = Value(_labels.Categories, out var lastLabel);
        var subjects = Value(_labels.Subjects, out var last);
        lastLabel = Math.Max(lastLabel, last);

        var headline = HeadlineIndex(lastLabel);
        var start = _dateline >= 0 ? _dateline : headline + 1;
        var lead = headline < 0 ? [] : Inside(headline + 1, start).Where(line => !IsLabel(line)).ToList();
        // So much text before the dateline is no sub-headline: it is where the release begins.
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

    private bool IsLandmark(PageLine line) =>
        _labels.Categories.IsMatch(line.Text) || _labels.Subjects.IsMatch(line.Text) || _labels.Sidebar.IsMatch(line.Text)
        || _labels.Footer.IsMatch(line.Text) || line.Kind == "h1" || IsDatelineText(line.Text);

    private static bool IsDatelineText(string text) => !IsCut(text) && Dateline.Find(text) is { Start: < 5 };

    private static bool IsCut(string text) => text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith('…');

    private bool IsDateline(PageLine line, int index) =>
        IsDatelineText(line.Text) && (index == 0 || !_labels.SidebarClock.IsMatch(_lines[index - 1].Text)) && !_labels.SidebarClock.IsMatch(line.Text);

    private bool IsNoLandmark(int index) => !IsLabel(_lines[index]) && !_datelines[index] && _lines[index].Kind != "h1";

    private bool IsLabel(PageLine line) => _labels.Categories.IsMatch(line.Text) || _labels.Subjects.IsMatch(line.Text);

    private int Find(Func<PageLine, bool> test) => Enumerable.Range(0, _lines.Count).FirstOrDefault(i => test(_lines[i]), -1);

    /// <summary>
    /// Marks the section under a heading as not of the release: the largest element around the heading that holds no
    /// landmark; where the heading has no element of its own, the lines that follow it up to the next landmark.
    /// </summary>
    private void Exclude(int heading, Func<int, bool> belongs)
    {
        if (heading < 0)
            return;
        var section = _lines[heading].Block;
        while (section.ParentElement is { } parent && parent != _document.Body && IsFreeOfLandmarks(parent, heading))
            section = parent;

        var members = Enumerable.Range(0, _lines.Count).Where(i => _lines[i].IsIn(section)).ToList();
        if (IsFreeOfLandmarks(section, heading) && members.Exists(i => i > heading))
        {
            foreach (var i in members)
                _outside[i] = true;
        }
        else
        {
            for (var i = heading; i < _lines.Count && (i == heading || belongs(i)); i++)
                _outside[i] = true;
        }
        _outside[heading] = true;
    }

    private bool IsFreeOfLandmarks(IElement element, int except) =>
        _landmarksIn.GetValueOrDefault(element) == (_landmarks.Contains(except) && _lines[except].IsIn(element) ? 1 : 0);

    private static Dictionary<IElement, int> CountAround(IEnumerable<PageLine> lines)
    {
        var counts = new Dictionary<IElement, int>();
        foreach (var line in lines)
        {
            for (var element = line.Block; element is not null; element = element.ParentElement)
                counts[element] = counts.GetValueOrDefault(element) + 1;
        }
        return counts;
    }

    private string? Value(Regex label, out int index)
    {
        index = -1;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_outside[i] || !label.IsMatch(_lines[i].Text))
                continue;
            index = i;
            var text = _lines[i].Text;
            var match = label.Match(text);
            var value = text[(match.Index + match.Length)..];
            // Both labels may stand on one line.
            foreach (var other in new[] { _labels.Categories, _labels.Subjects })
            {
                if (other.Match(value) is { Success: true } next)
                    value = value[..next.Index];
            }
            value = value.Trim(' ', '|', '·', '•', '-', '–', ';', '\u00A0');
            if (value.Length > 0)
                return value;
            if (i + 1 >= _lines.Count || _outside[i + 1] || IsLabel(_lines[i + 1]) || i + 1 == _dateline)
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
        bool Candidate(int i) => !_outside[i] && !IsLabel(_lines[i]) && i != lastLabel && !IsSiteName(_lines[i].Text);

        var title = Fold(_document.Title ?? "");
        var titled = Enumerable.Range(0, end).Where(i => Candidate(i) && _lines[i].Text.Length >= 12 && title.Contains(Fold(_lines[i].Text), StringComparison.Ordinal)).ToList();
        if (titled.Count > 0)
            return titled.MaxBy(i => (_lines[i].Text.Length, i));
        for (var i = end - 1; i >= 0; i--)
        {
            // A smaller heading right under the large one is its sub-headline.
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

    private bool IsSiteName(string text) => Fold(text).StartsWith(Fold(_labels.SiteName), StringComparison.Ordinal) && text.Length < _labels.SiteName.Length + 12;

    private static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private IEnumerable<PageLine> Inside(int from, int to)
    {
        for (var i = Math.Max(from, 0); i < to; i++)
        {
            if (!_outside[i])
                yield return _lines[i];
        }
    }

    private List<PageLine> BodyLines(int start)
    {
        // After the footer's heading or a sidebar below the text nothing is of the release; else it ends with its own container.
        var end = _lines.Count;
        foreach (var boundary in new[] { _footer, _sidebar })
        {
            if (boundary > start)
                end = Math.Min(end, boundary);
        }
        var container = end < _lines.Count || start >= _lines.Count ? null : Container(start);
        return [.. Inside(start, end).Where(line => !IsLabel(line) && (container is null || line.IsIn(container)))];
    }

    // Navigation may follow the text: the release's container is the smallest that holds its first line and two more.
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
        // A logo says it in its alternative text; it stands in the heading's element or the next.
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
