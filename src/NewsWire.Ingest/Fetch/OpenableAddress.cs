using NewsWire.Data;

namespace NewsWire.Ingest.Fetch;

/// <summary>Checks an address before its host is resolved.</summary>
internal static class OpenableAddress
{
    private static readonly string[] NeverReal = ["invalid", "test", "localhost"];

    /// <summary>Why the address must not be requested, or null.</summary>
    public static FetchResult.Refused? Refusal(Uri address)
    {
        if (!address.IsAbsoluteUri)
            return Invalid("This is not a full address: it must begin with http:// or https://.");
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            return Invalid($"NewsWire opens http and https addresses, not {address.Scheme}.");
        if (address.UserInfo.Length > 0)
            return Invalid("The address has a user name or password in it, which NewsWire does not send.");
        var host = Host(address);
        return Array.Find(NeverReal, name => host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)) is { } ending
            ? Invalid($"{host} cannot be opened: names ending in .{ending} are on no network.")
            : null;
    }

    private static FetchResult.Refused Invalid(string reason) => new(FailureKind.Invalid, reason, Final: true);

    /// <summary>True for hosts of the sample wire, which are never looked up on the network.</summary>
    public static bool IsInvented(Uri address) => Host(address).EndsWith(".example", StringComparison.OrdinalIgnoreCase);

    /// <summary>The host for keys and messages, without the trailing dot of a fully qualified name.</summary>
    public static string Host(Uri address) => address.IdnHost.TrimEnd('.');

    /// <summary>Host and port, the port left out where it is the scheme's own: www.wire.com, www.wire.com:8080.</summary>
    public static string Authority(Uri address) => address.IsDefaultPort ? Host(address) : FormattableString.Invariant($"{Host(address)}:{address.Port}");
}
