using System.Buffers;
using System.Text;

namespace NewsWire.Ingest.Formats;

/// <summary>Detects non-Latin encodings from letter frequencies, for texts that declare no encoding and are not UTF-8.</summary>
internal static class UndeclaredEncoding
{
    // Minimum number of non-ASCII bytes; a few accented letters are not enough evidence.
    private const int FewestBytes = 20;
    private const int Sampled = 8192;

    // Encodings with the letters that dominate their texts and the share required; the first match is used.
    private static readonly (Encoding Encoding, Func<char, bool> IsItsLetter, double Share)[] Candidates =
    [
        (Strict(932), IsKana, 0.25),
        (Strict(51932), IsKana, 0.25),
        (Strict(949), c => c is >= '\uAC00' and <= '\uD7A3', 0.7),
        (Strict(936), IsHan, 0.7),
        (Strict(950), IsHan, 0.7),
        // Every single-byte code page decodes another's bytes to some letters; these six make up a third of any Russian or Ukrainian text.
        (Strict(1251), c => "оеаинтОЕАИНТ".Contains(c), 0.3),
    ];

    /// <summary>The detected encoding, or null where the evidence is insufficient.</summary>
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
            // Western text has single accented letters inside ASCII words; in other scripts non-ASCII bytes come in runs. Up to half of the
            // bytes of Shift_JIS may be ASCII, so kana alone are sufficient evidence there.
            if ((encoding.CodePage == 932 || runs > high * 0.45) && ShareOf(sample, encoding, isItsLetter) >= share)
                return Encodings.CodePage(encoding.CodePage);
        }
        return null;
    }

    // UTF-8 with a few damaged characters is still UTF-8.
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
        // The sample may end in the middle of a character.
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
