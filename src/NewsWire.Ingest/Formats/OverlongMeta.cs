using System.Text;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// Takes the sting out of meta elements that no page has: the parser looks for an encoding in a content type from every
/// character of it anew, which is hours for a million of them.
/// </summary>
internal static class OverlongMeta
{
    private const string Tag = "<meta";
    // An element of the head without content, as this one, and without meaning to us.
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

    // By the rules of HTML: a quote opens a value only behind an equals sign.
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
