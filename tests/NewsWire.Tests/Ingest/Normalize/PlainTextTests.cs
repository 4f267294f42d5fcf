using NewsWire.Data;
using NewsWire.Ingest.Normalize;
using Xunit;

namespace NewsWire.Tests.Ingest.Normalize;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Bread &amp; Wine", "Bread & Wine")]
    [InlineData("Bread &amp;amp; Wine", "Bread & Wine")]
    [InlineData("Caf&eacute; &#8211; open", "Café – open")]
    [InlineData("  Two \n\t lines  ", "Two lines")]
    [InlineData("<b>Bold</b> claim", "Bold claim")]
    [InlineData("&lt;b&gt;Bold&lt;/b&gt; claim", "Bold claim")]
    [InlineData("Looms<sup>®</sup> and Wheels&reg;", "Looms® and Wheels®")]
    [InlineData("4 < 5 and 6 > 5", "4 < 5 and 6 > 5")]
    [InlineData("A&B, AT&T", "A&B, AT&T")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth \uFEFFmark", "softhyphen zerowidth mark")]
    [InlineData("turned \u202Earound\u202C", "turned around")]
    [InlineData("no\u00A0break", "no break")]
    [InlineData("<script>alert(1)</script>Title", "Title")]
    [InlineData("中文標題", "中文標題")]
    [InlineData("1 <2 and a <b", "1 <2 and a <b")]
    [InlineData("x <y and <b>bold</b>", "x <y and bold")]
    [InlineData("Ann <ann@looms.example> writes", "Ann <ann@looms.example> writes")]
    [InlineData("<a title=\"a > b\" href='x'>Link</a>ed", "Linked")]
    [InlineData("One<br/>two<p>three</p>four", "One two three four")]
    [InlineData("Title<!-- note --> on", "Title on")]
    [InlineData("<style>p { color: red }</style>Title", "Title")]
    [InlineData("&ldquo;Loom&rdquo; &hellip; &#x2019;26 &#146;s &#150; &notin;", "“Loom” … ’26 ’s – ∉")]
    [InlineData("&copy 2026 R&D, Q&A; &nosuch;", "© 2026 R&D, Q&A; &nosuch;")]
    [InlineData("&amp;lt;b&amp;gt; once more", "once more")]
    [InlineData("Fish &amp; chips &amp; more", "Fish & chips & more")]
    [InlineData("Cafe\u0301", "Café")]
    public void A_title_is_text(string title, string expected) => Assert.Equal(expected, PlainText.OfTitle(title));

    [Theory]
    [InlineData("The <b> element &amp; others", "The <b> element &amp; others")]
    [InlineData("  5 < 6 \u00AD", "5 < 6")]
    public void A_plain_text_title_is_kept_as_written(string title, string expected) => Assert.Equal(expected, PlainText.OfTitle(title, isText: true));

    [Theory]
    [InlineData("<a ")]
    [InlineData("<script>")]
    [InlineData("<!--")]
    [InlineData("&amp;")]
    [InlineData("<b title=\"")]
    public void A_long_title_costs_no_more_than_its_length(string piece) =>
        PlainText.OfTitle(string.Concat(Enumerable.Repeat(piece, 200_000)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200B ")]
    [InlineData("<b></b>")]
    public void An_empty_title_is_null(string? title) => Assert.Null(PlainText.OfTitle(title));

    [Theory]
    [InlineData("Łódź & Œuvre", "lodz-oeuvre")]
    [InlineData("Café d'Été – déjà vu!", "cafe-dete-deja-vu")]
    [InlineData("Straße nach Åsgård", "strasse-nach-asgard")]
    [InlineData("中文 標題", "中文-標題")]
    [InlineData("!!!", "release")]
    [InlineData("  -- a -- b --  ", "a-b")]
    [InlineData("ﬁne", "ﬁne")]
    [InlineData("İstanbul", "istanbul")]
    public void A_slug_holds_letters_digits_and_hyphens(string text, string expected) => Assert.Equal(expected, Slug.Of(text, 80));

    [Fact]
    public void A_slug_ends_with_a_whole_word() => Assert.Equal("one-two-three-four-five-six", Slug.Of("One two three four five six seven eight", 30));

    [Fact]
    public void A_slug_does_not_cut_a_letter_in_two() =>
        Assert.True(IsWellFormed(Slug.Of(string.Concat(Enumerable.Repeat("𠀀", 60)), 31)));

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("one two three", 9, "one two…")]
    [InlineData("one two, three", 10, "one two…")]
    [InlineData("unbrokenword", 6, "unbrok…")]
    public void A_text_is_cut_between_words(string text, int length, string expected) => Assert.Equal(expected, PlainText.Shorten(text, length));

    [Fact]
    public void A_text_is_not_cut_inside_a_letter() => Assert.True(IsWellFormed(PlainText.Shorten(string.Concat(Enumerable.Repeat("𠀀", 60)), 31)));

    // An unpaired surrogate is replaced when the text is encoded.
    private static bool IsWellFormed(string text) => !System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)).Contains('\uFFFD');
}
