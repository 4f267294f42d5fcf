using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>
/// Reads the &lt;release&gt; format of the Nordic press-release services (NTB Kommunikasjon, STT Info, Via Ritzau, Via TT). Its texts are
/// doubly encoded HTML, and its times are local to the service.
/// </summary>
internal static class ServiceRelease
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
    private static readonly TimeZoneInfo Helsinki = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");

    /// <summary>True for a release in this format; other formats also have a release element.</summary>
    public static bool Fits(WireElement root) => root.Child("title") is not null && (root.Child("body") ?? root.Child("leadtext") ?? root.Child("publicationDate")) is not null;

    public static FormatContent Read(XmlTree tree, WireElement root)
    {
        var release = Release(root);
        return release.Headline is null && release.BodyHtml is null
            ? FormatContent.Unreadable("release", "This release has no title and no text.") with { Warnings = tree.Warnings }
            : new FormatContent { Format = "release", Releases = [new FoundRelease(release, root)], Warnings = tree.Warnings };
    }

    private static RawRelease Release(WireElement root)
    {
        var address = WebAddress.Of((root.Child("longurl") ?? root.Child("shorturl") ?? root.Child("url")).Line());
        var zone = address?.Host.EndsWith(".fi", StringComparison.OrdinalIgnoreCase) == true || root.Attribute("lang") is "fi" ? Helsinki : Oslo;
        var lead = Html(root.Child("leadtext"));
        var publisher = root.Child("publisher");
        // The parts in the order the service displays them under the headline: lead, text, and the issuer's description.
        string?[] parts = [lead is null || NewsText.IsMarkup(lead) ? lead : $"<p>{lead}</p>", Html(root.Child("body")), Plain(root.Child("boilerplate"))];
        return new RawRelease
        {
            Id = NewsText.Line(root.Attribute("id")),
            NativeId = NewsText.Line(root.Attribute("id")),
            Headline = root.Child("title").Line(),
            HeadlineIsText = true,
            Url = address,
            Language = root.Attribute("lang") ?? root.Language,
            Published = NewsText.InZone(root.Child("publicationDate").Line(), zone),
            Embargo = NewsText.InZone(root.Child("embargo").Line(), zone),
            Issuer = publisher.Child("name").Line() is { } name ? Markup.OfText(name) : null,
            Categories = [.. Words(root).Distinct().Select(Markup.OfText)],
            Summary = lead,
            BodyHtml = parts.Any(part => part is not null) ? string.Join('\n', parts.Where(part => part is not null)) : null,
            ContactHtml = Plain(root.Child("contactsAsText")) ?? Contacts(root.Child("contacts")),
            Enclosures = [.. Files(root)],
            Complete = !root.BreaksOff,
        };
    }

    private static string? Html(WireElement? element) => element.Line() is null ? null : element!.Text.Trim();

    private static string? Plain(WireElement? element) => element.Line() is null ? null
        : NewsText.IsMarkup(element!.Text) ? element.Text.Trim()
        : TextParagraphs.Html(string.Join('\n', element.Text.Split('\n').Select(line => line.Trim())));

    private static string? Contacts(WireElement? contacts)
    {
        var people = contacts?.Elements.Select(person => string.Join("<br>", person.Elements.Select(line => line.Line()).OfType<string>().Select(Markup.OfText))).Where(person => person.Length > 0).ToList();
        return people is { Count: > 0 } ? string.Join('\n', people.Select(person => $"<p>{person}</p>")) : null;
    }

    private static IEnumerable<string> Words(WireElement root) =>
        (root.Child("keywords")?.Text ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(root.Child("categories").Children("category").Select(category => category.Child("label").Line() ?? category.Child("name").Line() ?? category.Line()).OfType<string>());

    private static IEnumerable<Enclosure> Files(WireElement root) => root.Within(["image", "logo", "document", "video"])
        .Select(file => (Url: file.Child("url").Line() ?? file.Attribute("url"), Title: (file.Child("caption").Line() ?? file.Child("title").Line() ?? file.Child("name").Line()) ?? (file.LocalName is "logo" ? "Logo" : null)))
        .Where(file => WebAddress.Of(file.Url) is not null)
        .Select(file => new Enclosure(file.Url!, TypeOf(file.Url!), file.Title))
        .DistinctBy(file => file.Url);

    private static string? TypeOf(string url) => url.Split('?')[0].Split('.')[^1].ToLowerInvariant() switch
    {
        "jpg" or "jpeg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        "pdf" => "application/pdf",
        "mp4" => "video/mp4",
        _ => null,
    };
}
