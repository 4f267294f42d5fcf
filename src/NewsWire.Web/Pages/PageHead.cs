namespace NewsWire.Web.Pages;

/// <summary>What a page tells search engines and link previews; a page sets it as <c>ViewData["Head"]</c>, the layout writes it.</summary>
public sealed record PageHead
{
    private const int LongestDescription = 200;

    /// <summary>One or two sentences of plain text.</summary>
    public string? Description { get; init; }

    /// <summary>Path and query of the page's one address, escaped; null for the path that was asked for, without its query.</summary>
    public string? Canonical { get; init; }

    /// <summary>False for a page that search engines should leave out: an empty list.</summary>
    public bool Indexed { get; init; } = true;

    /// <summary>When the page's release was published; null for pages that are no article.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The description with white space collapsed, cut after a word to about <see cref="LongestDescription"/> characters.</summary>
    public string? Summary
    {
        get
        {
            var text = string.Join(' ', (Description ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (text.Length <= LongestDescription)
                return text.Length == 0 ? null : text;
            var end = text.LastIndexOf(' ', LongestDescription);
            return text[..(end > 0 ? end : LongestDescription)].TrimEnd(',', ';', ':', '.', '-', '–') + "…";
        }
    }
}
