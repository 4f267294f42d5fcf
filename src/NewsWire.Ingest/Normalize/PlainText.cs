using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Normalize;

/// <summary>Converts titles and labels to plain text: a headline is never HTML, however often it was encoded.</summary>
internal static partial class PlainText
{
    // Limits the passes: removing a tag may form another one from the text around it, but real titles are not nested deeper.
    private const int MostRounds = 8;

    // Characters that may need to be removed. Most texts have none and are returned unchanged. Unpaired surrogates are checked separately.
    private static readonly SearchValues<char> MaybeInvisible = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && !char.IsWhiteSpace(c)), .. "\u200B\u200C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF"]);
    private static readonly SearchValues<char> OtherSpaces = SearchValues.Create([.. Enumerable.Range(0, 0x3001).Select(code => (char)code).Where(c => char.IsWhiteSpace(c) && c != ' ')]);

    /// <summary>
    /// The text of a title or label: tags removed, character references decoded (twice if any remain), Unicode normalized to NFC,
    /// whitespace collapsed. Null where nothing is left.
    /// </summary>
    /// <param name="isText">True where the format declares plain text; characters that look like tags or references are then
    /// content.</param>
    public static string? OfTitle(string? title, bool isText = false) =>
        AsWritten(title, isText) is { } written && WithoutSoftHyphens(written).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The same with soft hyphens kept, for text that is displayed and never compared.</summary>
    public static string? AsWritten(string? title, bool isText)
    {
        if (string.IsNullOrWhiteSpace(title))
            return null;
        var text = isText ? title : WithoutTags(Entities.Decode(WithoutTags(title)));
        if (!isText && Entities.IsIn(text))
            text = WithoutTags(Entities.Decode(text));
        return Visible(text) is { Length: > 0 } visible ? visible.Normalize(NormalizationForm.FormC) : null;
    }

    /// <summary>
    /// The text of a label as published. Character references are decoded because many wires encode labels twice; if the result would
    /// contain a tag, the label is kept as it is, because it is never HTML.
    /// </summary>
    public static string? OfLabel(string label)
    {
        if (label.Contains('<'))
            return OfTitle(label);
        var decoded = Entities.IsIn(label) ? Entities.Decode(label) : label;
        var clean = Clean(decoded.Contains('<') ? label : decoded);
        return clean.Length > 0 ? clean.Normalize(NormalizationForm.FormC) : null;
    }

    private static string WithoutTags(string text)
    {
        for (var round = 0; round < MostRounds && text.Contains('<'); round++)
        {
            var without = Tags.Strip(text);
            if (without.Length == text.Length)
                break;
            text = without;
        }
        return text;
    }

    /// <summary>
    /// The text with whitespace collapsed and without invisible characters and unpaired surrogates, which PostgreSQL does not accept.
    /// </summary>
    public static string Clean(string text) => WithoutSoftHyphens(Visible(text)).Trim();

    private static string Visible(string text)
    {
        if (text.AsSpan().ContainsAny(MaybeInvisible) || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            text = Invisible().Replace(text, "");
        return (text.AsSpan().ContainsAny(OtherSpaces) || text.Contains("  ", StringComparison.Ordinal) ? Collapsed(text) : text).Trim();
    }

    private static string Collapsed(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                collapsed.Append(c);
            else if (!space)
                collapsed.Append(' ');
            space = char.IsWhiteSpace(c);
        }
        return collapsed.ToString();
    }

    private static string WithoutSoftHyphens(string text) => text.Replace("\u00AD", "", StringComparison.Ordinal);

    /// <summary>The beginning of a text, cut between words, with an ellipsis if anything was cut.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var cut = text.LastIndexOf(' ', length);
        if (cut < length / 2)
            cut = length - (char.IsHighSurrogate(text[length - 1]) ? 1 : 0);
        return text[..cut].TrimEnd(' ', ',', ';', ':', '.', '–', '—', '-') + "…";
    }

    [GeneratedRegex("""[\x00-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\u200B\u200C\u200E\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]""", RegexOptions.None, 10_000)]
    private static partial Regex Invisible();
}
