using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
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

    [Theory]
    [InlineData("<tr><th></th><th>2026</th><th>Change</th></tr><tr><td>Revenue</td><td>$1,234</td><td>(3.4)</td></tr><tr><td>Margin</td><td>35%</td><td>n/a</td></tr>", "2026|Change|$1,234|(3.4)|35%|n/a")]
    [InlineData("<tr><td>En millions</td><td>2026</td><td>Variation</td></tr><tr><td>Revenus</td><td>1&nbsp;234,5&nbsp;€</td><td>(3,4) %</td></tr><tr><td>Perte</td><td>—</td><td>s.o.</td></tr><tr><td>Coûts</td><td>12,0 €</td><td>–1,2 %</td></tr>", "2026|Variation|1\u00A0234,5\u00A0€|(3,4) %|—|s.o.|12,0 €|–1,2 %")]
    [InlineData("<tr><td></td><td colspan=\"2\">Three months</td></tr><tr><td>Shares</td><td>US$ 0.12</td><td>$(0.05)</td></tr><tr><td>Debt</td><td>EUR 12 million</td><td>1,234 (1)</td></tr>", "Three months|US$ 0.12|$(0.05)|EUR 12 million|1,234 (1)")]
    [InlineData("<tr><td>2024</td><td>Founded</td></tr><tr><td>2026</td><td>Listed</td></tr>", "")]
    [InlineData("<tr><td>Phone</td><td>+1 416-555-0100</td></tr><tr><td>Date</td><td>12 May 2026</td></tr>", "")]
    [InlineData("<tr><td>Name</td><td>—</td></tr><tr><td>Role</td><td>n/a</td></tr>", "")]
    [InlineData("<tr><td>Outer</td><td><table><tr><td>Inner</td><td>12</td></tr></table></td></tr>", "12")]
    public void Columns_of_figures_are_marked(string rows, string expected)
    {
        var page = new HtmlParser().ParseDocument(Render(null, $"<table>{rows}</table>"));

        Assert.Equal(expected, string.Join('|', page.QuerySelectorAll(".figure").Select(cell => cell.TextContent)));
    }

    private static string Render(string? dateline, string html) => ReleaseBody.Of(dateline, html, HtmlEncoder.Default).ToString()!;
}
