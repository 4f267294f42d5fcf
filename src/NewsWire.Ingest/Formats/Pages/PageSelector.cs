using System.Text.RegularExpressions;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>A compiled CSS selector, and the key under which its elements are found in a <see cref="PageIndex"/>.</summary>
internal sealed partial class PageSelector
{
    private static readonly CssSelectorParser Parser = new();

    private readonly ISelector _selector;

    private PageSelector(string text)
    {
        _selector = Parser.ParseSelector(text) ?? throw new ArgumentException($"'{text}' is not a CSS selector.", nameof(text));
        Key = KeyOf(text);
    }

    /// <summary>#id, .class, [attribute or an element's name; * where the selector requires none of them.</summary>
    public string Key { get; }

    /// <summary>Compiles a list of selectors, best first; a selector with commas gives several.</summary>
    public static PageSelector[] Compile(IEnumerable<string> selectors) =>
        [.. selectors.SelectMany(selector => Comma().Split(selector)).Select(selector => new PageSelector(selector.Trim()))];

    public bool Matches(IElement element) => _selector.Match(element, null);

    // The key comes from the selector's last compound; ids are more selective than classes, classes than element names.
    private static string KeyOf(string text)
    {
        var last = Combinator().Split(Parentheses().Replace(text.Trim(), ""))[^1];
        var part = Part().Matches(last);
        return part.FirstOrDefault(match => match.Value[0] == '#')?.Value
            ?? part.FirstOrDefault(match => match.Value[0] == '.')?.Value
            ?? part.FirstOrDefault(match => match.Value[0] == '[')?.Value
            ?? part.FirstOrDefault()?.Value
            ?? PageIndex.Everything;
    }

    [GeneratedRegex("""\s*,\s*(?![^(\[]*[)\]])""", RegexOptions.None, 1000)]
    private static partial Regex Comma();

    [GeneratedRegex("""\([^()]*\)""", RegexOptions.None, 1000)]
    private static partial Regex Parentheses();

    [GeneratedRegex("""[\s>+~]+(?![^\[]*\])""", RegexOptions.None, 1000)]
    private static partial Regex Combinator();

    [GeneratedRegex("""[#.\[][\w-]+|(?<![:\w-])[\w-]+""", RegexOptions.None, 1000)]
    private static partial Regex Part();
}
