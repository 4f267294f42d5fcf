using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Formats;

/// <summary>What PR Newswire, CNW and PRWeb share: one publisher's page and feed elements under three names.</summary>
internal static partial class Cision
{
    public static PageTemplate Page { get; } = new()
    {
        Body = ["section.release-body", "[itemprop=articleBody]", "article.news-release"],
        Subheadline = ["p.subtitle", "h2.subtitle"],
        Published = ["p.mb-no", "meta[name=date]", "time[datetime]"],
        Noise = [".PRN_ImbeddedAssetReference", "[id^=prni_dvprne]", ".share-release"],
    };

    /// <summary>Codes and labels of an item, side by side and in no order.</summary>
    public static IEnumerable<RawSubject> Subjects(FoundRelease found) =>
    [
        .. found.Texts("dc:subject").Concat(found.Texts("prn:subject")).Select(label => new RawSubject(SubjectCatalog.PrNewswire, label)),
        .. found.Texts("prn:industry").Select(label => new RawSubject(SubjectCatalog.PrNewswireIndustry, label)),
    ];

    /// <summary>Who issued it, from the lines over the text, or null.</summary>
    public static string? ProvidedBy(IHtmlDocument page) => PageLabel.ValueAfter(page, Label());

    [GeneratedRegex("""^\s*(?:News provided by|Nouvelles fournies par)\s*:?\s*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();
}
