using System.Text;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Normalize;

/// <summary>Decodes e-mail addresses obfuscated by Cloudflare: hexadecimal, the first byte is the XOR key for the others.</summary>
internal static class HiddenEmail
{
    private const string AddressInFront = "/cdn-cgi/l/email-protection#";
    private const int LongestAddress = 254;

    /// <summary>The e-mail address an element encodes, or null where there is none.</summary>
    public static string? Of(IElement element)
    {
        var code = element.GetAttribute("data-cfemail");
        if (code is null && element.LocalName is "a" && element.GetAttribute("href") is { } href && href.IndexOf(AddressInFront, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
            code = href[(at + AddressInFront.Length)..];
        return code is null ? null : Decode(code);
    }

    private static string? Decode(string code)
    {
        if (code.Length is < 8 or > 2 * (LongestAddress + 1) || code.Length % 2 != 0 || !code.All(char.IsAsciiHexDigit))
            return null;
        var bytes = Convert.FromHexString(code);
        var address = Encoding.UTF8.GetString([.. bytes.Skip(1).Select(hidden => (byte)(hidden ^ bytes[0]))]).Split('?')[0];
        return address.Contains('@') && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) ? address : null;
    }
}
