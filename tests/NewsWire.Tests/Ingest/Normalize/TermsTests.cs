using NewsWire.Ingest.Normalize;
using Xunit;

namespace NewsWire.Tests.Ingest.Normalize;

/// <summary>The words of a release by which others are found to be related.</summary>
public sealed class TermsTests
{
    [Theory]
    [InlineData("Verket kjøper kraftverket i Halden", "Verket har kjøpt det, og den har ikke vært til salgs med alle sine deler etter at det ble stengt.", "halden")]
    [InlineData("Bruket köper kvarnen i Halden", "Bruket har köpt det som inte har varit till salu, och den är efter alla år också över.", "halden")]
    [InlineData("Das Werk kauft die Mühle in Halden", "Das Werk hat sie gekauft und wird mit der Mühle auch nicht mehr als vor dem Kauf von ihr sein.", "halden")]
    public void Words_of_grammar_are_no_terms_in_the_languages_that_wires_send_most(string headline, string text, string expected)
    {
        var terms = Terms.Of(headline, text).Select(term => term.Text).ToList();

        Assert.Contains(expected, terms);
        Assert.DoesNotContain(terms, term => term is "det" or "den" or "har" or "med" or "ikke" or "inte" or "och" or "også" or "också" or "er" or "är" or "das" or "mit" or "nicht" or "und" or "wird");
    }
}
