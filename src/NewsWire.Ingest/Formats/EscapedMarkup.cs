using System.Net;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats;

/// <summary>Undoes HTML that was escaped once too often, which would show tags and character references to readers.</summary>
internal static partial class EscapedMarkup
{
    /// <summary>
    /// Unescapes HTML that has no tags of its own and begins with an escaped block element; any other HTML is returned unchanged.
    /// </summary>
    public static string Unescaped(string html)
    {
        if (html.Contains('<') || !html.AsSpan().TrimStart().StartsWith("&", StringComparison.Ordinal))
            return html;
        var once = WebUtility.HtmlDecode(html);
        return Block().Match(once) is { Success: true } block && once.Contains($"</{block.Groups["name"].Value}>", StringComparison.OrdinalIgnoreCase) ? once : html;
    }

    /// <summary>
    /// Undoes doubly escaped character references (&amp;amp;amp;, &amp;amp;nbsp;). HTML with a pre or code element is left unchanged,
    /// because it may show them on purpose.
    /// </summary>
    public static string Once(string html) => html.Contains("&amp;", StringComparison.Ordinal) && !html.Contains("<pre", StringComparison.OrdinalIgnoreCase) && !html.Contains("<code", StringComparison.OrdinalIgnoreCase) ? EscapedReference().Replace(html, "&") : html;

    [GeneratedRegex("""&amp;(?=(?:\#\d{2,5}|\#x[0-9a-f]{2,5}|[a-z]{2,8}\d{0,2});)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex EscapedReference();

    [GeneratedRegex("""^\s*<(?<name>p|div|section|article|h[1-6]|ul|ol|table|blockquote)(?:\s[^<>]{0,500})?>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Block();
}
