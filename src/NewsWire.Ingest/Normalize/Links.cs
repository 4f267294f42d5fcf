using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>Normalizes addresses: redirectors resolved, tracking parameters removed, only http, https and mailto allowed.</summary>
internal static partial class Links
{
    /// <summary>The absolute target of a link, or null where it is missing or not safe to link to.</summary>
    public static string? Resolve(string? href, Uri? relativeTo)
    {
        var text = Blank().Replace(href ?? "", "");
        // An empty href refers to the page itself, which is meaningless in another context.
        if (text.Length == 0 || WebAddress.Resolve(text, relativeTo) is not { } absolute || !IsForReaders(absolute))
            return null;
        if (absolute.Scheme is "mailto")
            return absolute.AbsoluteUri;
        return ClickCounters.Behind(absolute) is { } target && IsForReaders(target) ? ClickCounters.Unmarked(target).AbsoluteUri : null;
    }

    private static bool IsForReaders(Uri address) => address.Scheme is "mailto" || (address.Scheme is "http" or "https" && address.UserInfo.Length == 0);

    // Browsers ignore tabs and line breaks inside an address, so they are removed before it is checked.
    [GeneratedRegex("""[\x00-\x20\u00A0\u200B\uFEFF]+""", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
