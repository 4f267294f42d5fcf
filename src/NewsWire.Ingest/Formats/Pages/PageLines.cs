using System.Buffers;
using System.Collections.Frozen;
using System.Net;
using System.Text;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>Converts an element tree into displayed lines, recording which lines come from lists and tables.</summary>
internal sealed class PageLines
{
    private enum Role
    {
        Dropped, Inline, Kept, Break, Whole,
    }

    private static readonly FrozenDictionary<string, Role> Roles = new (Role Role, string[] Names)[]
    {
        (Role.Dropped,
        [
            "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
            "button", "select", "textarea", "input", "datalist", "dialog",
        ]),
        (Role.Inline,
        [
            "abbr", "acronym", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "font", "img", "ins", "kbd", "label", "map", "mark", "nobr", "q", "rp", "rt", "ruby",
            "s", "samp", "small", "span", "strike", "time", "tt", "u", "var", "wbr", "o:p", "st1:city", "st1:place",
        ]),
        (Role.Kept, ["a", "b", "strong", "i", "em", "sup", "sub"]),
        (Role.Break, ["br"]),
        (Role.Whole, ["table", "ul", "ol", "dl", "pre", "blockquote"]),
    }.SelectMany(roles => roles.Names.Select(name => (Name: name, roles.Role))).ToFrozenDictionary(pair => pair.Name, pair => pair.Role, StringComparer.Ordinal);

    // Characters that need processing: whitespace for layout and characters to escape. No-break spaces are
    // kept; French typography requires them.
    private static readonly SearchValues<char> Special = SearchValues.Create("\t\n\r\f&<>");

    private readonly List<PageLine> _lines = [];
    private readonly List<(IElement Element, int Start, int End)> _wholes = [];
    private readonly List<IElement> _open = [];
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();
    private int _breaks = 2;
    private PreformattedText? _preformatted;

    private PageLines()
    {
    }

    /// <summary>The lines in document order.</summary>
    public IReadOnlyList<PageLine> Lines => _lines;

    /// <summary>True for the name of an inline element: links, emphasis and similar.</summary>
    public static bool IsInline(string name) => Roles.TryGetValue(name, out var role) && role is Role.Inline or Role.Kept;

    public static PageLines Of(IElement root)
    {
        var reader = new PageLines();
        reader.Children(root, root);
        reader.Flush(root);
        return reader;
    }

    /// <summary>The lines with each list and table as a single line, except those that contain a line which must stand alone.</summary>
    public List<PageLine> Gathered(Func<PageLine, bool> standsAlone)
    {
        var before = new int[_lines.Count + 1];
        for (var i = 0; i < _lines.Count; i++)
            before[i + 1] = before[i] + (standsAlone(_lines[i]) ? 1 : 0);
        List<PageLine> gathered = new(_lines.Count);
        var at = 0;
        // In document order, outer elements before inner ones.
        foreach (var (element, start, end) in _wholes)
        {
            if (start < at || end == start || before[end] != before[start])
                continue;
            gathered.AddRange(_lines[at..start]);
            gathered.Add(PageLine.OfWhole(element));
            at = end;
        }
        gathered.AddRange(_lines[at..]);
        return gathered;
    }

