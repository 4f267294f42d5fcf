using System.Text.RegularExpressions;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>A CSS selector, compiled once, with the key its elements stand under in a <see cref="PageIndex"/>.</summary>
internal sealed partial class PageSelector
{
    private static readonly CssSelectorParser Parser = new();

    private readonly ISelector _selector;

    private PageSelector(string text)
    {
        _selector = Parser.ParseSelector(text) ?? throw new ArgumentException($"'{text}' is no CSS selector.", nameof(text));
        Key = KeyOf(text);
    }

    /// <summary>#id, .class, [attribute, an element's name, or * where it asks for none of them.</summary>
    public string Key { get; }

    /// <summary>The selectors of a list, best first; one with commas stands for several.</summary>
    public static PageSelector[] Compile(IEnumerable<string> selectors) =>
        [.. selectors.SelectMany(selector => Comma().Split(selector)).Select(selector => new PageSelector(selector.Trim()))];

    public bool Matches(IElement element) => _selector.Match(element, null);

    // What the last part of a selector asks of the element itself: an id is rarer than a class, a class than a name.
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
