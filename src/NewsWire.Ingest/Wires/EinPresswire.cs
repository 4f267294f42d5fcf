using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Wires;

/// <summary>EIN Presswire: releases by number, with "distribution channels" as subjects, whose names contain commas.</summary>
internal sealed partial class EinPresswire : Wire
{
    private const string Subjects = "ein";

    public override string Key => "einpresswire";
    public override string Name => "EIN Presswire";
    public override Uri Home { get; } = new("https://www.einpresswire.com/");
    protected override ImmutableArray<string> Sites => ["einpresswire", "einnews"];
    protected override Regex ReleasePath => Path();

    protected override PageTemplate Page { get; } = new()
    {
        Body = ["[itemprop=articleBody]", ".pr_content", ".article_content"],
        Headline = ["h1.pr_title", "article h1", "h1"],
        Published = ["time[datetime]", ".pr_date"],
        Contact = [".pr_contact", ".contact-info"],
        Words = new PageWords(SiteLine(), SiteEnd(), ContactLine()),
        Noise = [".pr_contact", ".contact-info", ".share", ".social", ".distribution-channels", ".legal-disclaimer"],
    };

    protected override RawRelease Adapt(FoundRelease found) => Lead(found, Subjects);

    protected override RawRelease AdaptPage(RawRelease release, IHtmlDocument page)
    {
        var (links, words) = PageLabel.ListAfter(page, ChannelsLabelAlone());
        if (links.Length == 0 && words.Length == 0)
            (links, words) = PageLabel.ListAfter(page, ChannelsLabel());
        return release with
        {
            Distributor = Name,
            Issuer = PageLabel.ValueAfter(page, ProvidedByLabel()) ?? release.Issuer,
            Subjects = [.. release.Subjects, .. links.Length > 0 ? links.Select(label => new RawSubject(Subjects, label)) : SubjectList.Split(words, Subjects)],
        };
    }

    // /article/772843833/slug; the same releases on its news sites: einnews.com/pr_news/772843833/slug
    [GeneratedRegex("""^/(?:(?<lang>[a-z]{2})/)?(?:article|pr_news)/(?<id>\d{6,12})(?:/[^/]*)?""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Path();

    // Requires the label alone on its line, because a release may mention distribution channels in a sentence.
    [GeneratedRegex("""^\s*Distribution\s+channels?\s*:\s*$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChannelsLabelAlone();

    [GeneratedRegex("""^\s*Distribution\s+channels?\s*:\s*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChannelsLabel();

    // The site's lines around a release, whichever elements hold them.
    [GeneratedRegex("""^\s*(?:News\s+Provided\s+By|Share\s+This\s+Article|Distribution\s+channels?\s*:)\s*$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SiteLine();

    [GeneratedRegex("""^\s*(?:EIN\s+Presswire\s+(?:provides\s+this\s+news\s+content|does\s+not\s+exercise\s+editorial)|(?:You\s+just\s+read\s*:|More\s+From\s+This\s+Source)\s*$)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SiteEnd();

    [GeneratedRegex("""^\s*e-?mail\s+us\s+here\s*$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ContactLine();

    [GeneratedRegex("""^\s*News\s+provided\s+by\s*:?\s*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ProvidedByLabel();
}
