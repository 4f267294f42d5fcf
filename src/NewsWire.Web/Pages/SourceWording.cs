using System.Globalization;
using NewsWire.Data;
using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>The state of a source in words: the one place where they stand.</summary>
/// <param name="State">A few words.</param>
/// <param name="Said">What the last request gave, as a sentence; null where there was none.</param>
/// <param name="Remedy">What to change, or that nothing needs to be done; null where all is well.</param>
/// <param name="Checked">When it was checked and is checked next; null where it is not checked.</param>
public sealed record SourceWording(string State, string? Said, string? Remedy, string? Checked)
{
    // What a check may take until the next one is scheduled.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    public static SourceWording Of(SourceRow source, ReaderTime time)
    {
        var said = source.Answer is { Length: > 0 } answer ? Sentence(answer) : null;
        var next = source.DueAt <= time.Now ? "now" : When(source.DueAt, time);
        return source switch
        {
            { Configured: false } => new("Removed from the settings", null, null, Success()),
            { Enabled: false } => new("Switched off", null, null, Success()),
            _ when source.IsOverdue(time.Now) => new(
                source.AskedAt is { } last ? $"Not checked since {When(last, time)}" : "Not checked",
                said,
                "No running NewsWire checks this source. Start one with Ingestion:Enabled, or see the log of the one that should.",
                Success()),
            { AskedAt: null } => new("Not checked yet", null, null, $"Next check: {next}"),
            { Failure: FailureKind.Limited } => new($"{Label(FailureKind.Limited, source.StatusCode)}; next try {next}", said, source.Remedy, $"{Tries()}. {Success()}"),
            { Failure: { } kind } => new(Label(kind, source.StatusCode), said, source.Remedy, $"{Tries()}; next try {next}. {Success()}"),
            _ => new("OK", said, null, $"Checked every {Every(TimeSpan.FromSeconds(source.EverySeconds))}, last {When(source.AskedAt.Value, time)}{(IsPutOff() ? $", next {next}: its host asked for a pause" : "")}"),
        };

        // Its host asked for a pause that is longer than the interval.
        bool IsPutOff() => source.DueAt > time.Now && source.DueAt - source.AskedAt!.Value > TimeSpan.FromSeconds(source.EverySeconds) + Slack;

        string Tries() =>
            source.Failures == 1 ? $"Failed {When(source.AskedAt!.Value, time)}" : $"Failed {Wording.Count(source.Failures)} times, last {When(source.AskedAt!.Value, time)}";

        string Success() => source.AnsweredAt is { } answered ? $"Last success: {When(answered, time)}" : "Last success: never";
    }

    /// <summary>09:42, yesterday, 09:42 or 19 Nov, 09:42: as it stands within a sentence.</summary>
    public static string When(DateTimeOffset instant, ReaderTime time) => time.ShortDay(instant) switch
    {
        "Today" => time.Clock(instant),
        var day and ("Yesterday" or "Tomorrow") => $"{day.ToLowerInvariant()}, {time.Clock(instant)}",
        var day => $"{day}, {time.Clock(instant)}",
    };

    /// <summary>A kind of failure: Not found (404), Blocked by settings.</summary>
    /// <param name="status">The HTTP status that came with it, or null.</param>
    public static string Label(FailureKind kind, int? status)
    {
        var label = kind switch
        {
            FailureKind.Blocked => "Blocked by settings",
            FailureKind.Invalid => "Invalid address",
            FailureKind.Missing => "Not found",
            FailureKind.Server => "Server error",
            FailureKind.Limited => "Rate limited",
            FailureKind.Denied => "Access denied",
            FailureKind.Unexpected => "Unexpected answer",
            FailureKind.Unreachable => "Unreachable",
            FailureKind.Timeout => "Timed out",
            FailureKind.Unreadable => "Not understood",
            FailureKind.Folder => "Folder not readable",
            _ => "Internal error",
        };
        var tells = kind is FailureKind.Missing or FailureKind.Server or FailureKind.Limited or FailureKind.Denied or FailureKind.Unexpected;
        return tells && status is { } code ? string.Create(CultureInfo.InvariantCulture, $"{label} ({code})") : label;
    }

    /// <summary>A stored sentence as it may be shown: without secrets, and with its full stop.</summary>
    public static string Sentence(string text) => Secrets.OnOneLine(text).TrimEnd('.', ' ') + ".";

    /// <summary>2 s, 10 min, 24 h: the interval as it was configured, in the largest unit that states it exactly.</summary>
    public static string Every(TimeSpan span) => span switch
    {
        { TotalHours: >= 48, Hours: 0, Minutes: 0, Seconds: 0 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0} days"),
        { TotalHours: >= 1, Minutes: 0, Seconds: 0 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0} h"),
        { TotalMinutes: >= 1, Seconds: 0 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s"),
    };
}
