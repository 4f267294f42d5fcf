using NewsWire.Ingest.Normalize;
using Xunit;

namespace NewsWire.Tests.Ingest.Normalize;

public sealed class FingerprintTests
{
    private static readonly string Story = string.Join("\n\n",
        "The harbour of Port Alderly opened its new slipway on Friday, after two winters of work by the crews of both quays and a spring of waiting for the last of the granite.",
        "Harbour master Odile Varennes let the first boat down herself. She said that the slipway would take the weight of every ferry that calls at the town, and of some that do not yet.",
        "The work cost less than was feared, because the old stones could be used again. Masons from the smaller islands cut them to fit, and stayed for the feast.",
        "Boats will be taken from Monday, in the order in which their owners have written, and the list hangs at the harbour office for all to read.");

    [Theory]
    [InlineData("\n\nSOURCE Port Alderly Harbour Office")]
    [InlineData("\n\nContact: Odile Varennes, 555-0100")]
    [InlineData("\n\nMedia contact: press@alderly.example\n\n###")]
    [InlineData("\n\nView original content: https://wire.example/1.html\n\nSOURCE Port Alderly Harbour Office")]
    [InlineData("\n\nRenseignements : Bureau du port\n\n-30-")]
    public void A_copy_with_what_wires_add_is_the_same_story(string added)
    {
        Assert.Equal(Fingerprint.Of(Story).Exact, Fingerprint.Of(Story + added).Exact);
        Assert.Equal(1, Likeness(Story, Story + added));
    }

    [Fact]
    public void Layout_and_case_do_not_matter() =>
        Assert.Equal(Fingerprint.Of(Story).Exact, Fingerprint.Of(Story.Replace("\n\n", "\n").Replace(", ", " – ").ToUpperInvariant()).Exact);

    [Theory]
    [InlineData("on Friday", "last Friday")]
    [InlineData("Harbour master Odile Varennes", "Harbour master O. Varennes")]
    [InlineData("The work cost less", "All the work cost less")]
    public void A_near_copy_is_near_and_found_by_a_band(string from, string to)
    {
        var one = Fingerprint.Of(Story);
        var other = Fingerprint.Of(Story.Replace(from, to));

        Assert.NotEqual(one.Exact, other.Exact);
        Assert.InRange(Fingerprint.Likeness(one.Signature.AsSpan(), other.Signature.AsSpan()), 0.7, 1);
        Assert.NotEmpty(one.Bands.Intersect(other.Bands));
    }

    [Fact]
    public void A_different_story_is_not_similar() => Assert.InRange(
        Likeness(Story, "The library of Cobble Street was given the thousandth atlas of its press, in which every stile and ford of the county is drawn by hand, and the readers of the town may look at it on any day but Sunday, when the room is kept for the choir and its long rehearsals of the old songs."),
        0, 0.1);

    /// <summary>
    /// Two notices with the same wording that differ only in numbers (spring and autumn dividends) are two stories. Every changed number
    /// affects five shingles; with a number in every sentence the notices are not similar.
    /// </summary>
    [Fact]
    public void Notices_that_differ_only_in_numbers_stay_apart()
    {
        Assert.NotEqual(Fingerprint.Of(Notice(12, "3.1", 4, 2025)).Exact, Fingerprint.Of(Notice(19, "3.4", 7, 2026)).Exact);
        Assert.InRange(Likeness(Notice(12, "3.1", 4, 2025), Notice(19, "3.4", 7, 2026)), 0, 0.7);
    }

    [Fact]
    public void A_signature_is_unchanged_by_storing()
    {
        var fingerprint = Fingerprint.Of(Story);

        Assert.Equal(fingerprint.Signature, Fingerprint.SignatureOf(fingerprint.SignatureBytes()));
        Assert.Empty(Fingerprint.SignatureOf(null));
    }

    [Fact]
    public void A_text_too_short_to_compare_is_only_exact()
    {
        Assert.Empty(Fingerprint.Of("The mill opens.").Signature);
        Assert.Empty(Fingerprint.Of("The mill opens.").Bands);
        Assert.Equal(0, Likeness("The mill opens.", "The mill opens."));
    }

    private static string Notice(int day, string cents, int month, int year) => $"""
        The board of Fennel Annuities declared a dividend of {cents} cents a share today.
        It is payable on {day}.{month}.{year} to holders of record at the close of {day - 5}.{month}.{year}.
        The dividend is the {day}th in a row, and brings the sum for {year} to {month * 3} cents a share.
        Of {day}00 shares in issue {month}00 are held by the staff, and {day + month} percent by the towns of the sound.
        """;

    private static double Likeness(string one, string other) => Fingerprint.Likeness(Fingerprint.Of(one).Signature.AsSpan(), Fingerprint.Of(other).Signature.AsSpan());
}
