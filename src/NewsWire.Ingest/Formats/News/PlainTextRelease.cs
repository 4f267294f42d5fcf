using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats.News;

/// <summary>
/// Reads releases in plain text: AsiaNet's with its two header lines, or any text with a headline and at least one mark of a release (a
/// dateline, a source line, an announcement such as "Press Release"). Other texts are rejected.
/// </summary>
internal static partial class PlainTextRelease
{
    private const int LongestHeadline = 400;
    private const int MostNoise = 200;
    private const int OpeningParagraphs = 3;
    private const int FewestWords = 5;

    // Releases per file: as many as the busiest wire publishes in a day.
    private const int MostReleases = 1000;

    public static FormatContent Read(OpenedDocument document)
    {
        var text = document.Text.ReplaceLineEndings("\n");
        if (text.AsSpan().Count('\uFFFD') > MostNoise)
            return FormatContent.Unreadable("unknown", "This is a binary file (such as an image or an archive), not text.");
        var starts = Heading().Matches(text).Select(match => match.Index).ToList();
        List<string> texts = starts.Count < 2 ? [text] : [.. starts.Take(MostReleases).Select((start, number) => text[start..(number + 1 < starts.Count ? starts[number + 1] : text.Length)])];
        var releases = texts.Select(Release).OfType<RawRelease>().ToList();
        return releases.Count == 0
            ? FormatContent.Unreadable("unknown", "Plain text not recognized as a release: it has no dateline, no source line and no heading such as PRESS RELEASE.")
            : new FormatContent
            {
                Format = "text",
                Releases = [.. releases.Select(release => new FoundRelease(release))],
                Warnings = starts.Count > MostReleases ? [$"The file contains {starts.Count} releases; only the first {MostReleases} were read."] : [],
            };
    }

    private static RawRelease? Release(string text)
    {
        var heading = Heading().Match(text);
        var rest = heading.Success ? text[(heading.Index + heading.Length)..] : text;
        var before = Announcement().Match(rest);
        var paragraphs = TextParagraphs.Of(rest[before.Length..]);
        if (paragraphs.Count < 2 || NewsText.Line(paragraphs[0]) is not { Length: <= LongestHeadline } headline)
            return null;
        var body = paragraphs.Skip(1).ToList();
        var whole = string.Join("\n", body);
        if (!heading.Success && !before.Groups["called"].Success && Dateline.Find(whole) is null && !body.Take(OpeningParagraphs).Any(OpensText) && !SourceLine().IsMatch(whole))
            return null;
        // A single line between the headline and the dateline is the subheadline.
        var under = body.Count > 2 && body[0].Length <= LongestHeadline && !OpensText(body[0]) && OpensText(body[1]) ? NewsText.Line(body[0]) : null;
        var second = SecondLine(paragraphs[0]);
        if (under is null && second > 0)
            (headline, under) = (NewsText.Line(paragraphs[0][..second]) ?? headline, NewsText.Line(paragraphs[0][second..]));
        else
            second = 0;
        return new RawRelease
        {
            NativeId = heading.Success ? heading.Groups["id"].Value : null,
            Headline = headline,
            HeadlineIsText = true,
            Subheadline = under is null ? null : Markup.OfText(under),
            Embargo = before.Groups["until"] is { Success: true, Value: var until } ? until.Trim() : null,
            Issuer = NewsText.Line(heading.Groups["issuer"].Value) is { } issuer ? Markup.OfText(issuer) : null,
            BodyHtml = TextParagraphs.Html(under is null || second > 0 ? body : body.Skip(1)),
            Enclosures = [.. Picture().Matches(whole).Select(match => new Enclosure(match.Groups["url"].Value, null, match.Groups["what"].Value)).DistinctBy(file => file.Url).Take(20)],
        };
    }

    private static bool OpensText(string paragraph) => Dateline.Find(paragraph) is { Start: < 3 } || UnsignedDateline.At(paragraph) is not null;

    /// <summary>
    /// Index where a subheadline begins that no blank line separates from the headline, or 0: one of the
    /// two is in title case, the other is not.
    /// </summary>
    private static int SecondLine(string headline)
    {
        var end = headline.IndexOf('\n');
        if (end < 0 || GoesOn().IsMatch(headline[..end]))
            return 0;
        var second = headline.AsSpan(end + 1).Trim();
        return second.Count(' ') >= FewestWords - 1 && char.IsUpper(second[0]) && Capitals(headline.AsSpan(0, end)) - Capitals(second) > 0.5 ? end + 1 : 0;
    }

    // The share of capitalized words after the first; short words are lower case in every headline and are not counted.
    private static double Capitals(ReadOnlySpan<char> line)
    {
        var (words, capitals, first) = (0, 0, true);
        foreach (var range in line.Trim().Split(' '))
        {
            var word = line.Trim()[range];
            if (!first && word.Length > 3 && char.IsLetter(word[0]))
                (words, capitals) = (words + 1, capitals + (char.IsUpper(word[0]) ? 1 : 0));
            first = false;
        }
        return words == 0 ? 0.5 : (double)capitals / words;
    }

    // Source: Norvale, Inc.
    // MEDIA RELEASE PR67276
    [GeneratedRegex("""^Source:[ \t]*(?<issuer>[^\n]{1,200})\n(?:[ \t]*\n)*MEDIA RELEASE[ \t]+(?<id>[A-Z]{1,4}\d{2,9})[ \t]*\n""", RegexOptions.IgnoreCase | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    // Lines above a headline that announce a release and say when it may be used.
    [GeneratedRegex("""^(?:\s*(?:(?<called>(?:FOR\sIMMEDIATE\sRELEASE|(?:MEDIA|NEWS|PRESS)\sRELEASE|COMMUNIQUÉ(?:\sDE\sPRESSE)?|POUR\sDIFFUSION\sIMMÉDIATE|PRESSEMITTEILUNG)\b)[^\n]{0,60}|(?:STRICTLY\s)?EMBARGOED?\s(?:UNTIL|TILL?)?:?\s*(?<until>[^\n]{4,80}))[ \t]*\n)+""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Announcement();

    // A line that ends with a function word or a comma continues on the next line.
    [GeneratedRegex("""(?:[,:;&–—-]|\b(?:an?|the|and|or|of|in|on|at|to|for|from|with|by|as|le|la|les|de|du|des|et|à|en|der|die|das|und|für|el|los|y))\s*$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GoesOn();

    [GeneratedRegex("""^SOURCE:?[ \t]+\S""", RegexOptions.Multiline, 1000)]
    private static partial Regex SourceLine();

    [GeneratedRegex("""\b(?<what>Photo|Logo|Video|Infographic|Image)\s[-–—:]\s{0,3}(?<url>https?://[^\s<>"]{4,2000})""", RegexOptions.None, 1000)]
    private static partial Regex Picture();
}
