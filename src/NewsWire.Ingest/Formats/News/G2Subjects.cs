using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>The subjects of a NewsML-G2 item: topics, places and the issuing company.</summary>
internal static class G2Subjects
{
    // Limits the work per document: the issuer is not listed after a hundred other companies.
    private const int MostCompanies = 100;

    private static readonly string[] Naming = ["qcode", "uri", "literal"];

    /// <summary>The topics, each with its vocabulary.</summary>
    public static IEnumerable<RawSubject> Of(WireElement? about) =>
        about.Children("subject").Where(subject => KindOf(subject) is "abstract" or "").Select(subject => Concept.Of(subject).Subject).OfType<RawSubject>();

    /// <summary>Keywords, topics without a vocabulary, and places.</summary>
    public static IEnumerable<string> Categories(WireElement? about) =>
    [
        .. about.Children("keyword").Where(keyword => !G2Shares.IsTicker(keyword)).Select(keyword => keyword.Line()).OfType<string>(),
        .. about.Children("subject").Where(IsCategory).Select(subject => Concept.Of(subject).Name).OfType<string>(),
    ];

    /// <summary>
    /// The issuer: the company whose ticker symbols or details are given, or else the one of the greatest relevance; null where none is.
    /// </summary>
    public static string? Issuer(WireElement item)
    {
        var about = item.Child("contentMeta");
        if (Company(item) is not { } company)
            return Concept.Of(null, about.Child("infoSource")?.Child("name").Line() ?? about.Child("infoSource")?.Attribute("literal")).Label;
        return Concept.NameOf(company) ?? Assertion(item, company).Child("name").Line() ?? company.Attribute("literal");
    }

    /// <summary>The subject that is the issuing company, or null.</summary>
    public static WireElement? Company(WireElement item) => item.Child("contentMeta").Children("subject").Where(subject => KindOf(subject) is "organisation").Take(MostCompanies)
        .OrderByDescending(Relevance).ThenByDescending(subject => Assertion(item, subject) is not null).FirstOrDefault();

    /// <summary>True where two elements name the same thing: by code, address or literal.</summary>
    public static bool AreOne(WireElement one, WireElement other) => Naming.Any(name => one.Attribute(name) is { } value && value == other.Attribute(name));

    /// <summary>The company's contact details as HTML, or null where none are given.</summary>
    public static string? Contact(WireElement item, string? issuer)
    {
        var details = item.Children("assert")
            .Where(about => issuer is not null && issuer.StartsWith(about.Child("name").Line() ?? about.Attribute("literal") ?? "\n", StringComparison.OrdinalIgnoreCase))
            .Select(about => about.Child("organisationDetails", "contactInfo"))
            .OfType<WireElement>()
            .FirstOrDefault();
        var lines = details?.Elements.Where(line => line.LocalName is "phone" or "email" or "web").Select(line => line.Line()).OfType<string>().ToList();
        return lines is { Count: > 0 } ? $"<p>{string.Join("<br>", lines.Select(Markup.OfText))}</p>" : null;
    }

    private static WireElement? Assertion(WireElement item, WireElement subject) => item.Children("assert").FirstOrDefault(about => AreOne(about, subject));

    private static bool IsCategory(WireElement subject) => KindOf(subject) switch
    {
        "geoArea" => true,
        "abstract" or "" => Concept.Of(subject).Subject is null,
        _ => false,
    };

    private static string KindOf(WireElement subject) => Concept.Parse(subject.Attribute("type") ?? subject.Attribute("typeuri"))?.Code ?? "";

    private static int Relevance(WireElement subject) => int.TryParse(subject.Attribute("relevance"), out var relevance) ? relevance : 0;
}
