using System.Net;
using System.Text;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats;

/// <summary>Turns a tree of elements into the lines a reader sees.</summary>
internal sealed class PageLines
{
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
        "button", "select", "textarea", "input", "datalist", "dialog",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
        "label", "map", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
        "tt", "u", "var", "wbr", "o:p", "st1:city", "st1:place",
    };

    private static readonly Dictionary<string, string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        ["a"] = "a",
        ["b"] = "strong",
        ["strong"] = "strong",
        ["i"] = "em",
        ["em"] = "em",
        ["sup"] = "sup",
        ["sub"] = "sub",
    };

    private static readonly HashSet<string> Whole = new(StringComparer.OrdinalIgnoreCase) { "table", "ul", "ol", "dl", "pre", "blockquote" };

    private readonly Func<IElement, bool> _keepWhole;
    private readonly List<PageLine> _lines = [];
    private readonly List<IElement> _open = [];
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();
    private int _breaks = 2;
    private PreformattedText? _preformatted;

    private PageLines(Func<IElement, bool> keepWhole) => _keepWhole = keepWhole;

    /// <summary>The lines of an element in reading order.</summary>
    /// <param name="keepWhole">Which lists and tables are content of the release and stay one line with their markup.</param>
    public static IReadOnlyList<PageLine> Of(IElement root, Func<IElement, bool> keepWhole)
    {
        var reader = new PageLines(keepWhole);
        reader.Children(root, root);
        reader.Flush(root);
        return reader._lines;
    }

    private void Children(INode parent, IElement block)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
                Append(text.Data, block);
            else if (node is IElement element)
                Element(element, block);
        }
    }

    private void Element(IElement element, IElement block)
    {
        var name = element.LocalName;
        if (Dropped.Contains(name) || element.HasAttribute("hidden"))
            return;
        if (name == "br")
        {
            Break(block);
        }
        else if (Inline.Contains(name) && !HoldsBlocks(element))
        {
            Open(element);
            Children(element, block);
            Close(element);
        }
        else if (Whole.Contains(name) && _keepWhole(element))
        {
            Flush(block);
            var text = BlockText.Of(element);
            if (text.Length > 0)
                _lines.Add(new PageLine(text, Markup.Whole(element), name, true, element));
            _breaks = 2;
        }
        else
        {
            Flush(block);
            _breaks = 2;
            var before = _preformatted;
            if (name == "pre")
                _preformatted ??= new PreformattedText(element);
            Children(element, element);
            Flush(element);
            _preformatted = before;
            _breaks = 2;
        }
    }

    // <span><p>…</p></span> is not allowed and common.
    private static bool HoldsBlocks(IElement element) =>
        element.Descendants().OfType<IElement>().Any(child => !Inline.Contains(child.LocalName) && child.LocalName != "br");

    private void Append(string data, IElement block)
    {
        if (_preformatted is { } preformatted)
        {
            var parts = data.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0 && preformatted.GoesOn())
                    Words(" ");
                else if (i > 0)
                    Break(block);
                Words(parts[i]);
            }
            return;
        }
        Words(data);
    }

    private void Words(string data)
    {
        foreach (var c in data)
        {
            // A no-break space is French typography, not layout: it stays.
            if (c is not (' ' or '\t' or '\n' or '\r' or '\f'))
            {
                if (_text.Length == 0)
                    _html.Append(string.Concat(_open.Select(StartTag)));
                _text.Append(c);
                _html.Append(c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => c.ToString() });
            }
            else if (_text.Length > 0 && _text[^1] != ' ')
            {
                _text.Append(' ');
                _html.Append(' ');
            }
        }
    }

    private void Open(IElement element)
    {
        if (!Kept.ContainsKey(element.LocalName))
            return;
        _open.Add(element);
        if (_text.Length > 0)
            _html.Append(StartTag(element));
    }

    private void Close(IElement element)
    {
        if (!_open.Remove(element))
            return;
        if (_text.Length > 0)
            _html.Append(EndTag(element));
    }

    private static string StartTag(IElement element) => element.LocalName == "a"
        ? element.GetAttribute("href") is { } href ? $"<a href=\"{WebUtility.HtmlEncode(href)}\">" : "<a>"
        : $"<{Kept[element.LocalName]}>";

    private static string EndTag(IElement element) => $"</{Kept[element.LocalName]}>";

    private void Break(IElement block)
    {
        Flush(block);
        _breaks++;
    }

    private void Flush(IElement block)
    {
        var text = _text.ToString().Trim();
        if (text.Length > 0)
        {
            var html = _html.ToString().Trim() + string.Concat(Enumerable.Reverse(_open).Select(EndTag));
            _lines.Add(new PageLine(text, html, Kind(block), _breaks != 1, block));
            _breaks = 0;
        }
        _text.Clear();
        _html.Clear();
    }

    private static string Kind(IElement block) => block.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" ? block.LocalName : "p";
}
