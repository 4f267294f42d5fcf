using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NewsWire.Web.Reading;

/// <summary>
/// A place in the list of releases: the instant and the id of a row, as text in an address (6441f2e8b9a40-1f3).
/// The database counts microseconds, so the text does too: a finer instant would miss its own row.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReleaseCursor(DateTimeOffset At, long Id)
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;

    private static readonly long Latest = (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / TicksPerMicrosecond;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(At - DateTimeOffset.UnixEpoch).Ticks / TicksPerMicrosecond:x}-{Id:x}");

    /// <summary>False for any text that <see cref="ToString"/> did not make.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReleaseCursor cursor)
    {
        cursor = default;
        if (text is null || text.IndexOf('-') is not (> 0 and var dash)
            || !TryHex(text.AsSpan(0, dash), out var microseconds) || !TryHex(text.AsSpan(dash + 1), out var id)
            || microseconds > Latest)
        {
            return false;
        }

        cursor = new ReleaseCursor(DateTimeOffset.UnixEpoch.AddTicks(microseconds * TicksPerMicrosecond), id);
        return true;
    }

    private static bool TryHex(ReadOnlySpan<char> text, out long value) =>
        long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value >= 0;
}

/// <summary>Where a page of the list begins: at the newest, after a row (older), or before one (newer).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ListPosition(ReleaseCursor? After = null, ReleaseCursor? Before = null);
