using System.Globalization;
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

    /// <summary>What was written, UTC, also where it cannot be believed; null where nothing was, or nothing that has a UTC time.</summary>
    public DateTimeOffset? Said { get; init; }

    /// <summary>
    /// Resolves what was written. A clock time without a date is the latest such time not after the fetch; a dateline's
    /// day stands in where nothing else is said.
    /// </summary>
    /// <param name="zone">The source's zone, for clock times that name none; forms of machines mean UTC.</param>
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
            // Today's noon may not have come yet; the day is right all the same.
            return plausible.Clamped && day <= DateOnly.FromDateTime(seen.UtcDateTime).AddDays(1) && day >= Earliest ? plausible with { Clamped = false } : plausible;
        }

        PublishedTime Plausible(DateTimeOffset? instant, string kind, string? inZone) =>
            instant is not { } at || at > seen + Ahead || DateOnly.FromDateTime(at.UtcDateTime) < Earliest
                ? new PublishedTime(seen, kind, text, inZone, true) { Said = instant }
                : new PublishedTime(Whole(at), kind, text, inZone, false) { Said = Whole(at) };
    }

    /// <summary>The instant or the day as ISO 8601 writes them; null where nothing was said.</summary>
    public string? Iso => Said?.ToString(As == "day" ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);

    /// <summary>A clock time that the zone skips in spring is the hour after. The first and last hours of the calendar have no UTC time.</summary>
    public static DateTimeOffset? InstantOf(DateOnly date, TimeOnly time, TimeSpan? offset, TimeZoneInfo zone)
    {
        if (date == DateOnly.MinValue || date == DateOnly.MaxValue)
            return null;
        var local = date.ToDateTime(time);
        if (offset is null && zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, offset ?? zone.GetUtcOffset(local)).ToUniversalTime();
    }

    // The store keeps microseconds; a cursor must find exactly what was stored.
    private static DateTimeOffset Whole(DateTimeOffset instant) => new(instant.Ticks / 10 * 10, TimeSpan.Zero);
}
