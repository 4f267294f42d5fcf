using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>Reads one NewsML-G2 item as a release.</summary>
internal static class G2Item
{
    /// <summary>The release, or null, and a message: why there is none, or what is missing from it.</summary>
    public static (RawRelease? Release, string? Why) Read(WireElement item)
    {
        var meta = item.Child("itemMeta");
        var about = item.Child("contentMeta");
        var kind = meta.Child("itemClass") is { } named ? Concept.Of(named).Code ?? "text" : "text";
        var language = NewsText.Line(about.Child("language")?.Attribute("tag")) ?? item.Language;
        var headline = Headlines(about, language).FirstOrDefault();
        var content = G2Content.Of(item, headline);
        var nitf = content.Nitf;
        headline ??= nitf?.Headline;
        var what = $"{(kind is "text" or "composite" ? "An item" : $"A {kind}")} ({item.Attribute("guid") ?? "without an id"}) was left out:";
        if (content.Html is null && kind is not ("text" or "composite"))
            return (null, $"{what} it contains no text.");
        if (content.Html is null && headline is null)
            return (null, $"{what} it has no headline and no readable text.");

        var body = HtmlBody.Of(content.Html, headline);
        var guid = NewsText.Line(item.Attribute("guid"));
        var distributor = Party(meta.Child("provider"));
        var issuer = G2Subjects.Issuer(item);
        var created = meta.Child("firstCreated").Line();
        var version = meta.Child("versionCreated").Line();
        var (status, replaces) = G2Standing.Of(meta, about);
        return (new RawRelease
        {
            Id = guid,
            NativeId = guid,
            Headline = headline,
            HeadlineIsText = true,
            Subheadline = Encoded(Subheadline(about, language) ?? nitf?.Subheadline ?? body.Subheadline),
            Url = Page(meta) ?? WebAddress.Of(guid),
            Language = language ?? content.Language,
            Published = created ?? version ?? about.Child("contentCreated").Line(),
            Updated = created is null || version == created ? null : version,
            Embargo = meta.Child("embargoed").Line(),
            Status = status,
            Replaces = replaces,
            Distributor = Encoded(distributor ?? nitf?.Distributor),
            Issuer = Encoded(issuer),
            DatelinePlace = NewsText.PlaceOf(about.Child("dateline").Line()) ?? nitf?.Place ?? Place(about.Child("located")),
            Categories = [.. G2Subjects.Categories(about).Select(Markup.OfText)],
            Subjects = [.. G2Subjects.Of(about)],
            Tickers = [.. G2Shares.Of(item)],
            Authors = nitf is { Authors.Length: > 0 } ? nitf.Authors : [.. Authors(about).Where(name => name != distributor).Select(Markup.OfText)],
            Summary = Encoded(Description(about, language)) ?? nitf?.AbstractHtml,
            BodyHtml = body.Html,
            ContactHtml = body.ContactHtml ?? G2Subjects.Contact(item, issuer),
            Enclosures = [.. content.Enclosures, .. Logos(item)],
            Complete = !item.BreaksOff,
        }, content.IsUnread ? $"The text of an item ({guid ?? "without an id"}) is in an unsupported form; only its metadata was kept." : null);
    }

    /// <summary>A party's name: its name, literal or code, or the host of its address.</summary>
    private static string? Party(WireElement? party) => party is null ? null : Concept.Of(party).Label ?? WebAddress.Of(party.Attribute("uri"))?.Host;

    private static IEnumerable<string> Headlines(WireElement? about, string? language) =>
        InLanguage(about.Children("headline"), language).Where(line => !Role(line).Contains("sub", StringComparison.OrdinalIgnoreCase)).Select(line => line.Line()).OfType<string>();

    private static string? Subheadline(WireElement? about, string? language) =>
        InLanguage(about.Children("headline"), language).FirstOrDefault(line => Role(line).Contains("sub", StringComparison.OrdinalIgnoreCase)).Line()
        ?? InLanguage(about.Children("subheadline"), language).FirstOrDefault().Line();

    // A caption describes a picture; a summary or an abstract describes the release.
    private static string? Description(WireElement? about, string? language) =>
        InLanguage(about.Children("description"), language).Where(text => !Role(text).Contains("caption", StringComparison.OrdinalIgnoreCase)).Select(text => text.Line()).OfType<string>().FirstOrDefault();

    // Elements in the item's own language first, then those without a language, then the others.
    private static IEnumerable<WireElement> InLanguage(IEnumerable<WireElement> elements, string? language) => elements.OrderBy(element =>
        element.Attribute("xml:lang") is not { } own ? 1 : language is not null && own.Split('-')[0].Equals(language.Split('-')[0], StringComparison.OrdinalIgnoreCase) ? 0 : 2);

    private static string Role(WireElement element) => element.Attribute("role") ?? element.Attribute("roleuri") ?? "";

    private static string? Place(WireElement? located) => located is null ? null : NewsText.PlaceOf(located.Child("name").Line() ?? located.Attribute("literal"));

    private static IEnumerable<string> Authors(WireElement? about) => about.Child("by").Line() is { } by
        ? NewsText.NamesIn(by)
        : about.Children("creator").Where(creator => creator.Child("organisationDetails") is null).Select(creator => creator.Child("name").Line()).OfType<string>();

    private static Uri? Page(WireElement? meta) => meta.Children("link")
        .Where(link => (link.Attribute("rel") ?? "").Split(':')[^1].ToLowerInvariant() is "canonical" or "alternate" or "self" or "web")
        .Select(link => WebAddress.Of(link.Attribute("href")))
        .OfType<Uri>()
        .FirstOrDefault();

    private static IEnumerable<Enclosure> Logos(WireElement item) => item.Children("assert").SelectMany(about => about.Children("remoteInfo"))
        .Where(file => WebAddress.Of(file.Attribute("href")) is not null && file.Attribute("contenttype")?.StartsWith("image", StringComparison.OrdinalIgnoreCase) == true)
        .Select(file => new Enclosure(file.Attribute("href")!, file.Attribute("contenttype"), file.Child("name").Line()));

    private static string? Encoded(string? text) => text is null ? null : Markup.OfText(text);
}
