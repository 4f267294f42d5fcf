using NewsWire.Ingest;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats.Pages;

/// <summary>Precedence of sources that disagree within a page, and the extraction of text from pages of unknown wires.</summary>
public sealed class PageFormatTests
{
    private const string Text = "<p>The mill opened on Friday, and everyone came to see it turn.</p><p>It grinds rye and wheat for the whole valley.</p>";

    [Fact]
    public void A_template_is_trusted_more_than_JSON_LD_and_JSON_LD_more_than_meta_elements()
    {
        const string Html = """
            <head><meta property="article:published_time" content="2026-11-01T10:00:00Z"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Mill opens","datePublished":"2026-11-02T10:00:00Z"}</script></head>
            """;
        var page = $"{Html}<body><h1>Mill opens</h1><p class=when>Nov 03, 2026, 08:00 ET</p><article>{Text}</article></body>";

        Assert.Equal("Nov 03, 2026, 08:00 ET", Read(page, new PageTemplate { Published = [".when"] }).Published);
        Assert.Equal("2026-11-02T10:00:00Z", Read(page).Published);
        Assert.Equal("2026-11-01T10:00:00Z", Read(page.Replace("NewsArticle", "Recipe", StringComparison.Ordinal)).Published);
        Assert.Equal("Nov 03, 2026, 08:00 ET", Read(page[page.IndexOf("<body>", StringComparison.Ordinal)..]).Published);
    }

    [Theory]
    [InlineData("Organization", "Weir Mills Inc.", "Weir Mills turned its mill.", "Weir Mills Inc.")]
    [InlineData("Organization", "Mill opens", "It did.", "Mill opens")]
    [InlineData("Organization", "Weir News", "Weir Mills turned its mill.", null)]
    [InlineData("NewsMediaOrganization", "Weir Mills", "Weir Mills turned its mill.", null)]
    [InlineData("Organization", "PR Newswire", "PR Newswire turned its mill.", null)]
    [InlineData("Person", "Weir Mills", "Weir Mills turned its mill.", null)]
    public void A_publisher_is_the_issuer_where_it_is_a_company_the_release_begins_with(string type, string publisher, string lead, string? issuer)
    {
        var data = $$"""{"@type":"NewsArticle","headline":"Mill opens","author":{"@type":"Person","name":"Ann Weaver"},"publisher":{"@type":"{{type}}","name":"{{publisher}}"} }""";

        Assert.Equal(issuer, Read($"<head><script type='application/ld+json'>{data}</script></head><body><h1>Mill opens</h1><article><p>{lead}</p>{Text}</article></body>").Issuer);
    }

    [Theory]
    [InlineData("<title>Mill opens | Weir News</title>", "<h1>Weir News</h1><article><h1>Mill opens</h1>")]
    [InlineData("<meta property='og:title' content='Mill opens - Weir News'><meta property='og:site_name' content='Weir News'>", "<div>")]
    [InlineData("<title>Mill opens - Weir</title>", "<div>")]
    [InlineData("<title>News</title>", "<article><h2>Mill opens</h2>")]
    [InlineData("<title>Weir</title>", "<h1>Weir</h1><article><h1>Mill opens</h1>")]
    [InlineData("<title>Weir</title>", "<div class=title>Mill opens</div><div>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Mill o\\u2026\"}</script>", "<h1>Mill opens</h1><div>")]
    public void The_headline_is_the_page_s_own_and_not_the_site_s(string head, string body) =>
        Assert.Equal("Mill opens", Read($"<head>{head}</head><body>{body}{Text}").Headline);

    [Theory]
    [InlineData("Mill opens - Leeds", "Leeds Times")]
    [InlineData("World Anti-Doping day - Weir Valley", "Weir Valley Observer and Mercury")]
    [InlineData("Anti-doping rules", "Doping Rules")]
    [InlineData("Rye-Wheat", "Wheat")]
    public void A_headline_is_not_cut_at_a_hyphen_or_before_a_word_that_the_site_s_name_holds(string headline, string site) =>
        Assert.Equal(headline, Read($"<head><meta property='og:title' content='{headline}'><meta property='og:site_name' content='{site}'></head><body><div>{Text}").Headline);

    [Theory]
    [InlineData("<form id=aspnetForm><div class=share>{0}</div></form>")]
    [InlineData("<div id=sidebar-layout><div class=content>{0}</div></div>")]
    [InlineData("<div><div>{0}</div><div class=SocialLinks><a href=/x>Tell a friend</a></div></div>")]
    [InlineData("<div>{0}<div class=related><p>A longer text about another mill, which is not this one.</p></div></div>")]
    [InlineData("<div>{0}<div><a href=/a>One more story about a mill</a> <a href=/b>Another story of a mill that opens</a></div></div>")]
    [InlineData("<table><tr><td><a href=/>Home</a></td><td>{0}</td></tr></table>")]
    [InlineData("<div style='display: none'><p>Words that nobody is meant to see on this page at all.</p></div>{0}")]
    [InlineData("<div role=dialog><p>We would like to store small files on your machine, if you agree.</p></div><div>{0}</div>")]
    public void The_text_is_all_of_the_release_and_nothing_of_the_site(string layout) =>
        Assert.Equal(Text, Read($"<body><h1>Mill opens</h1>{layout.Replace("{0}", Text, StringComparison.Ordinal)}</body>").BodyHtml);

    [Fact]
    public void What_surrounds_the_paragraphs_of_a_release_is_kept_with_them()
    {
        var body = Read($"<body><article><h1>Mill opens</h1><p>WEIR</p>{Text}<table><tr><td>Rye</td><td>12</td></tr></table><div class=about><p>About the mill: it has stood by the weir since 1904.</p></div><p>SOURCE Mill</p></article></body>").BodyHtml!;

        Assert.All(new[] { "WEIR", "Rye", "About the mill", "SOURCE Mill" }, words => Assert.Contains(words, body));
    }

    [Theory]
    [InlineData("/news/21", null, "https://weir.example/news/21")]
    [InlineData("/", null, "https://weir.example/w/9?print=1")]
    [InlineData("news/21", "https://weir.example/press/", "https://weir.example/press/news/21")]
    [InlineData("https://mill.example/opens", null, "https://mill.example/opens")]
    [InlineData("not an address://", null, "https://weir.example/w/not an address://")]
    public void A_page_goes_by_the_address_it_names(string canonical, string? @base, string address)
    {
        var page = $"<head>{(@base is null ? "" : $"<base href='{@base}'>")}<link rel=canonical href='{canonical}'></head><body><h1>Mill opens</h1><div>{Text}</div>";

        Assert.Equal(new Uri(address), Read(page).Url);
    }

    private static RawRelease Read(string html, PageTemplate? template = null) =>
        PageFormat.Read(PageFacts.Of(HtmlPage.Parse("<!doctype html>" + html)!, new Uri("https://weir.example/w/9?print=1"), template ?? PageTemplate.None)).Release
        ?? throw new InvalidOperationException("No release was read.");
}
