using System.Net;
using NewsWire.Ingest.Fetch;
using Xunit;

namespace NewsWire.Tests.Ingest.Fetch;

public sealed class AddressGuardTests
{
    private static readonly AddressGuard Guard = new([]);

    [Theory]
    [InlineData("0.0.0.0"), InlineData("0.1.2.3"), InlineData("0.255.255.255")]
    [InlineData("10.0.0.0"), InlineData("10.255.255.255")]
    [InlineData("100.64.0.0"), InlineData("100.127.255.255"), InlineData("100.100.100.200")]
    [InlineData("127.0.0.1"), InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254"), InlineData("169.254.0.1")]
    [InlineData("172.16.0.0"), InlineData("172.31.255.255")]
    [InlineData("192.0.0.1"), InlineData("192.0.0.192")]
    [InlineData("192.0.2.1"), InlineData("198.51.100.1"), InlineData("203.0.113.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.0.0"), InlineData("192.168.255.255")]
    [InlineData("198.18.0.0"), InlineData("198.19.255.255")]
    [InlineData("224.0.0.1"), InlineData("239.255.255.255")]
    [InlineData("240.0.0.1"), InlineData("255.255.255.254"), InlineData("255.255.255.255")]
    public void Special_addresses_of_IPv4_are_refused(string address) => Assert.NotNull(Guard.Refuses(IPAddress.Parse(address)));

    [Theory]
    [InlineData("::"), InlineData("::1"), InlineData("::2")]
    [InlineData("::7f00:1"), InlineData("::808:808")]
    [InlineData("fc00::1"), InlineData("fd00:ec2::254"), InlineData("fdff:ffff::1")]
    [InlineData("fe80::1"), InlineData("fe80::1%1"), InlineData("febf::1")]
    [InlineData("fec0::1"), InlineData("feff::1")]
    [InlineData("ff02::1"), InlineData("ffff::1")]
    [InlineData("2001:db8::1"), InlineData("2001:db8:ffff::1")]
    [InlineData("2001::1"), InlineData("2001:0:808:808::1")]
    [InlineData("2001:2::1"), InlineData("2001:10::1"), InlineData("2001:20::1")]
    [InlineData("100::1"), InlineData("3fff::1"), InlineData("3fff:fff::1"), InlineData("5f00::1")]
    [InlineData("64:ff9b:1::1"), InlineData("64:ff9b:1:ffff::808:808")]
    [InlineData("4000::1"), InlineData("200::1"), InlineData("e000::1")]
    public void Special_addresses_of_IPv6_are_refused(string address) => Assert.NotNull(Guard.Refuses(IPAddress.Parse(address)));

    [Theory]
    [InlineData("::ffff:127.0.0.1"), InlineData("::ffff:10.0.0.1"), InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::127.0.0.1"), InlineData("64:ff9b::192.168.1.1"), InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:7f00:1::"), InlineData("2002:a00:1::1"), InlineData("2002:a9fe:a9fe::1")]
    public void A_special_address_wrapped_in_IPv6_is_refused(string address) => Assert.NotNull(Guard.Refuses(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1"), InlineData("8.8.8.8"), InlineData("9.255.255.255"), InlineData("11.0.0.0")]
    [InlineData("100.63.255.255"), InlineData("100.128.0.0"), InlineData("126.255.255.255"), InlineData("128.0.0.1")]
    [InlineData("169.253.255.255"), InlineData("169.255.0.0"), InlineData("172.15.255.255"), InlineData("172.32.0.0")]
    [InlineData("192.0.1.0"), InlineData("192.167.255.255"), InlineData("192.169.0.0"), InlineData("198.17.255.255")]
    [InlineData("198.20.0.0"), InlineData("223.255.255.255"), InlineData("168.63.129.17")]
    [InlineData("2606:4700::1111"), InlineData("2a00:1450::1"), InlineData("2001:200::1"), InlineData("2001:4860:4860::8888")]
    [InlineData("2001:db9::1"), InlineData("3ffe::1"), InlineData("3fff:1000::1")]
    [InlineData("64:ff9b::8.8.8.8"), InlineData("2002:808:808::1"), InlineData("::ffff:8.8.8.8")]
    public void Public_addresses_are_open(string address) => Assert.Null(Guard.Refuses(IPAddress.Parse(address)));

    [Fact]
    public void A_network_named_by_the_operator_is_open_and_its_neighbours_are_not()
    {
        var guard = new AddressGuard(["10.1.0.0/16", "127.0.0.1", "fd00:1::/32", "::1"]);

        Assert.Null(guard.Refuses(IPAddress.Parse("10.1.2.3")));
        Assert.Null(guard.Refuses(IPAddress.Parse("::ffff:10.1.2.3")));
        Assert.Null(guard.Refuses(IPAddress.Parse("127.0.0.1")));
        Assert.Null(guard.Refuses(IPAddress.Parse("fd00:1::5")));
        Assert.Null(guard.Refuses(IPAddress.IPv6Loopback));
        Assert.NotNull(guard.Refuses(IPAddress.Parse("10.2.0.1")));
        Assert.NotNull(guard.Refuses(IPAddress.Parse("127.0.0.2")));
        Assert.NotNull(guard.Refuses(IPAddress.Parse("fd00:2::5")));
    }

    [Theory]
    [InlineData("10.0.0.0/33"), InlineData("intranet"), InlineData("")]
    public void A_setting_that_is_not_a_network_says_so(string text)
    {
        var trouble = Assert.Throws<FormatException>(() => new AddressGuard([text]));
        Assert.Contains($"Ingestion:AllowedNetworks has \"{text}\"", trouble.Message);
    }
}
