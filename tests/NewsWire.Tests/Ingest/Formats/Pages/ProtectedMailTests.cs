using NewsWire.Ingest.Formats.Pages;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats.Pages;

/// <summary>E-mail addresses obfuscated by Cloudflare.</summary>
public sealed class ProtectedMailTests
{
    [Theory]
    [InlineData("5a3c3334393239352a2a3f28")]
    [InlineData("not hexadecimal")]
    [InlineData("a1b2c3")]
    [InlineData("5a3")]
    [InlineData("")]
    [InlineData(null)]
    public void Text_without_an_obfuscated_address_is_unchanged(string? digits) => Assert.Null(ProtectedMail.Decode(digits));

    [Theory]
    [InlineData("press@oar-harbor.example", 0x2b)]
    [InlineData("Élodie@scierie.example", 0xff)]
    [InlineData("a@b.example?subject=Looms", 0x01)]
    public void Obfuscated_addresses_are_decoded(string address, byte key) =>
        Assert.Equal(address, ProtectedMail.Decode(Convert.ToHexStringLower([key, .. System.Text.Encoding.UTF8.GetBytes(address).Select(one => (byte)(one ^ key))])));
}
