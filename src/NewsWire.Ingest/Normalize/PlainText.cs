using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>Titles and labels as text: a headline is never markup, however often it was encoded on the way.</summary>
internal static partial class PlainText
{
    /// <summary>The text of a title: tags dropped, entities decoded (twice where a feed encoded twice), white space collapsed.</summary>
    public static string? OfTitle(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
            return null;
        var text = title;
        for (var round = 0; round < 2; round++)
        {
            if (Tag().IsMatch(text))
                text = HtmlPage.ParseFragment(text) is { } body ? BlockText.Of(body) : Tag().Replace(text, " ");
            else if (text.Contains('&'))
                text = WebUtility.HtmlDecode(text);
        }
        return Clean(text) is { Length: > 0 } clean ? clean : null;
    }

    /// <summary>White space collapsed, invisible characters dropped, and halves of characters, which no store takes.</summary>
    public static string Clean(string text) => Space().Replace(Invisible().Replace(text, ""), " ").Trim();

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

    [GeneratedRegex("""</?[A-Za-z][^<>]{0,400}>""", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("""[\x00-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\u00AD\u200B\u200C\u200E\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]""", RegexOptions.None, 10_000)]
    private static partial Regex Invisible();

    [GeneratedRegex("""\s+""", RegexOptions.None, 10_000)]
    private static partial Regex Space();
}
