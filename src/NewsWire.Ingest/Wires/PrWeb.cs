using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Formats.Pages;

namespace NewsWire.Ingest.Wires;

/// <summary>PRWeb, Cision's wire for small issuers: PR Newswire's page today, and twenty years of addresses of three forms.</summary>
internal sealed partial class PrWeb : Wire
{
    private const string Subjects = "prweb";

    public override string Key => "prweb";
    public override string Name => "PRWeb";
    public override Uri Home { get; } = new("https://www.prweb.com/");
    protected override ImmutableArray<string> Sites => ["prweb"];
    protected override Regex ReleasePath => Path();
    protected override PageTemplate Page => Cision.Page;

    protected override RawRelease Adapt(FoundRelease found) => Lead(found, Subjects);

    protected override RawRelease AdaptPage(RawRelease release, IHtmlDocument page) => release with { Distributor = Name, Issuer = Cision.ProvidedBy(page) ?? release.Issuer };

    // /releases/slug-302413476.html  /releases/302413476.html  /releases/2018/05/prweb15452909.htm  /releases/slug/prweb13415044.htm
    [GeneratedRegex("""^/(?:pdfdownload/)?releases/(?:(?:[^/]*-)?(?<id>\d{7,10})\.html?|(?:[^/]+/){1,4}prweb(?<id>\d{4,10})(?:\.html?)?)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Path();
}
