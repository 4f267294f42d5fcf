using System.Net;
using System.Text.RegularExpressions;

namespace NewsWire.Web.Pages;

/// <summary>
/// On paper a link's address stands behind its text, unless the text says it already or the link leads to another place in the
/// same release. The mark is set here because a style cannot compare addresses.
/// </summary>
public static partial class PrintedLinks
{
    /// <summary>The sanitized body with class "told" on the links whose address is not printed.</summary>
    /// <param name="original">The address the body was read from, or null: links within it were made absolute with it.</param>
    public static string? Mark(string? html, string? original) => html is null ? null : Link().Replace(html, link =>
        IsTold(WebUtility.HtmlDecode(link.Groups["address"].Value), WebUtility.HtmlDecode(link.Groups["text"].Value), original)
            ? $"<a class=\"told\"{link.Value[2..]}"
            : link.Value);

    private static bool IsTold(string address, string text, string? original) =>
        Bare(address) == Bare(text.Trim())
        || (address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var fragment && (fragment == 0 || (original is not null && Page(address) == Page(original))));

    private static string Page(string address) => Bare(address.Split('#')[0]);

    private static string Bare(string address) => Scheme().Replace(address, "").TrimEnd('/', '.').ToUpperInvariant();

    [GeneratedRegex("""<a\shref="(?<address>[^"]*)"[^<>]*>(?:(?<text>[^<>]*)</a>)?""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("""^\s*https?://(?:www\.)?|^\s*www\.""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Scheme();
}
