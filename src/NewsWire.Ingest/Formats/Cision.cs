using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Formats;

/// <summary>Selectors and feed elements shared by PR Newswire, CNW and PRWeb, which one publisher (Cision) runs.</summary>
internal static partial class Cision
{
    public static PageTemplate Page { get; } = new()
    {
        Body = ["section.release-body", "[itemprop=articleBody]", "article.news-release"],
        Subheadline = ["p.subtitle", "h2.subtitle"],
        Published = ["p.mb-no", "meta[name=date]", "time[datetime]"],
        Noise = [".PRN_ImbeddedAssetReference", "[id^=prni_dvprne]", ".share-release"],
    };

    /// <summary>The subjects of a feed item: codes and labels, mixed and in no defined order.</summary>
    public static IEnumerable<RawSubject> Subjects(FoundRelease found) =>
    [
        .. found.Texts("dc:subject").Concat(found.Texts("prn:subject")).Select(label => new RawSubject(SubjectCatalog.PrNewswire, label)),
        .. found.Texts("prn:industry").Select(label => new RawSubject(SubjectCatalog.PrNewswireIndustry, label)),
    ];

    /// <summary>The issuer from the "News provided by" lines above the text, or null.</summary>
    public static string? ProvidedBy(IHtmlDocument page) => PageLabel.ValueAfter(page, Label());

    [GeneratedRegex("""^\s*(?:News provided by|Nouvelles fournies par)\s*:?\s*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();
}
