using System.Globalization;
using System.Net;
using System.Text;

namespace NewsWire.Data.Subjects;

/// <summary>
/// What of a label tells it from others: its words. Case, accents, apostrophes, punctuation, the spaces around a slash and
/// the word "and" however it is written differ between two feeds of one wire.
/// </summary>
public static class LabelFold
{
    public static string Of(string label)
    {
        // Encoded twice is common: a label within CDATA within an encoded description.
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

    // The start of the next word; "and" is taken back.
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
            // Half a character: a cut or broken text. Its other letters still tell.
            return label;
        }
    }

    private static bool IsWithinWord(char letter) =>
        letter is '\'' or '’' or 'ʼ' or '`' or '\u00AD' || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
