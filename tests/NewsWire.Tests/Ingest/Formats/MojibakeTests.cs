using NewsWire.Ingest.Formats;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats;

public sealed class MojibakeTests
{
    [Theory]
    [InlineData("SociÃ©tÃ© du Port", "Société du Port")]
    [InlineData("Lâ€™annÃ©e du port", "L’année du port")]
    [InlineData("The portâ€™s year", "The port’s year")]
    [InlineData("The port\u00E2\u0080\u0099s year", "The port’s year")]
    [InlineData("PortÂ\u00A0Alderlyâ„¢, 5Â\u00A0â‚¬", "Port\u00A0Alderly™, 5\u00A0€")]
    [InlineData("SociÃƒÂ©tÃƒÂ© du Port", "Société du Port")]
    [InlineData("Port’s lâ€™Ã©tÃ©, été", "Port’s l’été, été")]
    [InlineData("Å\u0081Ã³dÅº", "Łódź")]
    [InlineData("ÐŸÐ¾Ñ€Ñ‚", "Порт")]
    [InlineData("æ—¥æœ¬", "日本")]
    [InlineData("Done ðŸ˜€", "Done 😀")]
    [InlineData("ï»¿Port â€“ news", "Port – news")]
    [InlineData("\u0093Port\u0094 \u0096 \u0080 5", "“Port” – € 5")]
    public void Mojibake_is_repaired(string sent, string meant)
    {
        var (text, mended) = Mojibake.Mend(sent);

        Assert.True(mended);
        Assert.Equal(meant, text);
    }

    [Theory]
    [InlineData("Plain letters")]
    [InlineData("Société Générale’s “Été” – café naïve € 5 à l’œuvre")]
    [InlineData("«\u00A0déjà\u00A0», «\u00A0ÉTÉ\u00A0», «\u00A0là-bas, l’été\u00A0»")]
    [InlineData("SÃO PAULO, «AMANHû, “IRMÔ")]
    [InlineData("A MAÇÃ\u00A0é o fruto, IRMÃ\u00A0MARIA")]
    [InlineData("LALÂ” der, DÜNYÂ’NIN")]
    [InlineData("PÂNICO EM ÂNGELA, NÃO")]
    [InlineData("Øl på Ærø: «Å» og “Ö”")]
    [InlineData("Łódź, Škoda, Αθήνα, Москва, 日本, 😀")]
    public void Correct_text_is_unchanged(string text)
    {
        var (same, mended) = Mojibake.Mend(text);

        Assert.False(mended);
        Assert.Same(text, same);
    }
}
