using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>Addresses in their plain form: click counters passed, their marks taken off, nothing but http, https and mail.</summary>
internal static partial class Links
{
    /// <summary>The address a link really leads to, absolute, or null where it leads nowhere we would send a reader.</summary>
    public static string? Resolve(string? href, Uri? relativeTo)
    {
        var text = Blank().Replace(href ?? "", "");
        // An empty address is that of the page itself: no link at all once the text stands elsewhere.
        if (text.Length == 0 || WebAddress.Resolve(text, relativeTo) is not { } absolute || !IsForReaders(absolute))
            return null;
        if (absolute.Scheme is "mailto")
            return absolute.AbsoluteUri;
        return ClickCounters.Behind(absolute) is { } target && IsForReaders(target) ? ClickCounters.Unmarked(target).AbsoluteUri : null;
    }

    private static bool IsForReaders(Uri address) => address.Scheme is "mailto" || (address.Scheme is "http" or "https" && address.UserInfo.Length == 0);

    // Browsers overlook tabs and line breaks inside an address; so must whoever checks it.
    [GeneratedRegex("""[\x00-\x20\u00A0\u200B\uFEFF]+""", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
