using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>
/// Reads NITF, IPTC's older format for a single text: the body is the release, the head holds its metadata and publication status.
/// </summary>
internal static partial class Nitf
{
    public static FormatContent Read(XmlTree tree, WireElement root)
    {
        var release = Release(root);
        return release.Headline is null && release.BodyHtml is null
            ? FormatContent.Unreadable("nitf", "This NITF document has no headline and no text.") with { Warnings = tree.Warnings }
            : new FormatContent { Format = "nitf", Releases = [new FoundRelease(release, root)], Warnings = tree.Warnings };
    }

    private static RawRelease Release(WireElement root)
    {
        var text = NitfText.Of(root);
        var head = root.Child("head");
        var about = head.Child("docdata");
        var id = about.Child("doc-id");
        var released = Day(about, "date.release");
        var (status, embargo) = Standing(about, released);
        var headline = text.Headline ?? head.Child("title").Line();
        var body = HtmlBody.Of(text.BodyHtml, headline);
        return new RawRelease
        {
            Id = id?.Attribute("id-string"),
            NativeId = id?.Attribute("id-string"),
            Headline = headline,
            HeadlineIsText = true,
            Subheadline = text.Subheadline is { } under ? Markup.OfText(under) : body.Subheadline is { } inBody ? Markup.OfText(inBody) : null,
            Language = root.Attribute("baselang") ?? root.Language,
            Published = Day(about, "date.issue") ?? released ?? head.Child("pubdata")?.Attribute("date.publication") ?? text.StoryDate,
            Embargo = embargo,
            Status = status,
            Replaces = status == RawStatus.Corrected ? about?.Attribute("management-doc-idref") : null,
            Distributor = text.Distributor ?? id?.Attribute("regsrc"),
            Issuer = Issuer(about),
            DatelinePlace = text.Place,
            DatelineDay = text.StoryDay ?? text.StoryDate,
            Categories = [.. about.Within(["keyword"]).Select(keyword => NewsText.Line(keyword.Attribute("key"))).OfType<string>().Select(Markup.OfText)],
            Subjects = [.. head.Within(["tobject.subject"]).Select(Subject).OfType<RawSubject>()],
            Tickers = [.. Tickers(about, isMentioned: false).Concat(Tickers(Opening(root), isMentioned: false)).Concat(Tickers(root.Child("body"), isMentioned: true)).DistinctBy(ticker => (ticker.Exchange, ticker.Symbol))],
            Authors = text.Authors,
            Summary = text.AbstractHtml,
            BodyHtml = body.Html,
            Enclosures = text.Enclosures,
            Complete = !root.BreaksOff,
        };
    }

    private static (RawStatus Status, string? Embargo) Standing(WireElement? about, string? released) => about?.Attribute("management-status")?.Trim().ToLowerInvariant() switch
    {
        "canceled" or "cancelled" or "killed" => (RawStatus.Withdrawn, null),
        "withheld" => (RawStatus.Withheld, null),
        "embargoed" => (released is null ? RawStatus.Withheld : RawStatus.Usable, released),
        _ => (about?.Attribute("management-doc-idref") is { Length: > 0 } ? RawStatus.Corrected : RawStatus.Usable, released),
    };

    private static string? Day(WireElement? about, string name) => NewsText.Line(about.Child(name)?.Attribute("norm"));

    // A single organisation in identified-content is the issuer; of several, none can be chosen.
    private static string? Issuer(WireElement? about) =>
        about.Child("identified-content").Children("org").Select(org => org.Line()).OfType<string>().ToList() is [var only] ? Markup.OfText(only) : null;

    private static RawSubject? Subject(WireElement subject)
    {
        var name = subject.Attribute("tobject.subject.detail") ?? subject.Attribute("tobject.subject.matter") ?? subject.Attribute("tobject.subject.type");
        return Concept.Of(subject.Attribute("tobject.subject.refnum"), NewsText.Line(name)).Subject;
    }

    // The head and the first paragraph say what the whole is about; further on an organisation is named as it comes.
    private static IEnumerable<RawTicker> Tickers(WireElement? part, bool isMentioned) => part.Within(["org"])
        .SelectMany(org => org.Children("alt-code").Prepend(org).Select(Ticker).OfType<RawTicker>().Select(ticker => ticker with { Company = org.Line(), IsMentioned = isMentioned }));

    private static WireElement? Opening(WireElement root) => root.Child("body", "body.content").Within(["p"]).FirstOrDefault();

    private static RawTicker? Ticker(WireElement org) =>
        org.Attribute("value") is { } symbol && Symbol().IsMatch(symbol) && org.Attribute("idsrc") is { Length: <= 20 } exchange && exchange.Contains('.') is false
            ? new RawTicker(exchange, symbol)
            : null;

    [GeneratedRegex("""^[A-Z][A-Z0-9.\-]{0,9}$""", RegexOptions.None, 1000)]
    private static partial Regex Symbol();
}
