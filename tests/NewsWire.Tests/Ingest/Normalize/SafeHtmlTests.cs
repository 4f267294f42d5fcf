using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsWire.Data.Subjects;
using NewsWire.Ingest;
using NewsWire.Ingest.Normalize;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Normalize;

/// <summary>
/// Stored HTML is served unchanged, so the output is parsed again as a browser would, with scripting on and off, and must contain only
/// allowed elements and attributes.
/// </summary>
public sealed class SafeHtmlTests
{
    private static readonly HashSet<string> Elements =
    [
        "p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "div",
        "a", "strong", "em", "b", "i", "u", "sup", "sub", "abbr", "cite", "q",
        "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
    ];

    private static readonly HashSet<string> Attributes = ["href", "rel", "colspan", "rowspan", "scope", "start", "title", "lang", "dir"];

    public static TheoryData<string> Hostile => new(HostileHtml.All);

    [Fact]
    public void The_corpus_is_large_enough() => Assert.True(HostileHtml.All.Count >= 60, $"Only {HostileHtml.All.Count} vectors are left.");

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Only_allowed_markup_remains(string hostile) => AssertSafe(Clean(hostile));

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Only_allowed_markup_remains_between_ordinary_paragraphs(string hostile)
    {
        var html = Clean($"<p>honest before</p>{hostile}");

        AssertSafe(html);
        Assert.Contains("honest before", html);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Cleaning_twice_changes_nothing(string hostile)
    {
        var once = Clean($"<p>before</p>{hostile}<p>after</p>");

        Assert.Equal(once, Clean(once));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Titles_and_labels_are_text_and_never_markup(string hostile)
    {
        var raw = new RawRelease { Headline = $"Before {hostile} after", Subheadline = hostile, Summary = hostile, BodyHtml = "<p>Text</p>", Categories = [hostile, "Business"], Authors = [hostile], Issuer = hostile };
        var (release, problem) = new ReleaseNormalizer(SubjectCatalog.Shipped).Normalize(raw, new ReadAt("other", "Other sources", TimeZoneInfo.Utc, Fixtures.At));

        Assert.Null(problem);
        Assert.Contains("Before", release!.Headline);
        string?[] texts = [release.Headline, release.Subheadline, release.Issuer, .. release.Categories, .. release.Authors];
        Assert.All(texts.OfType<string>(), text => Assert.DoesNotMatch("(?i)<(script|img|svg|iframe|a|b|style)([\\s/][^<>]*)?>", text));
        Assert.Matches("^[\\p{Ll}\\p{Lo}\\p{Nd}-]+$", release.Slug);
        Assert.Contains("Business", release.Categories);
    }

    [Theory]
    [InlineData("<p>a</p><script>alert(1)</script><p>b</p>", "<p>a</p><p>b</p>")]
    [InlineData("<p onclick=x style=color:red class=y id=z>kept <b>bold</b></p>", "<p>kept <b>bold</b></p>")]
    [InlineData("<font color=red>kept</font>", "kept")]
    [InlineData("<h1>Title</h1>", "<h2>Title</h2>")]
    [InlineData("<center>kept</center>", "kept")]
    [InlineData("<a href='https://a.example/x'>x</a>", "<a href=\"https://a.example/x\" rel=\"nofollow noopener noreferrer\">x</a>")]
    [InlineData("<a href='mailto:press@a.example'>x</a>", "<a href=\"mailto:press@a.example\" rel=\"nofollow noopener noreferrer\">x</a>")]
    [InlineData("<a href='ftp://a.example/x'>x</a>", "x")]
    [InlineData("<a href='//b.example/x'>x</a>", "<a href=\"https://b.example/x\" rel=\"nofollow noopener noreferrer\">x</a>")]
    [InlineData("<a href='/x'>x</a>", "<a href=\"https://wire.example/x\" rel=\"nofollow noopener noreferrer\">x</a>")]
    [InlineData("<a href='https://user:pass@a.example/'>x</a>", "x")]
    [InlineData("<table><tr><td colspan=2 style='x' bgcolor=red>1</td></tr></table>", "<table><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table>")]
    [InlineData("<p>1 &lt; 2 &amp; 3 &gt; 2</p>", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>")]
    [InlineData("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("<img src=https://rt.example/rt.gif width=1 height=1><p>x</p>", "<p>x</p>")]
    [InlineData("<p>a<marquee><p>b</p></marquee>c</p>", "<p>a</p><p>b</p>c")]
    [InlineData("<p></p><p> </p><p>&nbsp;</p><p>x</p>", "<p>x</p>")]
    public void Harmless_content_keeps_its_meaning(string html, string expected) =>
        Assert.Equal(expected, Clean(html).Trim());

    [Fact]
    public void Every_fixture_is_safe_as_it_is_stored()
    {
        foreach (var document in Fixtures.AllDocuments())
        {
            foreach (var release in Fixtures.Inspect(document)["releases"]!.AsArray())
                AssertSafe(release!["bodyHtml"]!.GetValue<string>());
        }
    }

    private static string Clean(string html)
    {
        var address = new Uri("https://wire.example/news/1");
        return SafeMarkup.Of(SafeHtml.Clean(html, address)!, address);
    }

    private static void AssertSafe(string html)
    {
        foreach (var scripting in new[] { false, true })
        {
            var body = new HtmlParser(new HtmlParserOptions { IsScripting = scripting }).ParseDocument("<!doctype html><body>" + html).Body!;
            var all = body.QuerySelectorAll("*").ToImmutableArray();
            Assert.All(all, element => Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri));
            Assert.All(all, element => Assert.Contains(element.LocalName, Elements));
            Assert.All(all.SelectMany(element => element.Attributes), attribute => Assert.Contains(attribute.LocalName, Attributes));
            Assert.All(body.QuerySelectorAll("[href]"), link => Assert.Matches("^(https?://|mailto:)", link.GetAttribute("href")));
            Assert.All(body.QuerySelectorAll("a[href]"), link => Assert.Equal("nofollow noopener noreferrer", link.GetAttribute("rel")));
            Assert.Empty(body.Owner!.Head!.Children);
            Assert.DoesNotContain(body.Descendants(), node => node is IComment);
        }
    }
}
