using System.Net;
using System.Text.RegularExpressions;

namespace NewsWire.Web.Pages;

/// <summary>
/// On paper a link's address stands behind its text, where the text does not say it already. The mark is set here because a
/// style cannot compare the two.
/// </summary>
public static partial class PrintedLinks
{
    /// <summary>The sanitized body with class "told" on the links whose text is their address.</summary>
    public static string? Mark(string? html) => html is null ? null : Link().Replace(html, link =>
        Bare(WebUtility.HtmlDecode(link.Groups["address"].Value)) == Bare(WebUtility.HtmlDecode(link.Groups["text"].Value).Trim())
            ? $"<a class=\"told\"{link.Value[2..]}"
            : link.Value);

    private static string Bare(string address) => Scheme().Replace(address, "").TrimEnd('/', '.').ToUpperInvariant();

    [GeneratedRegex("""<a\shref="(?<address>[^"]*)"[^<>]*>(?<text>[^<>]*)</a>""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("""^\s*https?://(?:www\.)?|^\s*www\.""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Scheme();
}
