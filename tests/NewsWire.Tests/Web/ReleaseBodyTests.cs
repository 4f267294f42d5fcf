using System.Text.Encodings.Web;
using NewsWire.Web.Pages;
using Xunit;

namespace NewsWire.Tests.Web;

public sealed class ReleaseBodyTests
{
    private const string Box = """<div class="scroll" role="region" aria-label="Table" tabindex="0">""";
    private const string Leeds = """<span class="dateline">LEEDS</span> — """;

    [Theory]
    [InlineData("<p>Text</p>", "<p>" + Leeds + "Text</p>")]
    [InlineData("<h2>Head</h2><p class=\"a\">Text</p><p>More</p>", "<h2>Head</h2><p class=\"a\">" + Leeds + "Text</p><p>More</p>")]
    [InlineData("<pre>Text</pre>", "<p>" + Leeds + "</p><pre>Text</pre>")]
    [InlineData("", "<p>" + Leeds + "</p>")]
    [InlineData("<table><tr><td><p>Cell</p></td></tr></table><p>Text</p>", Box + "<table><tr><td><p>Cell</p></td></tr></table></div><p>" + Leeds + "Text</p>")]
    public void The_dateline_runs_into_the_first_paragraph_of_text(string html, string expected) =>
        Assert.Equal(expected, Render("LEEDS --", html));

    [Fact]
    public void A_dateline_is_text() => Assert.StartsWith("<p><span class=\"dateline\">A &amp; &lt;b&gt;</span>", Render("A & <b>", "<p>x</p>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<table><tr><td>1</td></tr></table>", Box + "<table><tr><td>1</td></tr></table></div>")]
    [InlineData("<table><tr><td><table></table></td></tr></table>", Box + "<table><tr><td><table></table></td></tr></table></div>")]
    public void A_table_stands_in_one_box_of_its_own(string html, string expected) => Assert.Equal(expected, Render(null, html));

    [Theory]
    [InlineData("<a title=\"<table onclick=x>\">t</a>")]
    [InlineData("<a title='</table><p>'>t</a>")]
    [InlineData("a < b")]
    [InlineData("<")]
    [InlineData("<tablecloth>")]
    [InlineData("<a title=\"never ends>")]
    public void What_only_looks_like_a_table_is_left_alone(string html) => Assert.Equal(html, Render(null, html));

    private static string Render(string? dateline, string html) => ReleaseBody.Of(dateline, html, HtmlEncoder.Default).ToString()!;
}
