using System.Text;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// Works around quadratic charset scanning of &lt;meta http-equiv&gt; in AngleSharp: its search for an encoding restarts at every character
/// of the content attribute, which takes hours for a million characters.
/// </summary>
internal static class OverlongMeta
{
    private const string Tag = "<meta";
    // Renames the element to link: like meta it has no content, and link elements without a rel are ignored.
    private const string Harmless = "<link";
    private const string Mark = "http-equiv";
    private const int Longest = 2000;

    public static string Tamed(string html)
    {
        if (!html.Contains(Mark, StringComparison.OrdinalIgnoreCase))
            return html;
        StringBuilder? tamed = null;
        var next = 0;
        for (var at = Next(html, 0); at >= 0; at = next)
        {
            next = Next(html, at + Tag.Length);
            var rest = html.AsSpan(at, (next < 0 ? html.Length : next) - at);
            if (IsOverlong(html.AsSpan(at + Tag.Length)) && rest.Contains(Mark, StringComparison.OrdinalIgnoreCase))
                (tamed ??= new StringBuilder(html)).Remove(at, Tag.Length).Insert(at, Harmless);
        }
        return tamed?.ToString() ?? html;
    }

    private static int Next(string html, int from) => html.IndexOf(Tag, from, StringComparison.OrdinalIgnoreCase);

    // By the rules of HTML, a quotation mark opens a value only after an equals sign.
    private static bool IsOverlong(ReadOnlySpan<char> attributes)
    {
        var quote = '\0';
        var afterEquals = false;
        for (var i = 0; i < attributes.Length && i < Longest; i++)
        {
            var c = attributes[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c == '>')
                return false;
            else if (afterEquals && c is '"' or '\'')
                quote = c;
            afterEquals = quote == '\0' && (c == '=' || (afterEquals && char.IsWhiteSpace(c)));
        }
        return attributes.Length > Longest;
    }
}
