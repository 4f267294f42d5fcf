using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Options;

namespace NewsWire.Web.Pages;

/// <summary>What a time element shows of its instant.</summary>
public enum TimeForm
{
    /// <summary>09:42</summary>
    Clock,

    /// <summary>Today, 19 Nov, or 19 Nov 2025</summary>
    Day,

    /// <summary>Today, 09:42</summary>
    DayAndClock,
}

/// <summary>
/// Formats instants in the reader's time zone: the one in the <c>zone</c> cookie that zone.js sets, else the configured
/// one. On a first visit zone.js rewrites the elements made by <see cref="Element"/> in place, in the same format; a page
/// with a time made otherwise keeps the configured zone until the next page.
/// </summary>
public sealed class ReaderTime(IHttpContextAccessor http, TimeProvider clock, IOptions<WebOptions> options)
{
    // Month names as zone.js has them: en-GB shortens September to "Sept" or "Sep", depending on the ICU version.
    private static readonly CultureInfo Words = CultureInfo.InvariantCulture;

    /// <summary>The zone of every time on the page.</summary>
    public TimeZoneInfo Zone { get; } =
        http.HttpContext?.Request.Cookies["zone"] is { Length: > 0 and <= 64 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var told)
            ? told
            : TimeZoneInfo.FindSystemTimeZoneById(options.Value.Zone);

    /// <summary>
    /// The same zone, for what zone.js cannot rewrite (a format of a page's own, a list that the zone's days limit): the page then
    /// keeps it.
    /// </summary>
    public TimeZoneInfo KeepZone()
    {
        CanChangeZone = false;
        return Zone;
    }

    /// <summary>The instant of this request: one for the whole page.</summary>
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>True while every time on the page was made by <see cref="Element"/>, so that zone.js may change the page's zone.</summary>
    public bool CanChangeZone { get; private set; } = true;

    private DateOnly Today => Day(Now);

    public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>A time element that zone.js can rewrite in the reader's zone.</summary>
    /// <param name="near">Where given, the clock alone is shown on the same day as this instant, and the date with it on any other.</param>
    /// <param name="css">Its class.</param>
    /// <param name="note">A word that follows the time, inside the element.</param>
    public IHtmlContent Element(DateTimeOffset instant, TimeForm form, DateTimeOffset? near = null, string? css = null, string? note = null)
    {
        var kind = css is null ? "" : $" class=\"{HtmlEncoder.Default.Encode(css)}\"";
        var beside = near is { } other ? $" data-near=\"{Iso(other)}\"" : "";
        var after = note is null ? "" : $"<span> {HtmlEncoder.Default.Encode(note)}</span>";
        return new HtmlString($"<time{kind} datetime=\"{Iso(instant)}\" data-form=\"{Name(form)}\"{beside}>{Text(instant, form, near)}{after}</time>");
    }

    /// <summary>When a release was published, beside the time of another: its clock, its date and clock, or its day where it has no clock.</summary>
    public IHtmlContent Published(DateTimeOffset instant, string publishedAs, DateTimeOffset near)
    {
        if (publishedAs != "day")
            return Element(instant, TimeForm.Clock, near);
        var day = DayOf(instant);
        return new HtmlString($"<time datetime=\"{Iso(day)}\">{Date(day)}</time>");
    }

    /// <summary>09:42</summary>
    public string Clock(DateTimeOffset instant) => Fixed(Text(instant, TimeForm.Clock));

    /// <summary>Today, Monday 23 November: a time element that on paper has its year and no relative word.</summary>
    public IHtmlContent DayHeading(DateOnly day)
    {
        var near = Nearby(day) is { } word ? $"<span class=\"near\">{word}, </span>" : "";
        var year = day.Year == Today.Year ? string.Create(Words, $" data-year=\"{day.Year}\"") : "";
        var date = day.ToString(year.Length > 0 ? "dddd d MMMM" : "dddd d MMMM yyyy", Words);
        return new HtmlString($"<time datetime=\"{Iso(day)}\"{year}>{near}{date}</time>");
    }

    /// <summary>Today, 19 Nov, or 19 Nov 2025: short, for a line of small print.</summary>
    public string ShortDay(DateTimeOffset instant) => Fixed(Text(instant, TimeForm.Day));

    public string ShortDay(DateOnly day) => Nearby(day) ?? Date(day);

    /// <summary>19 Nov, or 19 Nov 2025 in another year than this.</summary>
    public string Date(DateOnly day) => day.ToString(day.Year == Today.Year ? "d MMM" : "d MMM yyyy", Words);

    /// <summary>The clock time on that same day; the date with it on any other.</summary>
    public string ClockNear(DateTimeOffset instant, DateTimeOffset other) => Fixed(Text(instant, TimeForm.Clock, other));

    /// <summary>Today, 09:42</summary>
    public string DayAndClock(DateTimeOffset instant) => Fixed(Text(instant, TimeForm.DayAndClock));

    /// <summary>The day of a release that was published without a clock time, for every reader: it is stored as noon UTC of that day.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    /// <summary>The value of a time element's datetime attribute.</summary>
    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A duration in its largest fitting unit: 2 minutes, 14 seconds, 3 hours.</summary>
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

    private string Text(DateTimeOffset instant, TimeForm form, DateTimeOffset? near = null)
    {
        var hour = Local(instant).ToString("HH:mm", Words);
        return form switch
        {
            TimeForm.Day => ShortDay(Day(instant)),
            TimeForm.DayAndClock => $"{ShortDay(Day(instant))}, {hour}",
            _ when near is { } other && Day(other) != Day(instant) => $"{Date(Day(instant))}, {hour}",
            _ => hour,
        };
    }

    // The form's name in zone.js.
    private static string Name(TimeForm form) => form switch { TimeForm.Day => "day", TimeForm.DayAndClock => "day-clock", _ => "clock" };

    private string Fixed(string text)
    {
        CanChangeZone = false;
        return text;
    }

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    private string? Nearby(DateOnly day) =>
        day == Today ? "Today" : day == Today.AddDays(-1) ? "Yesterday" : day == Today.AddDays(1) ? "Tomorrow" : null;
}
