using System.Text.Json;
using NewsWire.Ingest.Formats.Json;

namespace NewsWire.Ingest.Formats.News;

/// <summary>Subjects, organisations and ticker symbols of a ninjs item.</summary>
internal static class NinjsNames
{
    // Relations of the organisation that issued the release; one that is only mentioned has another.
    private static readonly string[] Issuing = ["issuer", "source", "about", "publisher", "author"];

    public static IEnumerable<RawSubject> Subjects(JsonElement item) => Listed(item, "subject").Select(ConceptOf).Select(concept => concept.Subject).OfType<RawSubject>();

    /// <summary>Topics without a vocabulary, places and keywords.</summary>
    public static IEnumerable<string> Categories(JsonElement item) =>
    [
        .. Listed(item, "subject").Select(ConceptOf).Where(concept => concept.Subject is null).Select(concept => concept.Label).OfType<string>(),
        .. Listed(item, "place").Where(place => place.Text("rel") is not "mentions").Select(place => place.Text("name")).OfType<string>(),
        .. item.All("keywords").Select(keyword => keyword.Text("name") ?? keyword.Text("value") ?? JsonValues.Text(keyword)).OfType<string>(),
    ];

    public static IEnumerable<RawTicker> Tickers(JsonElement item)
    {
        foreach (var organisation in Listed(item, "organisation"))
        {
            var (company, isMentioned) = (organisation.Text("name"), organisation.Text("rel") is "mentions");
            foreach (var symbol in organisation.All("symbols").Append(organisation))
            {
                var ticker = symbol.Text("ticker") ?? symbol.Text("symbol");
                var isIsin = (symbol.Text("symboltype") ?? symbol.Text("symbolType"))?.EndsWith("isin", StringComparison.OrdinalIgnoreCase) == true;
                if ((symbol.Text("isin") ?? (isIsin ? ticker : null)) is { } isin)
                    yield return new RawTicker(symbol.Text("exchange"), isIsin ? null : ticker, isin, company, isMentioned);
                else if (G2Shares.Pair(ticker, symbol.Text("exchange")) is { } pair)
                    yield return pair with { Company = company, IsMentioned = isMentioned };
            }
        }
    }

    /// <summary>The issuing organisation; null where it cannot be told from those that are only mentioned.</summary>
    public static string? Issuer(JsonElement item)
    {
        var organisations = Listed(item, "organisation").ToList();
        return (organisations.Find(organisation => organisation.Text("rel") is { } rel && Issuing.Contains(rel, StringComparer.OrdinalIgnoreCase)) is { ValueKind: JsonValueKind.Object } issuing ? issuing
            : organisations.Find(organisation => organisation.All("symbols").Any() && organisation.Text("rel") is not "mentions")).Text("name");
    }

    /// <summary>The service that distributed the item, or null.</summary>
    public static string? Distributor(JsonElement item) =>
        item.All("infosources").Concat(item.All("infoSources")).Concat(item.All("infosource")).Where(source => source.Text("role") is null or "provider" or "distributor").Select(source => source.Text("name")).FirstOrDefault(name => name is not null)
        ?? NinjsItem.Either(item, "copyrightholder", "copyrightHolder");

    // ninjs 1 has "subject", later generations "subjects".
    private static IEnumerable<JsonElement> Listed(JsonElement item, string name) => item.All(name).Concat(item.All($"{name}s"));

    private static Concept ConceptOf(JsonElement subject)
    {
        var name = subject.Text("name");
        var scheme = subject.Text("scheme");
        var code = subject.Text("code") ?? subject.Text("qcode") ?? (name is null ? JsonValues.Text(subject) : null);
        var joined = scheme is not null && code is not null ? $"{scheme.TrimEnd('/')}{(scheme.Contains("://", StringComparison.Ordinal) ? '/' : ':')}{code}" : null;
        return (Concept.Parse(subject.Text("uri")) ?? Concept.Parse(joined) ?? Concept.Parse(code)) is { } parsed
            ? parsed with { Name = name }
            : Concept.Of(subject.Text("literal") ?? code, name);
    }
}
