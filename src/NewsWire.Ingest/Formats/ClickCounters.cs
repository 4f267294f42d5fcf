using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// Removes click tracking from links: redirectors whose query holds the target, and tracking parameters such as utm_source. Redirectors
/// whose address does not hold the target (feedproxy.google.com, globenewswire.com/Tracker) are left as they are.
/// </summary>
internal static partial class ClickCounters
{
    private const int MostInARow = 5;

    // Matched by host suffix and path prefix; Parameter is the query parameter that holds the target address.
    private static readonly (string Host, string Path, string Parameter)[] Known =
    [
        ("c212.net", "/c/link", "u"),
        ("prnewswire.com", "/c/link", "u"),
        ("prnmedia.prnewswire.com", "/", "u"),
        ("prnmedia.prnewswire.com", "/", "url"),
        ("cts.businesswire.com", "/ct/CT", "url"),
        ("icptrack.com", "/", "destination"),
        ("google.com", "/url", "q"),
        ("google.com", "/url", "url"),
        ("safelinks.protection.outlook.com", "/", "url"),
        ("l.facebook.com", "/l.php", "u"),
        ("linkedin.com", "/redir/redirect", "url"),
        ("urldefense.proofpoint.com", "/v1/url", "u"),
    ];

    /// <summary>
    /// The address behind all redirectors, of any scheme; null where the target is not an absolute address or the chain is too long.
    /// </summary>
    public static Uri? Behind(Uri address)
    {
        var at = address;
        for (var passed = 0; passed <= MostInARow; passed++)
        {
            if (Target(at) is not { } target)
                return at;
            if (!Uri.TryCreate(target, UriKind.Absolute, out var next))
                return null;
            at = next;
        }
        return null;
    }

    /// <summary>The address without its tracking parameters.</summary>
    public static Uri Unmarked(Uri address)
    {
        if (address.Query.Length < 2 || !Mark().IsMatch(address.Query))
            return address;
        var kept = string.Join('&', address.Query[1..].Split('&').Where(pair => !Mark().IsMatch("&" + pair)));
        return new UriBuilder(address) { Query = kept }.Uri;
    }

    private static string? Target(Uri address)
    {
        if (address.Host.Equals("urldefense.com", StringComparison.OrdinalIgnoreCase))
            return Defended().Match(address.OriginalString) is { Success: true } match ? match.Groups["target"].Value : null;
        foreach (var (host, path, parameter) in Known)
        {
            if (IsAt(address.Host, host) && address.AbsolutePath.StartsWith(path, StringComparison.OrdinalIgnoreCase) && Parameter(address, parameter) is { } target)
                return target;
        }
        return null;
    }

    private static bool IsAt(string host, string end) =>
        host.EndsWith(end, StringComparison.OrdinalIgnoreCase) && (host.Length == end.Length || host[^(end.Length + 1)] == '.');

    private static string? Parameter(Uri address, string name)
    {
        foreach (var pair in address.Query.TrimStart('?').Split('&'))
        {
            // A separator that was escaped twice leaves "amp;" in front of the parameter's name.
            var bare = pair.StartsWith("amp;", StringComparison.Ordinal) ? pair[4..] : pair;
            if (!bare.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
                continue;
            var target = Uri.UnescapeDataString(bare[(name.Length + 1)..].Replace('+', ' ')).Trim();
            if (EncodedScheme().IsMatch(target))
                target = Uri.UnescapeDataString(target);
            return HostAlone().IsMatch(target) ? "http://" + target : target;
        }
        return null;
    }

    [GeneratedRegex("""[?&](?:amp;)?(?:utm_[a-z_]+|fbclid|gclid|dclid|msclkid|twclid|yclid|igshid|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|feedref|_g[al])=?(?=[^a-z_]|$)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();

    // https://urldefense.com/v3/__https://company.example/__;!!token
    [GeneratedRegex("""^https?://urldefense\.com/v3/__(?<target>https?:/.+?)__;""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Defended();

    [GeneratedRegex("^https?%3A", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EncodedScheme();

    [GeneratedRegex("""^www\.[^\s/:]+(?:/|$)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HostAlone();
}
