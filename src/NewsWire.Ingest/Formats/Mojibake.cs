using System.Collections.Frozen;
using System.Text;

namespace NewsWire.Ingest.Formats;

/// <summary>
/// Repairs text that was decoded with the wrong encoding before it was sent: UTF-8 read as Windows-1252 (cafÃ© for café, once or twice),
/// and Windows-1252 read as Latin-1 (C1 control characters in place of quotation marks).
/// </summary>
internal static class Mojibake
{
    private const int MostReadings = 3;
    private const char NextLine = '\u0085';

    private static readonly FrozenDictionary<char, byte> Bytes = Enumerable.Range(0x80, 0x20)
        .Select(code => (Character: Encodings.Windows1252.GetString([(byte)code])[0], Byte: (byte)code))
        .DistinctBy(pair => pair.Character)
        .ToFrozenDictionary(pair => pair.Character, pair => pair.Byte);

    /// <summary>The repaired text, and whether it differs from the input.</summary>
    public static (string Text, bool Mended) Mend(string text)
    {
        var mended = text;
        for (var reading = 0; reading < MostReadings && Once(mended) is { } better; reading++)
            mended = better;
        mended = WithoutControls(mended);
        return (mended, !ReferenceEquals(mended, text));
    }

    private static string? Once(string text)
    {
        List<(int At, int Length, bool Sure)> found = [];
        var others = false;
        for (var at = 0; (at = Next(text, at)) < text.Length;)
        {
            var length = Sequence(text, at);
            if (length == 0)
            {
                others = true;
                at++;
                continue;
            }
            // Two adjacent sequences are certainly mojibake; a single one may be French: « ÉTÉ » with no-break spaces.
            var follows = found.Count > 0 && found[^1].At + found[^1].Length == at;
            if (follows)
                found[^1] = found[^1] with { Sure = true };
            found.Add((at, length, follows || IsSure(text, at)));
            at += length;
        }
        // If the text has no other non-ASCII characters, uncertain sequences are taken for mojibake too.
        return found.Exists(sequence => sequence.Sure) ? Rewritten(text, found.Where(sequence => sequence.Sure || !others)) : null;
    }

    private static int Next(string text, int from) =>
        text.AsSpan(from).IndexOfAnyExceptInRange('\0', '\u007F') is var at and >= 0 ? from + at : text.Length;

    // The number of characters from this index that form the bytes of one UTF-8 character; 0 where they do not.
    private static int Sequence(string text, int at)
    {
        Span<byte> bytes = stackalloc byte[4];
        return Collect(text, at, bytes) is var count and > 1 && Rune.DecodeFromUtf8(bytes[..count], out _, out var read) is System.Buffers.OperationStatus.Done ? read : 0;
    }

    private static int Collect(string text, int at, Span<byte> bytes)
    {
        var count = 0;
        while (count < bytes.Length && at + count < text.Length && ByteOf(text[at + count]) is { } value)
            bytes[count++] = value;
        return count;
    }

    private static byte? ByteOf(char character) =>
        character is >= '\u0080' and <= '\u00FF' ? (byte)character : Bytes.TryGetValue(character, out var value) ? value : null;

    // Ã or Â before a symbol and â before the euro sign do not occur in real text. Ã and Â may end a word in capitals before a space or a
    // quotation mark.
    private static bool IsSure(string text, int at) => text[at] switch
    {
        'Â' or 'Ã' when at > 0 && char.IsUpper(text[at - 1]) && text[at + 1] == '\u00A0' => false,
        // After Â, lower values would be C1 control characters.
        'Â' => ByteOf(text[at + 1]) is >= 0xA0,
        'Ã' => text[at + 1] is not ('»' or '”' or '’' or '›' or '…' or '–' or '—' or 'º' or 'ª' or '®' or '™'),
        'â' => ByteOf(text[at + 1]) is 0x80 or 0x82 or 0x84,
        'ð' => ByteOf(text[at + 1]) is 0x9F,
        _ => false,
    };

    private static string Rewritten(string text, IEnumerable<(int At, int Length, bool Sure)> sequences)
    {
        var meant = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        var from = 0;
        foreach (var (at, length, _) in sequences)
        {
            meant.Append(text, from, at - from);
            Collect(text, at, bytes);
            var character = Encoding.UTF8.GetString(bytes[..length]);
            // A byte order mark inside a text has no meaning and is dropped.
            if (character != "\uFEFF")
                meant.Append(character);
            from = at + length;
        }
        return meant.Append(text, from, text.Length - from).ToString();
    }

    private static string WithoutControls(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0080', '\u0084') && !text.AsSpan().ContainsAnyInRange('\u0086', '\u009F'))
            return text;
        return string.Create(text.Length, text, static (meant, text) =>
        {
            for (var i = 0; i < text.Length; i++)
                meant[i] = text[i] is >= '\u0080' and <= '\u009F' and not NextLine ? Encodings.Windows1252.GetString([(byte)text[i]])[0] : text[i];
        });
    }
}
