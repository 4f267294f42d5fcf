using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Normalize;

/// <summary>Titles and labels as text: a headline is never markup, however often it was encoded on the way.</summary>
internal static partial class PlainText
{
    // Taking one tag out can make another of what stood around it; nobody honest nests them deeper.
    private const int MostRounds = 8;

    // Where none of these is in a text, and most have none, nothing is to be replaced in it. Halves of characters come besides.
    private static readonly SearchValues<char> MaybeInvisible = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && !char.IsWhiteSpace(c)), .. "\u200B\u200C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF"]);
    private static readonly SearchValues<char> OtherSpaces = SearchValues.Create([.. Enumerable.Range(0, 0x3001).Select(code => (char)code).Where(c => char.IsWhiteSpace(c) && c != ' ')]);

    /// <summary>
    /// The text of a title or label: tags dropped, entities decoded (twice where whole ones are left), one form of every
    /// letter, white space collapsed. Null where nothing is left.
    /// </summary>
    /// <param name="isText">True where the format says that it is no markup: what looks like a tag or an entity is meant to be seen.</param>
    public static string? OfTitle(string? title, bool isText = false) =>
        AsWritten(title, isText) is { } written && WithoutSoftHyphens(written).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The same with its soft hyphens: for what is shown and never compared.</summary>
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
    /// The text of a label as published. An entity in it is decoded because many encode twice; where that would make a tag of
    /// it, it stays as it is: a label is never markup.
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

    /// <summary>White space collapsed, invisible characters dropped, and halves of characters, which no store takes.</summary>
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

    /// <summary>The beginning of a text, cut between words, with an ellipsis where something was cut.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var cut = text.LastIndexOf(' ', length);
        if (cut < length / 2)
            cut = length - (char.IsHighSurrogate(text[length - 1]) ? 1 : 0);
        return text[..cut].TrimEnd(' ', ',', ';', ':', '.', '–', '—', '-') + "…";
    }

    /// <summary>Letters and digits for an address: lower case, accents dropped, words joined by hyphens.</summary>
    public static string Slug(string text, int length)
    {
        var slug = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            var letter = c switch { 'ß' => "ss", 'æ' or 'Æ' => "ae", 'œ' or 'Œ' => "oe", 'ø' or 'Ø' => "o", 'ł' or 'Ł' => "l", 'đ' or 'Đ' => "d", '\'' or '’' => "", _ => null };
            if (letter is not null)
                slug.Append(letter);
            else if (char.IsLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        var whole = slug.ToString().Trim('-');
        if (whole.Length > length)
            whole = whole[..length].LastIndexOf('-') is var hyphen and > 20 ? whole[..hyphen] : whole[..length];
        return whole.Length == 0 ? "release" : whole.Trim('-');
    }

    [GeneratedRegex("""[\x00-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\u200B\u200C\u200E\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]""", RegexOptions.None, 10_000)]
    private static partial Regex Invisible();
}
