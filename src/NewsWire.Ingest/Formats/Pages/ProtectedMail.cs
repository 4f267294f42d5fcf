using System.Text;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>
/// Decodes e-mail addresses obfuscated by Cloudflare: hexadecimal digits, each byte XORed with the first one. They are part of the page's
/// published content.
/// </summary>
internal static class ProtectedMail
{
    private const string Attribute = "data-cfemail";
    private const string Path = "/cdn-cgi/l/email-protection";
    private const int LongestAddress = 400;

    /// <summary>True where the HTML may contain an obfuscated address; searching the text is cheaper than walking the tree.</summary>
    public static bool IsIn(string html) => html.Contains(Path, StringComparison.Ordinal) || html.Contains(Attribute, StringComparison.Ordinal);

    /// <summary>Restores every obfuscated address of a tree; those that cannot be decoded are left as they are.</summary>
    public static void Reveal(INode root)
    {
        for (var i = 0; i < root.ChildNodes.Length; i++)
        {
            if (root.ChildNodes[i] is not IElement element)
                continue;
            if (Decode(element.GetAttribute(Attribute)) is { } address)
                element.TextContent = address;
            else if (element.HasChildNodes)
                Reveal(element);
            if (element.LocalName == "a" && element.GetAttribute("href") is { } href && href.IndexOf(Path, StringComparison.Ordinal) is var at and >= 0)
                Link(element, Decode(href[(at + Path.Length)..].TrimStart('#')));
        }
    }

    /// <summary>The address encoded by hexadecimal digits, or null where they encode none.</summary>
    public static string? Decode(string? digits)
    {
        if (digits is null || digits.Length is < 8 or > LongestAddress || digits.Length % 2 != 0 || !digits.All(char.IsAsciiHexDigit))
            return null;
        var bytes = Convert.FromHexString(digits);
        var text = Encoding.UTF8.GetString([.. bytes.Skip(1).Select(one => (byte)(one ^ bytes[0]))]);
        return text.Contains('@', StringComparison.Ordinal) && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\uFFFD') ? text : null;
    }

    private static void Link(IElement link, string? address)
    {
        address ??= ShortText.Of(link) is { } text && text.Contains('@', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal) ? text : null;
        if (address is not null)
            link.SetAttribute("href", "mailto:" + address);
    }
}
