using NewsWire.Ingest.Formats.Pages;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats.Pages;

/// <summary>Addresses that a page hides from those who run no scripts.</summary>
public sealed class ProtectedMailTests
{
    [Theory]
    [InlineData("5a3c3334393239352a2a3f28")]
    [InlineData("not hexadecimal")]
    [InlineData("a1b2c3")]
    [InlineData("5a3")]
    [InlineData("")]
    [InlineData(null)]
    public void What_hides_no_address_stays_as_it_is(string? digits) => Assert.Null(ProtectedMail.Decode(digits));

    [Theory]
    [InlineData("press@oar-harbor.example", 0x2b)]
    [InlineData("Élodie@scierie.example", 0xff)]
    [InlineData("a@b.example?subject=Looms", 0x01)]
    public void What_was_hidden_is_found_again(string address, byte key) =>
        Assert.Equal(address, ProtectedMail.Decode(Convert.ToHexStringLower([key, .. System.Text.Encoding.UTF8.GetBytes(address).Select(one => (byte)(one ^ key))])));
}
