using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Wires;

/// <summary>
/// PRWeb, Cision's wire for small issuers: PR Newswire's page layout today, and addresses in three forms from twenty years.
/// </summary>
internal sealed partial class PrWeb : Wire
{
    private const string Subjects = "prweb";

    public override string Key => "prweb";
    public override string Name => "PRWeb";
    public override Uri Home { get; } = new("https://www.prweb.com/");
    protected override ImmutableArray<string> Sites => ["prweb"];
    protected override Regex ReleasePath => Path();

    // The layout PRWeb used before it moved to PR Newswire's.
    protected override PageTemplate Page { get; } = new()
    {
        Body = [.. Cision.Page.Body, ".dottedTop", ".article-wrapper .content"],
        Headline = ["h1"],
        Subheadline = [.. Cision.Page.Subheadline, "h2.summary"],
        Published = Cision.Page.Published,
        Contact = [".contactInfo", ".contact-info", ".contact"],
        Noise = [.. Cision.Page.Noise, ".contactInfo", ".contact-info", ".contact", ".newsImage"],
    };

    protected override RawRelease Adapt(FoundRelease found) => Lead(found, Subjects);

    protected override RawRelease AdaptPage(RawRelease release, IHtmlDocument page) => release with { Distributor = Name, Issuer = Cision.ProvidedBy(page) ?? release.Issuer };

    // /releases/slug-302413476.html  /releases/302413476.html  /releases/2018/05/prweb15452909.htm  /releases/slug/prweb13415044.htm
    [GeneratedRegex("""^/(?:pdfdownload/)?releases/(?:(?:[^/]*-)?(?<id>\d{7,10})\.html?|(?:[^/]+/){1,4}prweb(?<id>\d{4,10})(?:\.html?)?)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Path();
}
