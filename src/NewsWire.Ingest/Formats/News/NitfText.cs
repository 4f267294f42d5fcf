using System.Collections.Immutable;
using NewsWire.Ingest.Formats.Xml;

namespace NewsWire.Ingest.Formats.News;

/// <summary>The body of a NITF document, standalone or embedded in another format.</summary>
internal sealed record NitfText
{
    public string? Headline { get; private init; }
    public string? Subheadline { get; private init; }
    public ImmutableArray<string> Authors { get; private init; } = [];
    public string? Distributor { get; private init; }
    public string? Place { get; private init; }

    /// <summary>The normalized date of the dateline (story.date's norm attribute), as written.</summary>
    public string? StoryDate { get; private init; }

    /// <summary>The displayed date of the dateline, often without a year.</summary>
    public string? StoryDay { get; private init; }

    public string? AbstractHtml { get; private init; }
    public string? BodyHtml { get; private init; }
    public ImmutableArray<Enclosure> Enclosures { get; private init; } = [];

    public static NitfText Of(WireElement nitf)
    {
        var body = nitf.Child("body");
        var head = body.Child("body.head") ?? nitf.Child("body.head");
        var content = body.Child("body.content") ?? nitf.Child("body.content");
        var end = body.Child("body.end");
        var lines = head.Child("hedline");
        var dateline = head.Child("dateline");
        // The body end (tagline, bibliography) is displayed text: further authors and the source.
        string?[] parts = [content is null ? null : InlineHtml.Inside(content), Paragraph(end.Child("tagline")), Paragraph(end.Child("bibliography"))];
        var html = string.Join('\n', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        return new NitfText
        {
            Headline = lines.Child("hl1").Line() ?? lines.Line(),
            Subheadline = lines.Child("hl2").Line(),
            Authors = [.. head.Children("byline").SelectMany(Names)],
            Distributor = head.Child("distributor").Line(),
            Place = NewsText.PlaceOf(dateline.Child("location").Line() ?? dateline.Line()),
            StoryDate = dateline.Child("story.date")?.Attribute("norm") ?? dateline.Child("story.date").Line(),
            StoryDay = dateline.Child("story.date").Line(),
            AbstractHtml = head.Child("abstract") is { } lead && lead.Line() is not null ? InlineHtml.Inside(lead) : null,
            BodyHtml = content.Line() is null || html.Length == 0 ? null : html,
            Enclosures = [.. content.Within(["media"]).Concat(head.Within(["media"])).SelectMany(Media)],
        };
    }

    private static string? Paragraph(WireElement? element) => element.Line() is null ? null : element!.HasElements && element.Child("p") is not null ? InlineHtml.Inside(element) : $"<p>{InlineHtml.Inside(element)}</p>";

    // A byline may include a job title: By Anna Ostrander, Staff Reporter.
    private static IEnumerable<string> Names(WireElement byline)
    {
        var people = byline.Children("person").Select(person => person.Line()).OfType<string>().ToList();
        if (people.Count > 0)
            return people.Select(Markup.OfText);
        var name = string.Concat(byline.Nodes.Select(node => node is WireText text ? text.Value : node is WireElement element && !element.LocalName.Equals("byttl", StringComparison.OrdinalIgnoreCase) ? element.Text : ""));
        return NewsText.NamesIn(name.Trim().TrimEnd(',')).Select(Markup.OfText);
    }

    private static IEnumerable<Enclosure> Media(WireElement media) => Renditions.Best(
        media.Children("media-reference")
            .Where(reference => reference.Attribute("source") is not null)
            .Select(reference => Rendition.Of(reference.Attribute("source")!, reference.Attribute("mime-type"), reference.Attribute("width"), null)),
        media.Child("media-caption").Line() ?? media.Child("media-reference")?.Attribute("alternate-text"),
        media.Child("media-producer").Line());
}
