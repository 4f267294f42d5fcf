using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>Subjects, places, keywords and ticker symbols of a NewsML 1 item.</summary>
internal static class NewsMlKeywords
{
    private static readonly Dictionary<string, string> Schemes = new(StringComparer.OrdinalIgnoreCase) { ["BWCategoryKeywords"] = "bw", ["BWIndustryKeywords"] = "bw-industry" };

    public static IEnumerable<RawSubject> Subjects(NewsMlEdition edition) =>
    [
        .. Properties(edition).Where(keyword => Schemes.ContainsKey(keyword.Name)).Select(keyword => new RawSubject(Schemes[keyword.Name], Markup.OfText(keyword.Value))),
        .. Codes(edition).Select(code => Concept.Of(code, null).Subject).OfType<RawSubject>(),
    ];

    /// <summary>Keywords without a vocabulary: states, countries, regions, tags and the format's own keywords.</summary>
    public static IEnumerable<string> Categories(NewsMlEdition edition) =>
    [
        .. Properties(edition).Where(keyword => !Schemes.ContainsKey(keyword.Name) && (keyword.Name.EndsWith("Keywords", StringComparison.OrdinalIgnoreCase) || keyword.Name.Equals("hashtag", StringComparison.OrdinalIgnoreCase))).Select(keyword => keyword.Value),
        .. edition.Around("NewsLines").SelectMany(lines => lines.Children("KeywordLine")).Select(line => line.Line()).OfType<string>(),
    ];

    /// <summary>One ticker for each metadata block that identifies one, and the tags that are ticker symbols.</summary>
    public static IEnumerable<RawTicker> Tickers(NewsMlEdition edition)
    {
        foreach (var block in edition.Around("Metadata"))
        {
            var symbol = Value(block, "Ticker Symbol") ?? Value(block, "TickerSymbol") ?? Value(block, "Ticker");
            var isin = Value(block, "ISIN");
            if (symbol is not null || isin is not null)
                yield return new RawTicker(Value(block, "Exchange"), symbol, isin);
        }
        foreach (var tag in Properties(edition).Where(keyword => keyword.Name.Equals("cashtag", StringComparison.OrdinalIgnoreCase)))
            yield return new RawTicker(null, tag.Value.TrimStart('$'));
    }

    private static IEnumerable<(string Name, string Value)> Properties(NewsMlEdition edition) => edition.Around("Metadata")
        .SelectMany(block => block.Children("Property"))
        .Select(property => (Name: property.Attribute("FormalName") ?? "", Value: NewsText.Line(property.Attribute("Value")) ?? property.Line()))
        .Where(property => property.Value is not null)
        .Select(property => (property.Name, property.Value!));

    private static IEnumerable<string> Codes(NewsMlEdition edition) => edition.Around("DescriptiveMetadata")
        .SelectMany(about => about.Within(["SubjectDetail", "SubjectMatter", "Subject"]))
        .Select(code => code.Attribute("FormalName"))
        .OfType<string>();

    private static string? Value(WireElement block, string name) =>
        NewsText.Line(block.Children("Property").FirstOrDefault(property => name.Equals(property.Attribute("FormalName"), StringComparison.OrdinalIgnoreCase))?.Attribute("Value"));
}
