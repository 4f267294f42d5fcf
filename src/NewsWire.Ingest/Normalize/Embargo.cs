using System.Globalization;
using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>Until when a release may not be shown. In doubt it waits: what comes out too early cannot be called back.</summary>
internal static partial class Embargo
{
    private const int HeadSearched = 600;
    private const int LongestReason = 60;

    // News of an embargo on goods has more to say.
    private const int LongestOccasion = 40;

    /// <summary>Why a release waits whose document gives this embargo; null where it does not.</summary>
    public static string? Of(string? text, ReadAt at)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (PublishedTime.Resolve(text, null, at.Zone, at.FetchedAt) is not { Said: { } until } time)
            return Unreadable(text);
        // A day begins at midnight somewhere east first; a release is not shown before the day has begun at its source.
        return Waits(time.As == "day" ? new DateTimeOffset(DateTime.SpecifyKind(until.UtcDateTime.Date, DateTimeKind.Unspecified), at.Zone.GetUtcOffset(until)) : until, at);
    }

    /// <summary>
    /// Why a release waits whose headline or first lines speak of an embargo on it; or, where the embargo had to be worked out and
    /// is over, what was made of it.
    /// </summary>
    public static (string? Reason, string? Remark) In(string? title, string bodyText, PublishedTime published, ReadAt at)
    {
        var head = title + "\n" + (bodyText.Length > HeadSearched ? bodyText[..HeadSearched] : bodyText);
        foreach (Match line in Line().Matches(head))
        {
            var until = line.Groups["until"].Value.Trim();
            if (WireDates.Read(until) is { Date: not null })
            {
                // "Embargoed until 30 November, the goods stay in the harbor." is news of another embargo.
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
        return Bare().IsMatch(head[(head.IndexOf('\n', StringComparison.Ordinal) + 1)..]) ? ("Its text says that it is embargoed, and not until when.", null) : (null, null);
    }

    private static (string? Reason, string? Remark) Named(string until, EmbargoDay named, PublishedTime published, ReadAt at)
    {
        if (published.As == "seen" || published.Clamped)
            return ($"It is embargoed until “{until}”, and no date of publication tells which day that is.", null);
        if (named.After(published, at.Zone) is not { } from)
            return (Unreadable(until), null);
        return Waits(from, at) is { } reason ? (reason, null)
            : (null, string.Create(CultureInfo.InvariantCulture, $"Its text speaks of an embargo until “{until}”, taken to be {from.UtcDateTime:yyyy-MM-dd HH:mm} UTC, which is over."));
    }

    private static string? Waits(DateTimeOffset from, ReadAt at) =>
        from > at.FetchedAt ? string.Create(CultureInfo.InvariantCulture, $"It is embargoed until {from.UtcDateTime:yyyy-MM-dd HH:mm} UTC.") : null;

    // A time that cannot be read may lie in the future.
    private static string Unreadable(string text) => $"It is embargoed until “{PlainText.Shorten(PlainText.Clean(text), LongestReason)}”, which is no time that could be read.";

    // A line of its own. That the release is under it, and not some goods, only "embargoed" and "under embargo" say.
    [GeneratedRegex("""^[ \t\u00A0*(\[]*(?<release>STRICT(?:LY)?\s)?(?<release>UNDER\s|SOUS\s)?EMBARGO(?<release>ED)?(?:\s(?:UNTIL|TILL|FOR\sRELEASE(?:\s(?:ON|AT|UNTIL))?|JUSQU['’](?:AU|À)|HASTA(?:\sEL)?|BIS)[ :\u00A0]{1,3}|\s?:[ \u00A0]{0,3})(?<until>[^\n]{2,80}?)[ \t\u00A0*)\]]*$""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();

    [GeneratedRegex("""^[ \t\u00A0*(\[]*(?:(?:STRICTLY\s)?(?:UNDER\sEMBARGO|EMBARGOED)|SOUS\sEMBARGO)[ \t\u00A0*)\].:!]*$""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bare();

    [GeneratedRegex("""\b\p{L}{4,}[.!?]$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();
}
