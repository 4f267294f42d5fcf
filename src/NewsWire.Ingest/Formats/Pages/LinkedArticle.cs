using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using NewsWire.Ingest.Formats.Json;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>An article described in a page's JSON-LD (schema.org); values as written, with character references decoded.</summary>
internal sealed record LinkedArticle
{
    public string? Headline { get; init; }

    public string? Subheadline { get; init; }

    public string? Published { get; init; }

    public string? Updated { get; init; }

    public string? Language { get; init; }

    public string? Publisher { get; init; }

    /// <summary>
    /// The issuing company where it is identified as such (sourceOrganization, or the subject with a ticker symbol); null otherwise.
    /// </summary>
    public string? Issuer { get; init; }

    /// <summary>The publisher where it is an organization but not a NewsMediaOrganization; null otherwise.</summary>
    public string? Company { get; init; }

    /// <summary>articleBody: plain text, or HTML where it contains tags.</summary>
    public string? Body { get; init; }

    /// <summary>Addresses the article gives as its own, as written.</summary>
    public ImmutableArray<string> Addresses { get; init; } = [];

    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>articleSection and keywords.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    public ImmutableArray<string> Images { get; init; } = [];

    public ImmutableArray<RawTicker> Tickers { get; init; } = [];

    public static LinkedArticle Of(JsonElement node)
    {
        var authors = Things(node, "author").Concat(Things(node, "creator")).ToList();
        var about = Things(node, "about").Concat(Things(node, "sourceOrganization")).Append(node).ToList();
        var mentions = Things(node, "mentions").ToList();
        var tickers = about.Select(TickerOf).OfType<RawTicker>().Concat(mentions.Select(TickerOf).OfType<RawTicker>().Select(ticker => ticker with { IsMentioned = true })).DistinctBy(ticker => (ticker.Exchange, ticker.Symbol)).ToImmutableArray();
        return new LinkedArticle
        {
            Headline = Text(node, "headline") ?? Text(node, "name"),
            Subheadline = Text(node, "alternativeHeadline"),
            Published = Text(node, "datePublished") ?? Text(node, "dateCreated"),
            Updated = Text(node, "dateModified"),
            Language = Text(node, "inLanguage") ?? Names(node, "inLanguage").FirstOrDefault(),
            Publisher = Names(node, "publisher").FirstOrDefault(),
            Issuer = Names(node, "sourceOrganization").FirstOrDefault() ?? about.Concat(mentions).Where(thing => Text(thing, "tickerSymbol") is not null && IsOrganization(thing)).Select(thing => Text(thing, "name")).FirstOrDefault()
                ?? authors.Where(IsOrganization).Select(thing => Text(thing, "name")).FirstOrDefault(name => name != Names(node, "publisher").FirstOrDefault()),
            Company = Things(node, "publisher").Where(thing => IsOrganization(thing) && !Strings(thing, "@type").Any(type => type.StartsWith("NewsMedia", StringComparison.Ordinal))).Select(thing => Text(thing, "name")).FirstOrDefault(),
            Body = Text(node, "articleBody", keepLines: true),
            Addresses = [.. new[] { Text(node, "url"), Text(node, "@id"), Text(node, "mainEntityOfPage") }
                .Concat(Things(node, "mainEntityOfPage").SelectMany(page => new[] { Text(page, "@id"), Text(page, "url") })).OfType<string>().Distinct()],
            Authors = [.. authors.Where(thing => !IsOrganization(thing)).Select(thing => Text(thing, "name")).Concat(Strings(node, "author")).OfType<string>().Where(IsName).Distinct()],
            Categories = [.. Strings(node, "articleSection").Concat(Strings(node, "keywords").SelectMany(Keywords)).Distinct()],
            Images = [.. Strings(node, "image").Concat(Things(node, "image").Select(image => Text(image, "url") ?? Text(image, "contentUrl"))).OfType<string>().Distinct()],
            Tickers = tickers,
        };
    }

    /// <summary>The objects in a property, which may be single, an array or missing.</summary>
    public static IEnumerable<JsonElement> Things(JsonElement node, string property) => node.All(property).Where(value => value.ValueKind == JsonValueKind.Object);

    /// <summary>The texts in a property, with character references decoded and whitespace collapsed.</summary>
    public static IEnumerable<string> Strings(JsonElement node, string property) =>
        Texts(node, property).Select(text => ShortText.Collapse(WebUtility.HtmlDecode(text))).OfType<string>();

    private static IEnumerable<string> Texts(JsonElement node, string property) => node.All(property).Where(value => value.ValueKind == JsonValueKind.String).Select(JsonValues.Text).OfType<string>();

    private static string? Text(JsonElement node, string property, bool keepLines = false) => keepLines
        ? Texts(node, property).FirstOrDefault()
        : Strings(node, property).FirstOrDefault();

    private static IEnumerable<string> Names(JsonElement node, string property) => Things(node, property).Select(thing => Text(thing, "name")).OfType<string>().Concat(Strings(node, property).Where(IsName));

    private static bool IsName(string text) => !text.Contains("://", StringComparison.Ordinal);

    private static bool IsOrganization(JsonElement thing) => Strings(thing, "@type").Any(type => type.EndsWith("Organization", StringComparison.Ordinal) || type is "Corporation");

    private static IEnumerable<string> Keywords(string text) => text.Split(text.Contains(';', StringComparison.Ordinal) ? ';' : ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // schema.org defines the form "NASDAQ GT"; many sites write "NASDAQ:GT". An article's name is its headline, not a company.
    private static RawTicker? TickerOf(JsonElement thing)
    {
        if (Text(thing, "tickerSymbol") is not { } text)
            return null;
        var parts = text.Split([':', ' '], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var company = IsOrganization(thing) ? Text(thing, "name") : null;
        return parts.Length == 2 ? new RawTicker(parts[0], parts[1], Company: company) : new RawTicker(null, text, Company: company);
    }
}
