using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>Texts and files of NewsML 1 content items.</summary>
internal static class NewsMlContent
{
    /// <summary>The text of the components' content items as HTML, the richest form first; null where there is none.</summary>
    public static string? HtmlOf(IEnumerable<WireElement> components) =>
        components.SelectMany(component => component.Children("ContentItem")).OrderByDescending(IsHtml).Select(HtmlOf).FirstOrDefault(html => html is not null);

    /// <summary>The text of one content item as HTML; null where it has none.</summary>
    public static string? HtmlOf(WireElement content)
    {
        var data = content.Child("DataContent") ?? content.Child("Encoding", "DataContent");
        // Style sheets are not text, nor is base64-encoded content.
        if (data is null || (content.Child("Encoding")?.Attribute("Notation") is { } packed && packed.Contains("base64", StringComparison.OrdinalIgnoreCase)) || TypeOf(content).Contains("css", StringComparison.OrdinalIgnoreCase))
            return null;
        if (!data.HasElements)
            return data.Line() is null ? null : NewsText.IsMarkup(data.Text) || IsHtml(content) ? data.Text.Trim() : TextParagraphs.Html(data.Text);
        if (data.Within(["nitf"]).FirstOrDefault() is { } nitf)
            return NitfText.Of(nitf).BodyHtml;
        var body = data.Within(["body.content", "body"]).FirstOrDefault() ?? data;
        return body.Line() is null ? null : InlineHtml.Inside(body);
    }

    /// <summary>The files of a component: the best rendition of each kind, and every document.</summary>
    public static IEnumerable<Enclosure> Files(WireElement component)
    {
        var contents = component.Children("ContentItem").Where(content => content.Attribute("Href") is not null).ToList();
        var caption = component.Child("NewsLines", "HeadLine").Line();
        var role = NewsText.Line(component.Child("Role")?.Attribute("FormalName"));
        // The component that holds the text has the release's own headline, which is not a caption.
        return Renditions.Best(contents.Select(File), role is null ? null : caption ?? role)
            .Select(file => file with { Title = file.Title ?? contents.Where(content => content.Attribute("Href")!.Trim() == file.Url).Select(Title).FirstOrDefault() });
    }

    private static Rendition File(WireElement content) => Rendition.Of(
        content.Attribute("Href")!,
        content.Child("MimeType")?.Attribute("FormalName") ?? content.Child("MimeType").Line(),
        Property(content, "PixelWidth") ?? Property(content, "Width"),
        content.Child("Characteristics", "SizeInBytes").Line());

    private static string? Title(WireElement content) => NewsText.Line(Property(content, "Title"));

    private static string? Property(WireElement content, string name) =>
        content.Child("Characteristics").Children("Property").FirstOrDefault(property => name.Equals(property.Attribute("FormalName"), StringComparison.OrdinalIgnoreCase))?.Attribute("Value");

    private static bool IsHtml(WireElement content) => TypeOf(content).Contains("html", StringComparison.OrdinalIgnoreCase);

    private static string TypeOf(WireElement content) => string.Join(
        ' ',
        content.Child("MimeType").Line(),
        content.Child("MimeType")?.Attribute("FormalName"),
        content.Child("Format")?.Attribute("FormalName"));
}
