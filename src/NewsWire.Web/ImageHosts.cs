using System.Text.RegularExpressions;

namespace NewsWire.Web;

/// <summary>The hosts whose images one answer may show, as its content security policy names them. A page sets it as a feature of its request.</summary>
public sealed partial record ImageHosts(IReadOnlyList<string> Sources)
{
    /// <summary>
    /// The origin (https://host) that an image is loaded from; null where a page must not ask for it: a release must
    /// not reach addresses in the reader's own network.
    /// </summary>
    public static string? SourceOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.HostNameType == UriHostNameType.Dns && PublicName().IsMatch(uri.IdnHost) && !PrivateName().IsMatch(uri.IdnHost)
            ? $"{uri.Scheme}://{uri.IdnHost}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}"
            : null;

    [GeneratedRegex(@"^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PublicName();

    [GeneratedRegex(@"\.(?:local|localhost|localdomain|internal|intranet|lan|home|corp|private|home\.arpa)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PrivateName();
}
