using System.Net;
using System.Net.Sockets;

namespace NewsWire.Ingest.Fetch;

/// <summary>
/// Decides which IP addresses may be connected to: the public internet and the networks in Ingestion:AllowedNetworks. Prevents server-side
/// request forgery: a feed's links must not reach this machine, its network or cloud metadata services.
/// </summary>
internal sealed class AddressGuard
{
    private static readonly (IPNetwork Network, string Kind)[] Special =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "reserved"),         // unspecified; many systems treat it as this machine
        (IPNetwork.Parse("10.0.0.0/8"), "private"),
        (IPNetwork.Parse("100.64.0.0/10"), "private"),      // carrier-grade NAT; metadata service of one cloud
        (IPNetwork.Parse("127.0.0.0/8"), "private"),
        (IPNetwork.Parse("168.63.129.16/32"), "reserved"),  // a cloud's internal service at a public address
        (IPNetwork.Parse("169.254.0.0/16"), "private"),     // link-local; metadata service of most clouds
        (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.0.0.0/24"), "reserved"),
        (IPNetwork.Parse("192.0.2.0/24"), "reserved"),
        (IPNetwork.Parse("192.88.99.0/24"), "reserved"),    // 6to4 relays
        (IPNetwork.Parse("192.168.0.0/16"), "private"),
        (IPNetwork.Parse("198.18.0.0/15"), "reserved"),
        (IPNetwork.Parse("198.51.100.0/24"), "reserved"),
        (IPNetwork.Parse("203.0.113.0/24"), "reserved"),
        (IPNetwork.Parse("224.0.0.0/4"), "reserved"),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved"),       // includes 255.255.255.255
        (IPNetwork.Parse("::1/128"), "private"),
        (IPNetwork.Parse("::/96"), "reserved"),             // unspecified, and obsolete IPv4-compatible addresses
        (IPNetwork.Parse("64:ff9b:1::/48"), "private"),     // local NAT64: the position of the IPv4 address in it is site-specific
        (IPNetwork.Parse("100::/64"), "reserved"),
        (IPNetwork.Parse("2001::/23"), "reserved"),         // Teredo, benchmarking, ORCHID
        (IPNetwork.Parse("2001:db8::/32"), "reserved"),
        (IPNetwork.Parse("3fff::/20"), "reserved"),
        (IPNetwork.Parse("5f00::/16"), "reserved"),
        (IPNetwork.Parse("fc00::/7"), "private"),
        (IPNetwork.Parse("fe80::/10"), "private"),
        (IPNetwork.Parse("fec0::/10"), "private"),
        (IPNetwork.Parse("ff00::/8"), "reserved"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    private readonly IPNetwork[] _allowed;

    public AddressGuard(IEnumerable<string> allowedNetworks) => _allowed = [.. allowedNetworks.Select(Network)];

    /// <summary>Null where the address may be opened; otherwise its kind: private or reserved.</summary>
    public string? Refuses(IPAddress address)
    {
        var inner = Embedded(address) ?? address;
        if (_allowed.Any(network => network.Contains(address) || network.Contains(inner)))
            return null;
        foreach (var (network, kind) in Special)
        {
            if (network.Contains(inner))
                return kind;
        }
        // IPv6 space outside 2000::/3 is refused: IANA may allocate it later.
        return inner.AddressFamily == AddressFamily.InterNetworkV6 && !GlobalUnicast.Contains(inner) ? "reserved" : null;
    }

    /// <summary>An address as the smallest network that allows it: 10.1.2.3/32, fd00::1/128.</summary>
    public static string NetworkOf(IPAddress address) =>
        (Embedded(address) ?? address) is { AddressFamily: AddressFamily.InterNetwork } inner ? $"{inner}/32" : $"{address}/128";

    /// <summary>The IPv4 address that an IPv6 address leads to, or null.</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return null;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Nat64.Contains(address) ? new IPAddress(bytes.AsSpan(12, 4))
            : SixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4))
            : null;
    }

    private static IPNetwork Network(string text)
    {
        if (IPAddress.TryParse(text, out var address))
            return new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetworkV6 ? 128 : 32);
        return IPNetwork.TryParse(text, out var network) ? network
            : throw new FormatException($"Ingestion:AllowedNetworks has \"{text}\", which is not a network such as 10.1.0.0/16.");
    }
}
