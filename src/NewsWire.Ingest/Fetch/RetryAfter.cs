using Microsoft.Net.Http.Headers;

namespace NewsWire.Ingest.Fetch;

/// <summary>Parses the Retry-After header (RFC 9110, section 10.2.3): seconds or an HTTP date.</summary>
internal static class RetryAfter
{
    /// <summary>Maximum delay; a longer Retry-After is probably an error.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromHours(24);

    /// <summary>The delay; null where the header is missing, invalid or in the past.</summary>
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
