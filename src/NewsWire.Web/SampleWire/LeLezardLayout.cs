using System.Globalization;
using System.Text;
using NewsWire.Data.Subjects;

namespace NewsWire.Web.SampleWire;

/// <summary>
/// Generates pages in Le Lézard's layout: labels, the release, a sidebar of the newest releases, and a footer with time and distributor.
/// </summary>
internal sealed class LeLezardLayout(SampleReleases releases)
{
    /// <summary>The wire's key in the releases' headers and in the sources.</summary>
    public const string Wire = "lelezard";

    /// <summary>The time zone of its pages.</summary>
    public const string ZoneName = "America/Toronto";

    private const string Host = "https://www.lelezard.example";
    private const char NoBreakSpace = '\u00A0';
    private const int TeaserLength = 250;
    private const int Suggested = 6;

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneName);

    // The French pages use Windows-1252, as the real wire's old pages do, so that the sample exercises the decoder.
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding Probe = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, new EncoderReplacementFallback("?"), DecoderFallback.ExceptionFallback)!;

    /// <summary>Address of the list of one language.</summary>
    public static Uri ListAddress(bool french) => new($"{Host}{ListPath(french)}");

    /// <summary>Address of a release of this wire.</summary>
    public static Uri Address(SampleRelease release) => new(Host + Path(release));

    /// <summary>The list of releases of a language, newest first.</summary>
    public byte[] List(bool french, DateTimeOffset at)
    {
        var title = french ? "Communiqués de presse" : "Press releases";
        var items = new StringBuilder();
        foreach (var release in Of(french))
        {
            items.Append(CultureInfo.InvariantCulture, $"""
                <li><span class="time">{When(release, at)}</span>
                <a href="{Path(release)}">{Markup.Encode(release.Headline)}</a>
                <p>{Markup.Encode(Teaser(release, at))}</p></li>

                """);
        }
        return Page(title, french, $"""
            <h1>{title}</h1>
            <ul class="releases">
            {items}</ul>
            """);
    }

    /// <summary>The page of one release.</summary>
    public byte[] Release(SampleRelease release, DateTimeOffset at)
    {
        var time = Local(release, at);
        var french = release.French;
        var others = new StringBuilder();
        foreach (var other in Of(french).Where(other => other != release).Take(Suggested))
        {
            others.Append(CultureInfo.InvariantCulture, $"""
                <div class="other"><span class="time">{When(other, at)}</span><br>
                <a href="{Path(other)}" title="{Markup.Encode(other.Headline)}">{Markup.Encode(Teaser(other, at))}</a></div>

                """);
        }
        var dateline = Markup.Encode(WireDates.Dateline(release, time));
        var distributed = french
            ? $"Communiqué envoyé le {WireDates.DayAndTime(time, french)} et diffusé par{NoBreakSpace}:"
            : $"News published on {WireDates.DayAndTime(time, french)} and distributed by:";
        return Page(release.Headline, french, $"""
            <div class="labels">
            {(french ? $"Classé dans{NoBreakSpace}:" : "Classified in:")} {Markup.Encode(string.Join(", ", release.Categories))}<br>
            {SubjectLabel(release)} {Markup.Encode(string.Join(", ", SubjectNames(release)))}
            </div>
            <h1>{Markup.Encode(release.Headline)}</h1>
            <div class="release">
            {releases.Body(release, dateline, Zone, at)}
            </div>
            <div class="others">
            <h2>{(french ? "Ces communiqués de presse pourraient aussi vous intéresser" : "These press releases may also interest you")}</h2>
            {others}</div>
            <div class="credit">
            <p>{distributed}</p>
            <img src="/img/{Markup.Slug(release.Distributor)}.png" alt="{Markup.Encode(release.Distributor)}" width="160">
            </div>
            """);
    }

    private IEnumerable<SampleRelease> Of(bool french) => releases.All.Where(release => release.Wire == Wire && release.French == french);

    private static DateTimeOffset Local(SampleRelease release, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(SampleReleases.Published(release, at), Zone);

    private static string ListPath(bool french) => french ? "/fr/" : "/en/";

    private static string Path(SampleRelease release) =>
        release.French ? $"/communique-{release.Id}.html" : $"/en/news-{release.Slug}-{release.Id}.html";

    // The site shows a time without a date for releases of today, and adds the date to older ones.
    private static string When(SampleRelease release, DateTimeOffset at)
    {
        var time = Local(release, at);
        return (time.Date == TimeZoneInfo.ConvertTime(at, Zone).Date, release.French) switch
        {
            (true, true) => $"à {WireDates.Clock(time)}",
            (true, false) => $"at {WireDates.Clock(time)}",
            (false, true) => $"le {WireDates.DayAndTime(time, french: true)}",
            (false, false) => $"on {WireDates.DayAndTime(time, french: false)}",
        };
    }

    private string Teaser(SampleRelease release, DateTimeOffset at) =>
        Markup.Cut(releases.Opening(release, Zone, at), TeaserLength);

    private static string SubjectLabel(SampleRelease release) => (release.French, release.Subjects.Count) switch
    {
        (true, 1) => $"Sujet{NoBreakSpace}:",
        (true, _) => $"Sujets{NoBreakSpace}:",
        (false, 1) => "Subject:",
        _ => "Subjects:",
    };

    private static IEnumerable<string> SubjectNames(SampleRelease release) => release.Subjects.Select(code =>
        release is { SubjectsByName: true, French: true } && SubjectCatalog.Shipped.Find(SubjectCatalog.PrNewswire, code)?.French is { } name ? name : code);

    private static byte[] Page(string title, bool french, string content)
    {
        var page = $"""
            <!DOCTYPE html>
            <html lang="{(french ? "fr" : "en")}">
            <head>
            <meta charset="{(french ? "windows-1252" : "utf-8")}">
            <title>{Markup.Encode(title)}</title>
            </head>
            <body>
            <div id="top"><a href="{ListPath(french)}">Le Lézard</a></div>
            <ul id="menu">
            <li><a href="/en/">English</a></li>
            <li><a href="/fr/">Français</a></li>
            <li>{(french ? "Photos" : "Pictures")}</li>
            <li>{(french ? "À propos" : "About")}</li>
            </ul>
            <div id="content">
            {content}
            </div>
            <div id="bottom"><a href="{ListPath(french)}">{(french ? "Tous les communiqués" : "All press releases")}</a></div>
            </body>
            </html>

            """;
        return french ? Windows1252.GetBytes(WithReferences(page)) : Encoding.UTF8.GetBytes(page);
    }

    // A letter missing in Windows-1252, such as the ț of Constanța, is written as a numeric character reference.
    private static string WithReferences(string page)
    {
        var text = new StringBuilder(page.Length);
        foreach (var rune in page.EnumerateRunes())
        {
            var letter = rune.ToString();
            if (letter == "?" || Probe.GetBytes(letter) is not [(byte)'?'])
                text.Append(letter);
            else
                text.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};");
        }
        return text.ToString();
    }
}
