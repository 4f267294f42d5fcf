using System.Text.RegularExpressions;

namespace NewsWire.Ingest;

/// <summary>Work with patterns, begun again where the clock ran out on it.</summary>
internal static class Patience
{
    private const int Tries = 4;

    /// <summary>
    /// A pattern's time limit counts the clock, not the work: on a busy machine, before its code is compiled, an innocent text
    /// runs into it. What was compiled once is fast the next time; a text that is at fault fails every time.
    /// </summary>
    /// <exception cref="RegexMatchTimeoutException">The clock ran out on every try.</exception>
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
                // Begun again.
            }
        }
    }
}
