namespace NewsWire.Ingest.Fetch;

/// <summary>Checks an address before its host is resolved.</summary>
internal static class OpenableAddress
{
    private static readonly string[] NeverReal = ["invalid", "test", "localhost"];

    /// <summary>Why the address must not be requested, or null.</summary>
    public static FetchResult.Refused? Refusal(Uri address)
    {
        if (!address.IsAbsoluteUri)
            return new("This is not a full address: it must begin with http:// or https://.", Final: true);
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            return new($"NewsWire opens http and https addresses, not {address.Scheme}.", Final: true);
        if (address.UserInfo.Length > 0)
            return new("The address has a user name or password in it, which NewsWire does not send.", Final: true);
        var host = Host(address);
        return Array.Find(NeverReal, name => host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)) is { } ending
            ? new($"{host} cannot be opened: names ending in .{ending} are on no network.", Final: true)
            : null;
    }

    /// <summary>True for hosts of the sample wire, which are never looked up on the network.</summary>
    public static bool IsInvented(Uri address) => Host(address).EndsWith(".example", StringComparison.OrdinalIgnoreCase);

    /// <summary>The host for keys and messages, without the trailing dot of a fully qualified name.</summary>
    public static string Host(Uri address) => address.IdnHost.TrimEnd('.');

    /// <summary>An address for the log, without its query, which may contain keys or tokens.</summary>
    public static string ForLog(Uri address) =>
        address.IsAbsoluteUri ? $"{address.Scheme}://{address.Authority}{address.AbsolutePath}" : "(not a full address)";
}
