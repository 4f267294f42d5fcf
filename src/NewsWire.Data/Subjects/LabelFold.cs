using System.Globalization;
using System.Net;
using System.Text;

namespace NewsWire.Data.Subjects;

/// <summary>
/// Reduces a label to its distinctive words. Case, accents, apostrophes, punctuation, spaces around slashes and spellings of "and" vary
/// between feeds of the same wire and are ignored.
/// </summary>
public static class LabelFold
{
    public static string Of(string label)
    {
        // Double encoding is common: a label in CDATA in an encoded description.
        for (var pass = 0; pass < 2 && label.Contains('&'); pass++)
            label = WebUtility.HtmlDecode(label);
        var folded = new StringBuilder(label.Length);
        var start = 0;
        foreach (var letter in Decomposed(label))
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
            {
                if (folded.Length > 0 && start == folded.Length)
                    folded.Append(' ');
                folded.Append(char.ToUpperInvariant(letter));
            }
            else if (!IsWithinWord(letter))
            {
                start = EndWord(folded, start);
            }
        }
        EndWord(folded, start);
        return folded.ToString();
    }

    // Returns the start of the next word; a final "and" is removed.
    private static int EndWord(StringBuilder folded, int start)
    {
        var word = folded.ToString(start, folded.Length - start);
        if (word is "AND" or " AND")
            folded.Length = start;
        return folded.Length;
    }

    private static string Decomposed(string label)
    {
        try
        {
            return label.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // An unpaired surrogate from truncated text cannot be normalized; the label is used as it is.
            return label;
        }
    }

    private static bool IsWithinWord(char letter) =>
        letter is '\'' or '’' or 'ʼ' or '`' or '\u00AD' || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
