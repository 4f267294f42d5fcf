using AngleSharp.Dom;
using NewsWire.Data;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>Assembles a release from the values found on its page.</summary>
internal static class PageRelease
{
    private const int LongestName = 120;
    private const int LongestDate = 60;
    private const int OpeningSearched = 2000;

    /// <param name="text">The text as HTML where it is not in an element of the page (JSON-LD), or null.</param>
    /// <param name="known">True where the wire's template found the body: no content is then excluded by heuristics.</param>
    /// <param name="contact">The contact as HTML where the site's boilerplate separated it from the text, or null.</param>
    public static RawRelease Of(PageFacts page, PageHeadline headline, PageBody? body, string? text, bool known, string? contact)
    {
        var article = page.Article;
        var nearby = headline.Element is null || known && page.Parts.Published.Length > 0 ? [] : PageNeighbours.Of(headline.Element);
        var time = PageTime.Find(page, nearby);
        var subheadline = PageSubheadline.Find(page, headline, body);
        var authors = Authors(page, body, nearby).ToList();
        if (!known)
            body?.LeaveOut(headline.Element, [.. nearby.Where(line => IsOfHead(line.Text) || (time.Element is { } dated && line.Text.Length <= LongestDate && line.Element.Contains(dated))).Select(line => line.Element), .. subheadline.Element is { } second ? new[] { second } : []]);
        var url = page.Address.Own ?? article?.Addresses.Select(address => WebAddress.Of(address, page.Address.Base)).FirstOrDefault(address => address is not null);
        return new RawRelease
        {
            Id = url?.AbsoluteUri,
            Headline = headline.Text,
            HeadlineIsText = true,
            Subheadline = subheadline.Text,
            Url = url,
            Base = page.Address.Base is { } relativeTo && relativeTo != url ? relativeTo : null,
            Language = article?.Language ?? page.Index.Document.DocumentElement.GetAttribute("lang") ?? page.Meta.Language,
            Published = time.Text,
            Updated = article?.Updated ?? page.Meta.Updated ?? page.Index.All(CommonParts.Updated).Select(PageTime.Of).FirstOrDefault(updated => updated is not null),
            Issuer = ShortText.Of(page.Index.First(page.Parts.Issuer), LongestName) ?? article?.Issuer ?? Company(article, headline.Text, body is null ? text : ShortText.Start(body.Element, OpeningSearched)),
            // Only a wire counts as distributor; any other publisher has merely republished the release.
            Distributor = article?.Publisher is { } publisher && Dateline.WireName(publisher) is not null ? publisher : null,
            Authors = [.. authors],
            Categories = [.. page.Index.All(page.Parts.Categories).Select(element => ShortText.Of(element, LongestName)).OfType<string>().Concat(article?.Categories ?? []).Concat(page.Meta.Categories).Distinct()],
            Tickers = article?.Tickers ?? [],
            Enclosures = [.. (article?.Images ?? []).Select(image => WebAddress.Of(image, page.Address.Base)).OfType<Uri>().Select(image => new Enclosure(image.AbsoluteUri, TypeOf(image)))],
            ContactHtml = page.Index.First(page.Parts.Contact) is { } apart ? Markup.Inside(apart) : contact,
            BodyHtml = body is null ? text : Markup.Inside(body.Element, body.IsOutside),
        };
    }

    // A publisher is the issuer only if the headline or the beginning of the text names it; newspapers and
    // wires publish releases of others.
    private static string? Company(LinkedArticle? article, string? headline, string? text)
    {
        if (article?.Company is not { } name || Dateline.WireName(name) is not null)
            return null;
        var opening = ShortText.Fold(headline) + " " + ShortText.Fold(text?[..Math.Min(text.Length, OpeningSearched)]);
        return ShortText.Fold(LegalForms.Without(name)) is { Length: > 1 } folded && opening.Contains(folded, StringComparison.Ordinal) ? name : null;
    }

    private static IEnumerable<string> Authors(PageFacts page, PageBody? body, List<(IElement Element, string Text)> nearby)
    {
        if (page.Article is { Authors.Length: > 0 } article)
            return article.Authors;
        if (page.Meta.Authors.ToList() is { Count: > 0 } names)
            return names;
        // Other articles on the page have author elements too, so only one near the headline counts.
        var byline = page.Index.All(CommonParts.Author).FirstOrDefault(element => nearby.Exists(line => line.Element.Contains(element)) || (body is not null && body.Element.Contains(element) && !body.IsLeftOut(element)));
        var text = ShortText.Of(byline, LongestName) ?? nearby.Select(line => line.Text).FirstOrDefault(PageByline.IsOne);
        return text is null ? [] : PageByline.Names(text);
    }

    // A short line that consists of a byline or a date.
    private static bool IsOfHead(string text) => PageByline.IsOne(text) || (text.Length <= LongestName && WireDates.Read(text) is { Date: not null } && Dateline.Find(text) is null);

    private static string? TypeOf(Uri image) => Path.GetExtension(image.AbsolutePath).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" => "image/jpeg",
        ".png" => "image/png",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        _ => null,
    };
}
