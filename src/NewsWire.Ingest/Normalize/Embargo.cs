using System.Globalization;
using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>Decides until when a release is withheld. In doubt it is withheld, because premature publication cannot be undone.</summary>
internal static partial class Embargo
{
    private const int HeadSearched = 600;
    private const int LongestReason = 60;

    // In characters; a longer line is news about some other embargo, such as one on goods.
    private const int LongestOccasion = 40;

    /// <summary>Why a release with this embargo element is withheld, or null where it is not.</summary>
    public static string? Of(string? text, ReadAt at)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (PublishedTime.Resolve(text, null, at.Zone, at.FetchedAt) is not { Said: { } until } time)
            return Unreadable(text);
        // For an embargo date without a time: the date begins at midnight in the source's zone, not in the zone furthest east.
        return Waits(time.As == "day" ? new DateTimeOffset(DateTime.SpecifyKind(until.UtcDateTime.Date, DateTimeKind.Unspecified), at.Zone.GetUtcOffset(until)) : until, at);
    }

    /// <summary>
    /// Why a release whose headline or first lines mention an embargo is withheld; or, if the embargo had to be interpreted and has ended,
    /// a remark on how it was read.
    /// </summary>
    public static (string? Reason, string? Remark) In(string? title, string bodyText, PublishedTime published, ReadAt at)
    {
        var head = title + "\n" + (bodyText.Length > HeadSearched ? bodyText[..HeadSearched] : bodyText);
        foreach (Match line in Line().Matches(head))
        {
            var until = line.Groups["until"].Value.Trim();
            if (WireDates.Read(until) is { Date: not null })
            {
                // "Embargoed until 30 November, the goods stay in the harbor." is news about another embargo.
                if (!SentenceEnd().IsMatch(until))
                    return (Of(until, at), null);
            }
            else if (EmbargoDay.In(until) is { } named)
            {
                return Named(until, named, published, at);
            }
            else if (line.Groups["release"].Success && line.Index > (title?.Length ?? 0) && until.Length <= LongestOccasion && !until.Contains(','))
            {
                return (Unreadable(until), null);
            }
        }
        return Bare().IsMatch(head[(head.IndexOf('\n', StringComparison.Ordinal) + 1)..]) ? ("The text says that the release is embargoed, without an end date.", null) : (null, null);
    }

    private static (string? Reason, string? Remark) Named(string until, EmbargoDay named, PublishedTime published, ReadAt at)
    {
        if (published.As == "seen" || published.Clamped)
            return ($"Embargoed until “{until}”; without a publication date, the day is unknown.", null);
        if (named.After(published, at.Zone) is not { } from)
            return (Unreadable(until), null);
        return Waits(from, at) is { } reason ? (reason, null)
            : (null, string.Create(CultureInfo.InvariantCulture, $"The text mentions an embargo until “{until}”, read as {from.UtcDateTime:yyyy-MM-dd HH:mm} UTC, which has passed."));
    }

    private static string? Waits(DateTimeOffset from, ReadAt at) =>
        from > at.FetchedAt ? string.Create(CultureInfo.InvariantCulture, $"Embargoed until {from.UtcDateTime:yyyy-MM-dd HH:mm} UTC.") : null;

    // A time that cannot be parsed may be in the future, so the release is withheld.
    private static string Unreadable(string text) => $"Embargoed until “{PlainText.Shorten(PlainText.Clean(text), LongestReason)}”, which could not be read as a date.";

    // A line of its own. Only "embargoed" and "under embargo" say that the release, and not some goods, is under embargo.
    [GeneratedRegex("""^[ \t\u00A0*(\[]*(?<release>STRICT(?:LY)?\s)?(?<release>UNDER\s|SOUS\s)?EMBARGO(?<release>ED)?(?:\s(?:UNTIL|TILL|FOR\sRELEASE(?:\s(?:ON|AT|UNTIL))?|JUSQU['’](?:AU|À)|HASTA(?:\sEL)?|BIS)[ :\u00A0]{1,3}|\s?:[ \u00A0]{0,3})(?<until>[^\n]{2,80}?)[ \t\u00A0*)\]]*$""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();

    [GeneratedRegex("""^[ \t\u00A0*(\[]*(?:(?:STRICTLY\s)?(?:UNDER\sEMBARGO|EMBARGOED)|SOUS\sEMBARGO)[ \t\u00A0*)\].:!]*$""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bare();

    [GeneratedRegex("""\b\p{L}{4,}[.!?]$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();
}
