using System.Net;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats;

/// <summary>HTML that was escaped once more than it should have been: a reader would see its tags.</summary>
internal static partial class EscapedMarkup
{
    /// <summary>The HTML with its tags, where it has none and begins with a paragraph or another block in escaped letters; else as it is.</summary>
    public static string Unescaped(string html)
    {
        if (html.Contains('<') || !html.AsSpan().TrimStart().StartsWith("&", StringComparison.Ordinal))
            return html;
        var once = WebUtility.HtmlDecode(html);
        return Block().Match(once) is { Success: true } block && once.Contains($"</{block.Groups["name"].Value}>", StringComparison.OrdinalIgnoreCase) ? once : html;
    }

    /// <summary>The HTML without references that were escaped again: a reader would see &amp;amp; and &amp;nbsp;. What speaks of code keeps them.</summary>
    public static string Once(string html) => html.Contains("&amp;", StringComparison.Ordinal) && !html.Contains("<pre", StringComparison.OrdinalIgnoreCase) && !html.Contains("<code", StringComparison.OrdinalIgnoreCase) ? EscapedReference().Replace(html, "&") : html;

    [GeneratedRegex("""&amp;(?=(?:\#\d{2,5}|\#x[0-9a-f]{2,5}|[a-z]{2,8}\d{0,2});)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex EscapedReference();

    [GeneratedRegex("""^\s*<(?<name>p|div|section|article|h[1-6]|ul|ol|table|blockquote)(?:\s[^<>]{0,500})?>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Block();
}
