using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using NewsWire.Ingest.Formats.Json;

namespace NewsWire.Ingest.Formats.News;

/// <summary>Reads one ninjs item as a release.</summary>
internal static class NinjsItem
{
    /// <summary>Members that only items have; they distinguish an item from other objects with a uri.</summary>
    public static readonly ImmutableArray<string> Telling =
        ["headline", "headlines", "versioncreated", "versionCreated", "body_text", "body_xhtml", "body_html", "bodies", "eventDetails", "pubstatus", "pubStatus", "altids", "altIds"];

    /// <summary>The release, or null and the reason why there is none.</summary>
    public static (RawRelease? Release, string? Why) Read(JsonElement item)
    {
        var id = item.Text("uri")!;
        var kind = item.Text("type") ?? (item.TryGetProperty("eventDetails", out _) ? "event" : "text");
        var headline = WebUtility.HtmlDecode(Said(item, "headlines", sub: false)) ?? item.Words("headline") ?? NinjsBody.Headline(item) ?? item.Words("title");
        var body = HtmlBody.Of(NinjsBody.Of(item), headline);
        if (kind is not ("text" or "composite") && body.Html is null)
            return (null, $"{(kind[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "An" : "A")} {kind} ({id}) was left out: it contains no release text.");
        if (headline is null && body.Html is null)
            return (null, $"An item ({id}) was left out: it has no headline and no text.");

        var url = WebAddress.Of(id);
        var created = Either(item, "firstcreated", "firstCreated") ?? Either(item, "contentcreated", "contentCreated");
        var version = Either(item, "versioncreated", "versionCreated");
        var embargo = item.Text("embargoed");
        return (new RawRelease
        {
            Id = id,
            NativeId = url is null ? id : null,
            Headline = headline,
            HeadlineIsText = true,
            Subheadline = Encoded(Said(item, "headlines", sub: true) ?? item.Text("subheadline") ?? body.Subheadline),
            Url = url,
            Language = item.Text("language"),
            Published = created ?? version,
            Updated = created is null || version == created ? null : version,
            Embargo = embargo,
            Status = Standing(item),
            Distributor = Encoded(NinjsNames.Distributor(item)),
            Issuer = Encoded(NinjsNames.Issuer(item)),
            DatelinePlace = NewsText.PlaceOf(item.Text("located")),
            Categories = [.. NinjsNames.Categories(item).Distinct().Select(Markup.OfText)],
            Subjects = [.. NinjsNames.Subjects(item)],
            Tickers = [.. NinjsNames.Tickers(item).Distinct()],
            Authors = [.. NewsText.NamesIn(item.Text("byline") ?? item.Text("by")).Select(Markup.OfText)],
            Summary = NinjsBody.Lead(item),
            BodyHtml = body.Html,
            ContactHtml = body.ContactHtml,
            Enclosures = [.. NinjsFiles.Of(item)],
        }, null);
    }

    /// <summary>A member in the spelling of ninjs 2 (lower case) or 3 (camel case).</summary>
    public static string? Either(JsonElement item, string lower, string camel) => item.Text(lower) ?? item.Text(camel);

    private static RawStatus Standing(JsonElement item) => Either(item, "pubstatus", "pubStatus")?.ToLowerInvariant() switch
    {
        "canceled" or "cancelled" => RawStatus.Withdrawn,
        "withheld" => RawStatus.Withheld,
        _ => item.All("signals").Any(signal => (signal.Text("name") ?? JsonValues.Text(signal)) is "correction" or "update") ? RawStatus.Corrected : RawStatus.Usable,
    };

    private static string? Said(JsonElement item, string list, bool sub) => item.All(list)
        .Where(line => (line.Text("role")?.StartsWith("sub", StringComparison.OrdinalIgnoreCase) == true) == sub)
        .Select(line => line.Text("value") ?? JsonValues.Text(line))
        .FirstOrDefault(line => line is not null);

    private static string? Encoded(string? text) => text is null ? null : Markup.OfText(text);
}
