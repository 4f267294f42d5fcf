using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// What stands between a link and the place it leads to: counters that redirect, and marks in the query that say where a click
/// came from. Counters whose address does not hold the target (feedproxy.google.com, globenewswire.com/Tracker) stay.
/// </summary>
internal static partial class ClickCounters
{
    private const int MostInARow = 5;

    // By the end of the host and the beginning of the path; the target stands in the query.
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

    /// <summary>The address behind all counters: of any scheme, or null where the way ends or has no end.</summary>
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

    /// <summary>The same address without the marks of where a click came from.</summary>
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
            // Encoded once too often, an ampersand leaves its name behind.
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
