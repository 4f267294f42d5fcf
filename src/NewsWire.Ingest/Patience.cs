using System.Text.RegularExpressions;

namespace NewsWire.Ingest;

/// <summary>
/// Retries work that failed with RegexMatchTimeoutException (regex timeouts measure wall time, so a busy machine causes false ones).
/// </summary>
internal static class Patience
{
    private const int Tries = 4;

    /// <summary>
    /// Runs the work, again if a pattern timed out. The first run of a pattern includes its compilation and may time out on a busy machine;
    /// later runs are fast. A text that exhausts a pattern fails every time.
    /// </summary>
    /// <exception cref="RegexMatchTimeoutException">A pattern timed out on every attempt.</exception>
    public static T Over<T>(Func<T> work)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return work();
            }
            catch (RegexMatchTimeoutException) when (left > 1)
            {
                // Try again.
            }
        }
    }
}
