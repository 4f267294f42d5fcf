using Microsoft.Net.Http.Headers;

namespace NewsWire.Ingest.Fetch;

/// <summary>How long a wire asks us to stay away: so many seconds, or until an instant.</summary>
internal static class RetryAfter
{
    /// <summary>A wire that says more than a day is asked again after a day: it may have mistaken itself.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromHours(24);

    /// <summary>Null where it says nothing, nothing readable, or an instant already past.</summary>
    public static TimeSpan? Read(string? header, DateTimeOffset now)
    {
        var text = header?.Trim() ?? "";
        TimeSpan wait;
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
            wait = text.TrimStart('0').Length > 9 ? Most : TimeSpan.FromSeconds(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
        else if (HeaderUtilities.TryParseDate(text, out var until))
            wait = until - now;
        else
            return null;
        return wait <= TimeSpan.Zero ? null : wait > Most ? Most : wait;
    }
}
