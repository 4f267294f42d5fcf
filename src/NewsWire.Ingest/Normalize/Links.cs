using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>Addresses in their plain form: click trackers unwrapped, nothing but http, https and mail.</summary>
internal static partial class Links
{
    /// <summary>The address a link really leads to, absolute, or null where it leads nowhere we would send a reader.</summary>
    public static string? Resolve(string? href, Uri? relativeTo)
    {
        var text = Blank().Replace(href ?? "", "");
        // An empty address is that of the page itself: no link at all once the text stands elsewhere.
        if (text.Length == 0)
            return null;
        for (var wrapped = 0; wrapped < 3; wrapped++)
        {
            if (WebAddress.Resolve(text, relativeTo) is not { } absolute)
                return null;
            if (absolute.Scheme is "mailto")
                return absolute.AbsoluteUri;
            if (absolute.Scheme is not ("http" or "https") || absolute.UserInfo.Length > 0)
                return null;
            if (Wrapped(absolute) is not { } inner)
                return absolute.AbsoluteUri;
            text = inner;
        }
        return null;
    }

    // c212.net/c/link/?…&u=…  cts.businesswire.com/ct/CT?…&url=…
    private static string? Wrapped(Uri address)
    {
        var parameter = address.Host.ToLowerInvariant() switch
        {
            "c212.net" or "www.c212.net" => "u",
            "cts.businesswire.com" => "url",
            _ => null,
        };
        if (parameter is null)
            return null;
        foreach (var pair in address.Query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith(parameter + "=", StringComparison.OrdinalIgnoreCase))
                return Uri.UnescapeDataString(pair[(parameter.Length + 1)..].Replace('+', ' ')).Trim();
        }
        return null;
    }

    // Browsers overlook tabs and line breaks inside an address; so must whoever checks it.
    [GeneratedRegex("""[\x00-\x20\u00A0\u200B\uFEFF]+""", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
