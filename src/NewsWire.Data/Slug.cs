using System.Globalization;
using System.Text;

namespace NewsWire.Data;

/// <summary>A text as a part of an address.</summary>
public static class Slug
{
    private const int ShortestWhole = 20;

    /// <summary>Lower-case letters and digits without accents, words joined by hyphens; "release" where a text has none.</summary>
    /// <param name="length">The most characters; a longer text is cut after a word, where that leaves more than a few.</param>
    public static string Of(string text, int length)
    {
        var slug = new StringBuilder();
        foreach (var c in Decomposed(text))
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
            whole = whole[..length].LastIndexOf('-') is var hyphen and > ShortestWhole ? whole[..hyphen] : whole[..length];
        return whole.Length == 0 ? "release" : whole.Trim('-');
    }

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // What is no Unicode text cannot be normalized, and is used as it is.
            return text;
        }
    }
}
