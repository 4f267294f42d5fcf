using System.Buffers;
using System.Text;

namespace NewsWire.Ingest.Formats;

/// <summary>Tells the encodings of other scripts apart by what comes out of them, for texts that declare none and are not UTF-8.</summary>
internal static class UndeclaredEncoding
{
    // A few accents prove nothing.
    private const int FewestBytes = 20;
    private const int Sampled = 8192;

    // Each with the letters of which its texts are full; the first that fits is it.
    private static readonly (Encoding Encoding, Func<char, bool> IsItsLetter, double Share)[] Candidates =
    [
        (Strict(932), IsKana, 0.25),
        (Strict(51932), IsKana, 0.25),
        (Strict(949), c => c is >= '\uAC00' and <= '\uD7A3', 0.7),
        (Strict(936), IsHan, 0.7),
        (Strict(950), IsHan, 0.7),
        // Every code page of single bytes makes letters of another's; these six are a third of any Russian or Ukrainian text.
        (Strict(1251), c => "оеаинтОЕАИНТ".Contains(c), 0.3),
    ];

    /// <summary>The encoding the bytes are plainly in, or null where they may be anything.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sampled)];
        var (high, runs) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] < 0x80)
                continue;
            high++;
            runs += i > 0 && sample[i - 1] >= 0x80 ? 1 : 0;
        }
        if (high < FewestBytes || OfUtf8(sample) > high * 0.8)
            return null;
        foreach (var (encoding, isItsLetter, share) in Candidates)
        {
            // Words of accented letters alone do not exist: letters of one byte stand together, as those of two bytes do.
            // Half of the bytes of Shift_JIS may be ASCII; kana are proof enough.
            if ((encoding.CodePage == 932 || runs > high * 0.45) && ShareOf(sample, encoding, isItsLetter) >= share)
                return Encodings.CodePage(encoding.CodePage);
        }
        return null;
    }

    // UTF-8 with a letter broken is UTF-8 with a letter broken.
    private static int OfUtf8(ReadOnlySpan<byte> sample)
    {
        var count = 0;
        while (sample.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is var at and >= 0)
        {
            sample = sample[at..];
            var whole = Rune.DecodeFromUtf8(sample, out _, out var length) == OperationStatus.Done;
            count += whole ? length : 0;
            sample = sample[(whole ? length : 1)..];
        }
        return count;
    }

    private static double ShareOf(ReadOnlySpan<byte> sample, Encoding encoding, Func<char, bool> isItsLetter)
    {
        // The last character of a sample may be half of one.
        for (var cut = 0; cut < 2; cut++)
        {
            try
            {
                var (letters, its) = (0, 0);
                foreach (var c in encoding.GetString(sample[..^cut]))
                {
                    if (c < 0x80 || !char.IsLetter(c))
                        continue;
                    letters++;
                    its += isItsLetter(c) ? 1 : 0;
                }
                return letters == 0 ? 0 : (double)its / letters;
            }
            catch (DecoderFallbackException)
            {
            }
        }
        return 0;
    }

    private static bool IsKana(char c) => c is >= '\u3041' and <= '\u30FA';

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FA5';

    private static Encoding Strict(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
