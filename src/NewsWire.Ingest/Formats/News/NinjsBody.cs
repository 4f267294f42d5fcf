using System.Text.Json;
using NewsWire.Ingest.Formats.Json;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>The text of a ninjs item, which may be given in several forms.</summary>
internal static class NinjsBody
{
    /// <summary>The richest form as HTML, or null.</summary>
    public static string? Of(JsonElement item) =>
        item.All("bodies").OrderBy(Rank).Select(Html).FirstOrDefault(html => html is not null)
        ?? Unescaped(item.Text("body_xhtml") ?? item.Text("body_html")) ?? Nitf(item.Text("body_nitf")) ?? Plain(item.Text("body_text"));

    /// <summary>The headline of a body that is a whole document, or null. An item's title is only its name, and may be cut short.</summary>
    public static string? Headline(JsonElement item) => item.All("bodies").Where(body => Rank(body) == 1).Select(body => body.Text("value"))
        .Append(item.Text("body_nitf"))
        .Select(nitf => nitf is not null && XmlTree.Read(nitf).Root is { } root ? NitfText.Of(root).Headline : null)
        .FirstOrDefault(headline => headline is not null);

    /// <summary>The item's summary or lead as HTML, or null; captions are excluded.</summary>
    public static string? Lead(JsonElement item) =>
        item.All("descriptions")
            .Where(text => text.Text("role") is not { } role || !role.Contains("caption", StringComparison.OrdinalIgnoreCase))
            .Select(Html)
            .FirstOrDefault(html => html is not null)
        ?? item.Text("description_xhtml") ?? item.Text("description_html") ?? Plain(item.Text("description_text") ?? item.Text("description"));

    private static int Rank(JsonElement body) => TypeOf(body) switch
    {
        var type when type.Contains("html", StringComparison.OrdinalIgnoreCase) => 0,
        var type when type.Contains("nitf", StringComparison.OrdinalIgnoreCase) => 1,
        var type when type.Contains("xml", StringComparison.OrdinalIgnoreCase) => 3,
        _ => 2,
    };

    private static string? Html(JsonElement body)
    {
        if ((body.Text("value") ?? JsonValues.Text(body)) is not { } value)
            return null;
        return Rank(body) switch
        {
            0 => Unescaped(value),
            1 => Nitf(value),
            // A proprietary markup: which of its content is text is unknown.
            3 => null,
            _ => Plain(value),
        };
    }

    private static string? Nitf(string? value) => value is not null && XmlTree.Read(value).Root is { } nitf ? NitfText.Of(nitf).BodyHtml : null;

    private static string? Unescaped(string? html) => html is null ? null : EscapedMarkup.Unescaped(html);

    private static string? Plain(string? text) => text is null ? null : NewsText.IsMarkupAfterAll(text) ? text : TextParagraphs.Html(text);

    private static string TypeOf(JsonElement body) => $"{NinjsItem.Either(body, "contenttype", "contentType")} {body.Text("role")}";
}
