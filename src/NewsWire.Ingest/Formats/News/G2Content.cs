using System.Collections.Immutable;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>The content of the contentSet elements of a NewsML-G2 item.</summary>
/// <param name="Html">The text as HTML, or null where there is none.</param>
/// <param name="Nitf">The NITF document that holds the text, or null.</param>
/// <param name="Language">The language declared by the content itself, or null.</param>
/// <param name="IsUnread">True where there is content in a form that is not supported, such as sports tables or video segments.</param>
internal sealed record G2Content(string? Html, NitfText? Nitf, string? Language, ImmutableArray<Enclosure> Enclosures, bool IsUnread = false)
{
    public static G2Content Of(WireElement item, string? caption)
    {
        var sets = item.LocalName.Equals("contentSet", StringComparison.OrdinalIgnoreCase) ? [item] : item.Children("contentSet");
        var parts = sets.SelectMany(set => set.Elements).ToList();
        var files = Renditions.Best(parts.Where(part => Is(part, "remoteContent") && part.Attribute("href") is not null).Select(Remote), caption);
        // The same text may be given in several forms; the richest is used.
        foreach (var part in parts.Where(part => Is(part, "inlineXML") || Is(part, "inlineData")).OrderBy(Rank))
        {
            var nitf = part.Within(["nitf"]).FirstOrDefault();
            var text = nitf is null ? null : NitfText.Of(nitf);
            var html = text?.BodyHtml ?? (nitf is null ? HtmlOf(part) : null);
            if (html is not null)
                return new G2Content(html, text, part.Within(["html"]).FirstOrDefault()?.Language ?? part.Language, [.. files, .. text?.Enclosures ?? []]);
        }
        return new G2Content(null, null, null, files, parts.Exists(part => (Is(part, "inlineXML") || Is(part, "inlineData")) && part.Line() is not null));
    }

    private static bool Is(WireElement part, string name) => part.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static int Rank(WireElement part) => (part.Attribute("contenttype") ?? "") switch
    {
        var type when type.Contains("html", StringComparison.OrdinalIgnoreCase) => 0,
        var type when type.Contains("nitf", StringComparison.OrdinalIgnoreCase) => 1,
        _ => Is(part, "inlineXML") ? 2 : 3,
    };

    private static string? HtmlOf(WireElement part)
    {
        // Encoded content (base64) is not text.
        if (part.Attribute("encoding") is { Length: > 0 })
            return null;
        if (part.HasElements)
            return part.Within(["body"]).FirstOrDefault() is { } body ? body.Line() is null ? null : InlineHtml.Inside(body)
                : part.Within(["p", "div", "article", "section"]).Any() ? InlineHtml.Inside(part) : null;
        var text = part.Text;
        return string.IsNullOrWhiteSpace(text) ? null : (IsPlain(part) ? NewsText.IsMarkupAfterAll(text) : NewsText.IsMarkup(text)) ? text : TextParagraphs.Html(text);
    }

    private static bool IsPlain(WireElement part) => part.Attribute("contenttype")?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true;

    private static Rendition Remote(WireElement part) =>
        Rendition.Of(part.Attribute("href")!, part.Attribute("contenttype"), part.Attribute("width"), part.Attribute("size"));
}
