using System.Globalization;
using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>The time of publication of a release and how exactly it is known.</summary>
/// <param name="Instant">UTC in whole microseconds; lists are ordered by it.</param>
/// <param name="As">instant where a time was given; day where only a date was (the instant is then noon UTC); seen where neither was (the
/// instant is then the time of the fetch).</param>
/// <param name="Text">The time as the wire wrote it, or null.</param>
/// <param name="Zone">The time zone it was read in, or null.</param>
/// <param name="Clamped">True where the time given is implausible; the instant is then the time of the fetch.</param>
internal sealed record PublishedTime(DateTimeOffset Instant, string As, string? Text, string? Zone, bool Clamped)
{
    // Tolerance for clocks that are ahead; a later time is an error in the document.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(15);
    private static readonly DateOnly Earliest = new(1985, 1, 1);

    /// <summary>The time given, in UTC, even if implausible; null where none was given or it has no UTC equivalent.</summary>
    public DateTimeOffset? Said { get; init; }

    /// <summary>
    /// Parses a time of publication. A time without a date is the latest such time not after the fetch; the dateline's date is used where
    /// there is nothing else.
    /// </summary>
    /// <param name="zone">The source's time zone, for times without a zone; machine formats without a zone are UTC.</param>
    public static PublishedTime Resolve(string? text, DateOnly? datelineDay, TimeZoneInfo zone, DateTimeOffset fetchedAt)
    {
        var seen = Whole(fetchedAt.ToUniversalTime());
        if (WireDates.Read(text) is { } written)
        {
            var inZone = written.Zone is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : zone;
            var offset = written.Offset ?? (written is { OfMachine: true, Zone: null } ? TimeSpan.Zero : null);
            var zoneName = offset is { } hours ? "UTC" + hours.TotalHours.ToString("+0.##;-0.##;+0", CultureInfo.InvariantCulture) : inZone.Id;
            if (written is { Date: { } date, Time: { } time })
                return Plausible(InstantOf(date, time, offset, inZone), "instant", zoneName);
            if (written is { Date: null, Time: { } clock })
            {
                var today = DateOnly.FromDateTime(offset is { } shift ? seen.ToOffset(shift).DateTime : TimeZoneInfo.ConvertTime(seen, inZone).DateTime);
                var instant = InstantOf(today, clock, offset, inZone);
                return Plausible(instant is { } at && at <= seen + Ahead ? instant : InstantOf(today.AddDays(-1), clock, offset, inZone), "instant", zoneName);
            }
            if (written.Date is { } day)
                return Day(day);
        }
        return datelineDay is { } fallback ? Day(fallback) : new PublishedTime(seen, "seen", text, null, false);

        PublishedTime Day(DateOnly day)
        {
            var plausible = Plausible(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero), "day", zone.Id);
            // Today's noon may still be in the future, but the date is correct.
            return plausible.Clamped && day <= DateOnly.FromDateTime(seen.UtcDateTime).AddDays(1) && day >= Earliest ? plausible with { Clamped = false } : plausible;
        }

        PublishedTime Plausible(DateTimeOffset? instant, string kind, string? inZone) =>
            instant is not { } at || at > seen + Ahead || DateOnly.FromDateTime(at.UtcDateTime) < Earliest
                ? new PublishedTime(seen, kind, text, inZone, true) { Said = instant }
                : new PublishedTime(Whole(at), kind, text, inZone, false) { Said = Whole(at) };
    }

    /// <summary>The instant or date in ISO 8601; null where none was given.</summary>
    public string? Iso => Said?.ToString(As == "day" ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);

    /// <summary>
    /// A local time that is skipped when daylight saving time begins is taken as the hour after. Null near the limits of the calendar,
    /// where it has no UTC equivalent.
    /// </summary>
    public static DateTimeOffset? InstantOf(DateOnly date, TimeOnly time, TimeSpan? offset, TimeZoneInfo zone)
    {
        if (date == DateOnly.MinValue || date == DateOnly.MaxValue)
            return null;
        var local = date.ToDateTime(time);
        if (offset is null && zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, offset ?? zone.GetUtcOffset(local)).ToUniversalTime();
    }

    // PostgreSQL keeps microseconds; a paging cursor must match exactly what was stored.
    private static DateTimeOffset Whole(DateTimeOffset instant) => new(instant.Ticks / 10 * 10, TimeSpan.Zero);
}
