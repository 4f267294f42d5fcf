using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats.Pages;

/// <summary>The page index gives the same results as AngleSharp's own selector queries.</summary>
public sealed class PageSelectorTests
{
    private const string Page = """
        <!doctype html><html><head><meta name="date" content="x"></head><body>
        <article class="news-release a"><header id="top"><h1>One</h1><p class="mb-no b">Two</p></header>
        <section class="release-body container "><div id="prni_dvprne1"><span itemprop="author">Three</span></div><p>Four <a rel="author" href="/a">Five</a></p></section></article>
        <div role="main"><time datetime="2026-11-20">Six</time></div></body></html>
        """;

    [Theory]
    [InlineData("h1", "h1")]
    [InlineData("#top", "#top")]
    [InlineData("section.release-body", ".release-body")]
    [InlineData("article.news-release h1", "h1")]
    [InlineData("article > header p.mb-no", ".mb-no")]
    [InlineData("[id^=prni_dvprne]", "[id")]
    [InlineData("meta[name=date]", "[name")]
    [InlineData("[rel='author']", "[rel")]
    [InlineData("p:not(.mb-no)", "p")]
    [InlineData("header + section span", "span")]
    [InlineData("[class~=container] a", "a")]
    [InlineData("div *", "*")]
    [InlineData("h1, time[datetime]", "h1")]
    public void A_selector_is_looked_up_by_what_it_asks_of_the_element(string selector, string key)
    {
        var page = HtmlPage.Parse(Page)!;
        var compiled = PageSelector.Compile([selector]);
        var parts = new PageTemplate { Body = [selector] }.Parts;

        Assert.Equal(key, compiled[0].Key);
        Assert.Equal(page.QuerySelectorAll(selector).OrderBy(element => element.OuterHtml, StringComparer.Ordinal), PageIndex.Of(page, parts.Keys).All(compiled).OrderBy(element => element.OuterHtml, StringComparer.Ordinal));
    }
}
