using System.Globalization;
using System.Text.RegularExpressions;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>What may be done with a release.</summary>
internal enum Standing
{
    /// <summary>Shown.</summary>
    Live,

    /// <summary>Shown in the place of another.</summary>
    Correction,

    /// <summary>Shown, and known to have been sent before.</summary>
    Repetition,

    /// <summary>Taken back: what is known of it is no longer shown.</summary>
    Withdrawn,

    /// <summary>Not to be shown yet: it is not kept.</summary>
    Withheld,
}

/// <summary>Decides whether a release may be shown.</summary>
internal static partial class Standings
{
    private const int HeadSearched = 600;

    /// <summary>The standing, and why it may not be kept where that is so.</summary>
    public static (Standing Standing, string? Problem) Of(RawRelease raw, Correction? correction, string bodyText, ReadAt at)
    {
        if (raw.Status == RawStatus.Withdrawn)
            return (Standing.Withdrawn, null);
        if (raw.Status == RawStatus.Withheld)
            return (Standing.Withheld, "Its wire says that it may not be shown yet.");
        if (Embargo(raw.Embargo, at) is { } said)
            return (Standing.Withheld, said);
        if (InText().Match(bodyText.Length > HeadSearched ? bodyText[..HeadSearched] : bodyText) is { Success: true } line && WireDates.Read(line.Groups["until"].Value) is { Date: not null }
            && Embargo(line.Groups["until"].Value, at) is { } written)
            return (Standing.Withheld, written);
        return (correction?.Kind switch
        {
            CorrectionKind.Correction => Standing.Correction,
            CorrectionKind.Repetition => Standing.Repetition,
            _ when raw.Status == RawStatus.Corrected => Standing.Correction,
            _ => Standing.Live,
        }, null);
    }

    // A time that cannot be read may lie in the future: the release waits rather than come out too early.
    private static string? Embargo(string? text, ReadAt at)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (PublishedTime.Resolve(text, null, at.Zone, at.FetchedAt) is not { Said: { } until } time)
            return $"It is embargoed until “{PlainText.Shorten(PlainText.Clean(text), 60)}”, which is no time that could be read.";
        // A day begins at midnight somewhere east first; a release is not shown before the day has begun at its source.
        var from = time.As == "day" ? new DateTimeOffset(DateTime.SpecifyKind(until.UtcDateTime.Date, DateTimeKind.Unspecified), at.Zone.GetUtcOffset(until)) : until;
        return from > at.FetchedAt ? string.Create(CultureInfo.InvariantCulture, $"It is embargoed until {from.UtcDateTime:yyyy-MM-dd HH:mm} UTC.") : null;
    }

    // A line of its own: a sentence that ends in a word ("embargoed until 30 November, the goods stay in the harbor.") is news of another embargo.
    [GeneratedRegex("""^[ \t\u00A0*]*(?:STRICTLY\s)?(?:UNDER\s|SOUS\s)?EMBARGO(?:ED)?(?:\s(?:UNTIL|TILL|FOR\sRELEASE(?:\sON)?|JUSQU['’](?:AU|À))[ :\u00A0]{1,3}|\s?:[ \u00A0]{0,3})(?<until>[^\n]{6,80}?)(?<!\b\p{L}{4,}[.!?])[ \t*]*$""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InText();
}
