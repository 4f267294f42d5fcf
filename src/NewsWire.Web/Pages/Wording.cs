using System.Globalization;
using NewsWire.Data.Subjects;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>The words that more than one page uses.</summary>
public static class Wording
{
    /// <summary>The key of the wire whose sources belong to no wire by name.</summary>
    public const string NoWire = "other";

    /// <summary>1,204</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>1 release, 1,204 releases</summary>
    public static string Count(long count, string thing) => $"{Count(count)} {thing}{(count == 1 ? "" : "s")}";

    /// <summary>12 releases, or of a list that is too long to count: more than 9,000 releases; null where nothing was counted.</summary>
    public static string? Total(ReleaseCounts counts)
    {
        if (counts.Complete)
            return Count(counts.All.Stories, "release");
        var unit = counts.All.Stories switch { > 1_000 => 1_000, > 100 => 100, _ => 1 };
        return counts.All.Stories > 1 ? $"more than {Count((counts.All.Stories - 1) / unit * unit, "release")}" : null;
    }

    /// <summary>Where a release was read: Le Lézard; for a source of no wire, folder "inbox" or source "newsroom".</summary>
    public static string Place(string via, string viaName, string? sourceKey, string? sourceKind) =>
        via == NoWire && sourceKey is not null ? $"{(sourceKind == "folder" ? "folder" : "source")} \"{sourceKey}\"" : viaName;

    /// <summary>The same with its preposition: on Le Lézard, in folder "inbox".</summary>
    public static string AtPlace(string via, string viaName, string? sourceKey, string? sourceKind) =>
        $"{(via == NoWire && sourceKey is not null ? "in" : "on")} {Place(via, viaName, sourceKey, sourceKind)}";

    /// <summary>20 Nov 2026</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>on 24 Nov 2026, 24 to 25 Nov 2026, 30 Oct to 2 Nov 2026, from 24 Nov 2026, up to 24 Nov 2026; null for no limit.</summary>
    public static string? Days(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) when first == last => $"on {Day(first)}",
        ({ } first, { } last) => $"{Written(first, first.Year != last.Year ? "d MMM yyyy" : first.Month != last.Month ? "d MMM" : "%d")} to {Day(last)}",
        ({ } first, null) => $"from {Day(first)}",
        (null, { } last) => $"up to {Day(last)}",
        _ => null,
    };

    public static bool IsEnglish(string language) => language == "en" || language.StartsWith("en-", StringComparison.OrdinalIgnoreCase);

    private static string Written(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A language by its own name: Français. An unknown code is returned as it is.</summary>
    public static string Language(string code)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(code, predefinedOnly: true);
            return culture.TextInfo.ToUpper(culture.NativeName[..1]) + culture.NativeName[1..];
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string Listed(IReadOnlyList<string> words, string last = "and") =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} {last} {words[^1]}";

    /// <summary>A name as a heading: Media Topics are written small.</summary>
    public static string Title(string name) => name.Length > 0 && char.IsAsciiLetterLower(name[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;

    /// <summary>A topic's name, or its key where it has none.</summary>
    public static string Topic(SubjectKey topic, Facets facets) =>
        Title(SubjectCatalog.Shipped.Find(topic.Scheme, topic.Code)?.Name ?? facets.SubjectByKey.GetValueOrDefault(topic)?.Name ?? topic.ToString());

    /// <summary>A wire's name, or its key where it is unknown.</summary>
    public static string Wire(string key, Facets facets) => facets.WireByKey.GetValueOrDefault(key)?.Name ?? key;

    /// <summary>Whose words a scheme's are.</summary>
    public static string Scheme(string scheme, Facets facets) => scheme switch
    {
        SubjectCatalog.PrNewswire => "PR Newswire",
        SubjectCatalog.PrNewswireIndustry => "PR Newswire, industries",
        SubjectCatalog.GlobeNewswire => "GlobeNewswire",
        SubjectCatalog.GlobeNewswireIndustry => "GlobeNewswire, industries",
        SubjectCatalog.BusinessWire => "Business Wire",
        SubjectCatalog.BusinessWireIndustry => "Business Wire, industries",
        SubjectCatalog.Medtop => "IPTC Media Topics",
        SubjectCatalog.IptcSubject => "IPTC Subject Codes",
        SubjectCatalog.Newsfile => "Newsfile",
        SubjectCatalog.AccessNewswire => "ACCESS Newswire",
        SubjectCatalog.EinPresswire => "EIN Presswire",
        SubjectCatalog.PrWeb => "PRWeb",
        _ => facets.WireByKey.TryGetValue(scheme, out var wire) ? wire.Name : scheme,
    };

    /// <summary>Why a release stands beside another, in words.</summary>
    public static string Reason(RelatedRow related, Facets facets)
    {
        List<string> reasons = [];
        if (related.SameCompany)
            reasons.Add("same issuer");
        if (related.Terms is { Length: > 0 })
            reasons.Add($"also about {string.Join(", ", related.Terms.Take(3))}");
        var subjects = related.SubjectIds.Select(id => facets.SubjectById.GetValueOrDefault(id)?.Name).OfType<string>().Take(2).ToList();
        if (subjects.Count > 0 && reasons.Count < 2)
            reasons.Add($"same {(subjects.Count == 1 ? "subject" : "subjects")}: {Listed(subjects)}");
        return string.Join(" · ", reasons);
    }
}
