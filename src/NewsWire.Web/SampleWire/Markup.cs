using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsWire.Web.SampleWire;

/// <summary>Converts between text and HTML for the sample pages, which are written without a library, as the wires' pages are.</summary>
internal static partial class Markup
{
    private const int LongestSlug = 120;

    /// <summary>Escapes text for HTML or XML; only reserved characters are replaced.</summary>
    public static string Encode(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    /// <summary>The text of an HTML fragment on one line, with blocks separated by spaces.</summary>
    public static string Text(string fragment) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(BlockEnd().Replace(fragment, " "), "")), " ").Trim(' ');

    /// <summary>The beginning of a text, cut between two words.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = text.LastIndexOf(' ', length);
        return $"{text[..end].TrimEnd(' ', ',', ';', ':', '.')}...";
    }

    /// <summary>A headline as a URL slug: unaccented letters and hyphens.</summary>
    public static string Slug(string headline)
    {
        var slug = new StringBuilder();
        foreach (var letter in headline.Replace("Ł", "L").Replace("ł", "l").Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter is not ('\'' or '’') && slug is not [] && slug[^1] != '-')
                slug.Append('-');
        }
        var text = slug.ToString();
        if (text.Length > LongestSlug)
            text = text[..text.LastIndexOf('-', LongestSlug)];
        return text.Trim('-');
    }

    [GeneratedRegex("<[^>]+>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("<br>|</(p|li|h2|tr|t[dh])>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlockEnd();

    // No-break spaces are part of French typography and are kept.
    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
