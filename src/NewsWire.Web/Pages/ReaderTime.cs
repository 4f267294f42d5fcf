using System.Globalization;
using Microsoft.Extensions.Options;

namespace NewsWire.Web.Pages;

/// <summary>
/// Instants in the reader's own zone and words. The zone is the one the browser told in its cookie, else the
/// configured one; the page is complete either way.
/// </summary>
public sealed class ReaderTime(IHttpContextAccessor http, TimeProvider clock, IOptions<WebOptions> options)
{
    private static readonly CultureInfo Words = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The zone that every time on the page is in.</summary>
    public TimeZoneInfo Zone { get; } =
        http.HttpContext?.Request.Cookies["zone"] is { Length: > 0 and <= 64 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var told)
            ? told
            : TimeZoneInfo.FindSystemTimeZoneById(options.Value.Zone);

    /// <summary>The instant of this request: a page has one now.</summary>
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    private DateOnly Today => Day(Now);

    public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>09:42</summary>
    public string Clock(DateTimeOffset instant) => Local(instant).ToString("HH:mm", Words);

    /// <summary>Today, Monday 23 November</summary>
    public string DayHeading(DateOnly day)
    {
        var date = day.ToString(day.Year == Today.Year ? "dddd d MMMM" : "dddd d MMMM yyyy", Words);
        return Nearby(day) is { } near ? $"{near}, {date}" : date;
    }

    /// <summary>Today, 19 Nov, or 19 Nov 2025: short, for a line of small print.</summary>
    public string ShortDay(DateTimeOffset instant) => ShortDay(Day(instant));

    public string ShortDay(DateOnly day) => Nearby(day) ?? day.ToString(day.Year == Today.Year ? "d MMM" : "d MMM yyyy", Words);

    /// <summary>The clock time on that same day, the day with it on any other.</summary>
    public string ClockNear(DateTimeOffset instant, DateTimeOffset other) =>
        Day(instant) == Day(other) ? Clock(instant) : $"{ShortDay(instant)}, {Clock(instant)}";

    /// <summary>Today, 09:42</summary>
    public string DayAndClock(DateTimeOffset instant) => $"{ShortDay(instant)}, {Clock(instant)}";

    /// <summary>A release of which only the day is known has that day in the zone it was published in, wherever the reader is.</summary>
    public DateOnly DayOf(DateTimeOffset instant, string? publishedZone) =>
        publishedZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(publishedZone, out var zone)
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime)
            : DateOnly.FromDateTime(instant.UtcDateTime);

    /// <summary>For machines: the datetime of a time element.</summary>
    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2 minutes, 14 seconds, 3 hours: one unit is enough to know.</summary>
    public static string Span(TimeSpan span)
    {
        var (count, unit) = span.Duration() switch
        {
            { TotalSeconds: < 90 } s => (Math.Round(s.TotalSeconds), "second"),
            { TotalMinutes: < 90 } m => (Math.Round(m.TotalMinutes), "minute"),
            { TotalHours: < 36 } h => (Math.Round(h.TotalHours), "hour"),
            var d => (Math.Round(d.TotalDays), "day"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count:0} {unit}{(count == 1 ? "" : "s")}");
    }

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    private string? Nearby(DateOnly day) =>
        day == Today ? "Today" : day == Today.AddDays(-1) ? "Yesterday" : day == Today.AddDays(1) ? "Tomorrow" : null;
}
