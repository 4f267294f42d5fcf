namespace NewsWire.Ingest.Formats.News;

/// <summary>
/// Separates the text of a release from a body that repeats what the document also gives in its own elements: the headline, a subheadline,
/// the contact.
/// </summary>
/// <param name="Html">The text, or null where nothing is left.</param>
/// <param name="Subheadline">The heading after the repeated headline, or null.</param>
/// <param name="ContactHtml">The part marked as the contact by its class, or null.</param>
internal sealed record HtmlBody(string? Html, string? Subheadline, string? ContactHtml)
{
    public static HtmlBody Of(string? html, string? headline)
    {
        if (html is null || HtmlPage.ParseFragment(html) is not { } body)
            return new HtmlBody(html, null, null);
        var repeated = body.QuerySelectorAll("h1").FirstOrDefault(heading => IsSame(heading.TextContent, headline));
        var under = repeated?.NextElementSibling is { LocalName: "h2" or "h3" } next && NewsText.Line(next.TextContent) is { Length: < 400 } ? next : null;
        var contact = body.QuerySelectorAll("div[class], section[class]").FirstOrDefault(part => part.ClassList.Any(name => name.Contains("contactinfo", StringComparison.OrdinalIgnoreCase)));
        var text = Markup.Inside(body, element => element == repeated || element == under || element == contact).Trim();
        return new HtmlBody(
            body.TextContent.AsSpan().IsWhiteSpace() || text.Length == 0 ? null : text,
            NewsText.Line(under?.TextContent),
            contact is null || contact.TextContent.AsSpan().IsWhiteSpace() ? null : Markup.Inside(contact).Trim());
    }

    private static bool IsSame(string heading, string? headline) =>
        NewsText.Line(headline) is { } line && string.Equals(NewsText.Line(heading), line, StringComparison.OrdinalIgnoreCase);
}
