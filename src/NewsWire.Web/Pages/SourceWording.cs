using NewsWire.Web.Reading;

namespace NewsWire.Web.Pages;

/// <summary>How a source fares, in sentences: what was asked, what was answered, what comes next.</summary>
/// <param name="State">Two or three words.</param>
/// <param name="Troubled">True where somebody should look.</param>
/// <param name="Story">One or two sentences.</param>
public sealed record SourceWording(string State, bool Troubled, string Story)
{
    public static SourceWording Of(SourceRow source, ReaderTime time)
    {
        var next = source.DueAt <= time.Now ? "in a moment" : When(source.DueAt);
        return source switch
        {
            { Configured: false } => new("No longer read", false, "It was taken out of the settings; its releases stay."),
            { Enabled: false } => new("Switched off", false, "It stays in the settings and is not asked."),
            { AskedAt: null } => new("Not asked yet", false, $"Its turn comes {next}."),
            { Failures: > 0, StatusCode: null } => new("Cannot be reached", true, $"{Said(source, "No answer came when this machine asked.")} {Tries()}"),
            { Failures: > 0, StatusCode: < 400 } => new("Not understood", true, $"{Said(source, "What it sent could not be read.")} {Tries()}"),
            { Failures: > 0 } => new("Refused", true, $"{Said(source, $"It answered {source.StatusCode}.")} {Tries()}"),
            _ => new("Reads well", false, $"{Said(source, "It answered.")} {Asked()}"),
        };

        string Asked() =>
            $"Asked {When(source.AskedAt!.Value)}, as every {ReaderTime.Span(TimeSpan.FromSeconds(source.EverySeconds))}; next {next}.";

        string Tries() =>
            (source.Failures == 1 ? $"One try failed, {When(source.AskedAt!.Value)}." : $"{source.Failures} tries in a row failed, the last {When(source.AskedAt!.Value)}.")
            + $" {(source.AnsweredAt is { } answered ? $"It last answered {When(answered)}" : "It has not answered yet")}; asked again {next}.";

        string When(DateTimeOffset instant) => time.ShortDay(instant) switch
        {
            "Today" => $"at {time.Clock(instant)}",
            var day and ("Yesterday" or "Tomorrow") => $"{day.ToLowerInvariant()} at {time.Clock(instant)}",
            var day => $"on {day} at {time.Clock(instant)}",
        };
    }

    // What ingestion noted is a sentence already; a full stop is all it may lack.
    private static string Said(SourceRow source, string otherwise) =>
        source.Answer is { Length: > 0 } answer ? answer.TrimEnd('.', ' ') + "." : otherwise;
}
