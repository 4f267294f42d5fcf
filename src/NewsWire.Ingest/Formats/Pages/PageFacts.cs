using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>A page indexed once, with its metadata and headings.</summary>
internal sealed class PageFacts
{
    // Pages with more headings than this are treated as having no headline.
    private const int MostHeadings = 60;

    private PageFacts(IHtmlDocument page, Uri? asked, PageTemplate template)
    {
        Parts = template.Parts;
        Index = PageIndex.Of(page, Parts.Keys);
        Meta = new PageMeta(Index);
        Address = PageAddress.Of(Index, Meta, asked);
        LinkedData = LinkedData.Of(Index);
        Headings = [.. Index.All(CommonParts.Headline).Take(MostHeadings).Select(element => (element, ShortText.Of(element, PageHeadline.Longest)!)).Where(heading => heading.Item2 is not null)];
        Title = ShortText.Of(Index.First("title"), PageHeadline.Longest);
        Article = LinkedData.About(Address.All, [.. Headings.Where(heading => heading.Element.LocalName == "h1").Select(heading => heading.Text).Concat(new[] { Meta.Headline, Title }.OfType<string>())], Address.Base);
    }

    public PageParts Parts { get; }

    public PageIndex Index { get; }

    public PageMeta Meta { get; }

    public PageAddress Address { get; }

    public LinkedData LinkedData { get; }

    /// <summary>The JSON-LD article the page is about, or null.</summary>
    public LinkedArticle? Article { get; }

    /// <summary>Candidates for the headline with their text, best first.</summary>
    public ImmutableArray<(IElement Element, string Text)> Headings { get; }

    /// <summary>The text of the title element, or null.</summary>
    public string? Title { get; }

    /// <summary>True where the page declares itself an article.</summary>
    public bool IsArticle => Article is not null || Meta.IsArticle || Meta.Published is not null;

    /// <param name="asked">The address the page was fetched from, or null.</param>
    public static PageFacts Of(IHtmlDocument page, Uri? asked, PageTemplate template) => new(page, asked, template);
}
