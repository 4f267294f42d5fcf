using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats.News;

/// <summary>
/// Reads IPTC 7901 and ANPA 1312 messages: a header line, a line of keywords, the text, and a trailer with the time of transmission.
/// </summary>
internal static partial class IptcText
{
    public static FormatContent Read(OpenedDocument document)
    {
        var releases = ImmutableArray.CreateBuilder<FoundRelease>();
        var warnings = ImmutableArray.CreateBuilder<string>();
        foreach (var message in document.Text.Split(WireSignals.StartOfHeading, StringSplitOptions.RemoveEmptyEntries).Where(message => !string.IsNullOrWhiteSpace(message)))
        {
            if (Release(message, warnings) is { } release)
                releases.Add(new FoundRelease(release));
        }
        return releases.Count == 0
            ? FormatContent.Unreadable("iptc7901", "This wire message (IPTC 7901) contains no text.")
            : new FormatContent { Format = "iptc7901", Releases = releases.ToImmutable(), Warnings = warnings.ToImmutable() };
    }

    private static RawRelease? Release(string message, ImmutableArray<string>.Builder warnings)
    {
        var start = message.IndexOf(WireSignals.StartOfText, StringComparison.Ordinal);
        var end = message.IndexOf(WireSignals.EndOfText, Math.Max(start, 0));
        if (start < 0)
            return null;
        var text = message[(start + 1)..(end < 0 ? message.Length : end)];
        if (NotForPublication().Match(text) is { Success: true } notice)
        {
            text = text[..notice.Index];
            warnings.Add("Passages marked as not for publication were left out.");
        }
        if (end < 0)
            warnings.Add("The message has no end mark; the text received was kept.");
        var top = LinesOnTop().Match(text);
        var named = top.Groups["line"].Captures.Select(line => line.Value.Trim()).ToList();
        var paragraphs = TextParagraphs.Of(text[top.Length..], indentBegins: true).ToList();
        if (named.FirstOrDefault(line => !Slug().IsMatch(line) && !Byline().IsMatch(line)) is { } onTop)
            paragraphs.Insert(0, onTop);
        if (paragraphs.Count == 0)
            return null;
        var lines = message[..start].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var header = Header().Match(lines.FirstOrDefault() ?? "");
        var sent = Sent(end < 0 ? "" : message[(end + 1)..]);
        // On these wires an equals sign marks the end of a headline.
        var headline = NewsText.Line(paragraphs[0].TrimEnd('=', ' '));
        return new RawRelease
        {
            // Message numbers restart every day, so the id includes the date.
            NativeId = header.Success && sent is not null ? $"{header.Groups["number"].Value}-{sent[..10]}" : null,
            Headline = headline,
            HeadlineIsText = true,
            Published = sent,
            Distributor = header.Groups["service"] is { Success: true, Value: var service } ? Markup.OfText(service) : null,
            Authors = [.. named.Where(line => Byline().IsMatch(line)).SelectMany(NewsText.NamesIn).Select(Markup.OfText)],
            Categories = [.. Keywords(lines.Skip(1)).Select(Markup.OfText)],
            BodyHtml = paragraphs.Count > 1 ? TextParagraphs.Html(paragraphs.Skip(1)) : null,
            Complete = end >= 0,
        };
    }

    // Germany-politics/   bc-quarter-results  11-13  0211
    private static IEnumerable<string> Keywords(IEnumerable<string> lines) => lines.Take(1)
        .Select(line => NewsText.Line(AfterKeywords().Replace(line, "").Trim('/', ' ')))
        .OfType<string>();

    /// <summary>Converts "131137 GMT Nov 13" or "11-13-13 1137GMT" to ISO 8601; null where neither is found.</summary>
    private static string? Sent(string trailer)
    {
        if (DayTime().Match(trailer) is { Success: true } iptc
            && DateTime.TryParseExact($"{iptc.Groups["day"].Value} {iptc.Groups["month"].Value} {iptc.Groups["year"].Value} {iptc.Groups["clock"].Value}", "dd MMM yy HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            return $"{at:yyyy-MM-dd'T'HH:mm:ss}{(iptc.Groups["zone"].Value is "GMT" or "UTC" or "Z" ? "Z" : "")}";
        }
        return MonthFirst().Match(trailer) is { Success: true } anpa
            && DateTime.TryParseExact(anpa.Groups["stamp"].Value, "MM-dd-yy HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var sent)
            ? $"{sent:yyyy-MM-dd'T'HH:mm:ss}{(anpa.Groups["zone"].Value is "GMT" or "UTC" ? "Z" : "")}"
            : null;
    }

    // ^BC-Pellworth, 1st Ld<   ^Pellworth pays a dividend<   ^By ANNA OSTRANDER=
    [GeneratedRegex("""\A(?:\s*\^(?<line>[^\r\n<=^]{1,300})[<=][ \t\r]*(?:\n|\z))*""", RegexOptions.None, 1000)]
    private static partial Regex LinesOnTop();

    // The slug and the version of the story ("1st Ld").
    [GeneratedRegex("""^(?:[A-Z]{2}-{1,2}\S|Eds?\b)""", RegexOptions.None, 1000)]
    private static partial Regex Slug();

    [GeneratedRegex("""^By\s""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Byline();

    // eca062 4 i 211 ccccb   dpa 061
    [GeneratedRegex("""^\s*(?<number>[A-Za-z]{1,4}\d{1,5})\b(?:\s+(?<priority>\d))?(?:\s+(?<category>[A-Za-z]{1,3})(?=\s))?(?:\s+(?<words>\d{1,5}))?(?:.{0,60}?\s(?<service>[A-Za-z]{2,12})\s+\d{1,5}\s*$)?""", RegexOptions.None, 1000)]
    private static partial Regex Header();

    [GeneratedRegex("""(?:\s+\d{2}-\d{2})?\s+\d{2,5}\s*$""", RegexOptions.None, 1000)]
    private static partial Regex AfterKeywords();

    [GeneratedRegex("""(?<day>\d{2})(?<clock>\d{4})\s*(?<zone>[A-Z]{1,4})?\s+(?<month>[A-Za-z]{3})[a-z]*\s+(?:\d{2}(?=\d{2}\b))?(?<year>\d{2})\b""", RegexOptions.None, 1000)]
    private static partial Regex DayTime();

    [GeneratedRegex("""(?<stamp>\d{2}-\d{2}-\d{2}\s\d{4})\s?(?<zone>[A-Z]{1,4})?""", RegexOptions.None, 1000)]
    private static partial Regex MonthFirst();

    // A heading and a rule may precede the notice.
    [GeneratedRegex("""(?:^\#[^\n]{0,80}\n\s*)?(?:^[*\s]{1,40}\n)?^[^\n]{0,60}\bnot\s(?:intended\s)?for\spublication\b""", RegexOptions.IgnoreCase | RegexOptions.Multiline, 1000)]
    private static partial Regex NotForPublication();
}