    private void Children(INode parent, IElement block)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is IText text)
                Append(text.Data, block);
            else if (children[i] is IElement element)
                Element(element, block);
        }
    }

    private void Element(IElement element, IElement block)
    {
        var known = Roles.TryGetValue(element.LocalName, out var role);
        if ((known && role == Role.Dropped) || element.HasAttribute("hidden"))
            return;
        if (known && role == Role.Break)
        {
            Break(block);
        }
        else if (known && role is Role.Inline or Role.Kept && !HoldsBlocks(element))
        {
            Open(element, role);
            Children(element, block);
            Close(element, role);
        }
        else
        {
            Flush(block);
            Block(element, known && role == Role.Whole);
        }
    }

    private void Block(IElement element, bool whole)
    {
        _breaks = 2;
        var place = _wholes.Count;
        if (whole)
            _wholes.Add((element, _lines.Count, _lines.Count));
        var before = _preformatted;
        if (element.LocalName == "pre")
            _preformatted ??= new PreformattedText(element);
        Children(element, element);
        Flush(element);
        _preformatted = before;
        _breaks = 2;
        if (whole)
            _wholes[place] = _wholes[place] with { End = _lines.Count };
    }

    // <span><p>…</p></span> is invalid but common.
    private static bool HoldsBlocks(INode element)
    {
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is IElement child && ((!IsInline(child.LocalName) && child.LocalName != "br") || (child.HasChildNodes && HoldsBlocks(child))))
                return true;
        }
        return false;
    }

    private void Append(string data, IElement block)
    {
        if (_preformatted is not { } preformatted)
        {
            Words(data);
            return;
        }
        var parts = data.Split('\n');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0 && preformatted.GoesOn())
                Words(" ");
            else if (i > 0)
                Break(block);
            Words(parts[i]);
        }
    }

    private void Words(ReadOnlySpan<char> data)
    {
        while (!data.IsEmpty)
        {
            var special = data.IndexOfAny(Special);
            var plain = special < 0 ? data : data[..special];
            var spaces = plain.IndexOf("  ");
            if (spaces >= 0)
                plain = plain[..spaces];
            Plain(plain);
            data = data[plain.Length..];
            if (data.IsEmpty)
                return;
            if (data[0] is '&' or '<' or '>')
                Character(data[0]);
            else
                Space();
            data = data[1..];
        }
    }

    // Fast path for words separated by single spaces.
    private void Plain(ReadOnlySpan<char> words)
    {
        if (words.StartsWith(' '))
        {
            Space();
            words = words[1..];
        }
        if (words.IsEmpty)
            return;
        Begin();
        _text.Append(words);
        _html.Append(words);
    }

    private void Character(char c)
    {
        Begin();
        _text.Append(c);
        _html.Append(c switch { '&' => "&amp;", '<' => "&lt;", _ => "&gt;" });
    }

    private void Space()
    {
        if (_text.Length == 0 || _text[^1] == ' ')
            return;
        _text.Append(' ');
        _html.Append(' ');
    }

    private void Begin()
    {
        if (_text.Length > 0)
            return;
        foreach (var element in _open)
            StartTag(element);
    }

    private void Open(IElement element, Role role)
    {
        if (role != Role.Kept)
            return;
        _open.Add(element);
        if (_text.Length > 0)
            StartTag(element);
    }

    private void Close(IElement element, Role role)
    {
        if (role != Role.Kept)
            return;
        _open.RemoveAt(_open.Count - 1);
        if (_text.Length > 0)
            EndTag(element);
    }

    private void StartTag(IElement element)
    {
        _html.Append('<').Append(Written(element));
        if (element.LocalName == "a" && element.GetAttribute("href") is { } href)
            _html.Append(" href=\"").Append(WebUtility.HtmlEncode(href)).Append('"');
        _html.Append('>');
    }

    private void EndTag(IElement element) => _html.Append("</").Append(Written(element)).Append('>');

    private static string Written(IElement element) => element.LocalName switch { "b" => "strong", "i" => "em", var name => name };

    private void Break(IElement block)
    {
        Flush(block);
        _breaks++;
    }

    private void Flush(IElement block)
    {
        if (_text.Length == 0)
            return;
        var text = _text.ToString().Trim();
        if (text.Length > 0)
        {
            for (var i = _open.Count - 1; i >= 0; i--)
                EndTag(_open[i]);
            _lines.Add(PageLine.OfText(text, _html.ToString().Trim(), _breaks != 1, block));
            _breaks = 0;
        }
        _text.Clear();
        _html.Clear();
    }
}
