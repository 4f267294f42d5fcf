using NewsWire.Ingest.Formats;

namespace NewsWire.Ingest.Normalize;

/// <summary>When a release was published, as far as it says.</summary>
/// <param name="Instant">UTC, whole microseconds: what lists are ordered by.</param>
/// <param name="As">instant where a time was given, day where only a date was (the instant is then its noon), seen where neither was.</param>
/// <param name="Text">As the wire wrote it.</param>
/// <param name="Zone">The zone it was read in.</param>
/// <param name="Clamped">True where what was written cannot be: it is set to when we first saw it.</param>
internal sealed record PublishedTime(DateTimeOffset Instant, string As, string? Text, string? Zone, bool Clamped)
{
    // Clocks differ a little; a release from next week is a mistake.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(15);
    private static readonly DateOnly Earliest = new(1985, 1, 1);

    /// <summary>
    /// Resolves what was written. A clock time without a date is the latest such time not after the fetch; a dateline's
    /// day stands in where nothing else is said.
    /// </summary>
    /// <param name="zone">The source's zone, for clock times that name none.</param>
    public static PublishedTime Resolve(string? text, DateOnly? datelineDay, TimeZoneInfo zone, DateTimeOffset fetchedAt)
    {
        var seen = Whole(fetchedAt.ToUniversalTime());
        if (WireDates.Read(text) is { } written)
        {
            var inZone = written.Offset is null && written.Zone is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : zone;
            // The first and last days of the calendar have no UTC time to compare: what is far off is not computed.
            if (written.Date is { } far && (far < Earliest || far > DateOnly.FromDateTime(seen.UtcDateTime).AddDays(2)))
                return new PublishedTime(seen, written.Time is null ? "day" : "instant", text, inZone.Id, true);
            if (written is { Date: { } date, Time: { } time })
                return Plausible(InstantOf(date, time, written.Offset, inZone), "instant", written.Offset is null ? inZone.Id : "UTC" + written.Offset.Value.TotalHours.ToString("+0.##;-0.##;+0", System.Globalization.CultureInfo.InvariantCulture));
            if (written is { Date: null, Time: { } clock })
            {
                var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(seen, inZone).DateTime);
                var instant = InstantOf(today, clock, written.Offset, inZone);
                return Plausible(instant <= seen + Ahead ? instant : InstantOf(today.AddDays(-1), clock, written.Offset, inZone), "instant", inZone.Id);
            }
            if (written.Date is { } day)
                return Day(day);
        }
        return datelineDay is { } fallback ? Day(fallback) : new PublishedTime(seen, "seen", text, null, false);

        PublishedTime Day(DateOnly day)
        {
            var noon = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);
            var plausible = Plausible(noon, "day", zone.Id);
            // Today's noon may not have come yet; the day is right all the same.
            return plausible.Clamped && day <= DateOnly.FromDateTime(seen.UtcDateTime).AddDays(1) && day >= Earliest ? plausible with { Clamped = false } : plausible;
        }

        PublishedTime Plausible(DateTimeOffset instant, string kind, string? inZone) =>
            instant > seen + Ahead || DateOnly.FromDateTime(instant.UtcDateTime) < Earliest
                ? new PublishedTime(seen, kind, text, inZone, true)
                : new PublishedTime(Whole(instant), kind, text, inZone, false);
    }

    /// <summary>A clock time that the zone skips in spring is the hour after.</summary>
    private static DateTimeOffset InstantOf(DateOnly date, TimeOnly time, TimeSpan? offset, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time);
        if (offset is null && zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, offset ?? zone.GetUtcOffset(local)).ToUniversalTime();
    }

    // The store keeps microseconds; a cursor must find exactly what was stored.
    private static DateTimeOffset Whole(DateTimeOffset instant) => new(instant.Ticks / 10 * 10, TimeSpan.Zero);
}
