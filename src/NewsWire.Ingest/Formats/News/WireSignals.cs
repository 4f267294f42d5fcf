using System.Text;

namespace NewsWire.Ingest.Formats.News;

/// <summary>The control characters (SOH, STX, ETX) that delimit header, text and end of IPTC 7901 and ANPA 1312 messages.</summary>
internal static class WireSignals
{
    public const char StartOfHeading = '\u0001';
    public const char StartOfText = '\u0002';
    public const char EndOfText = '\u0003';

    // In bytes, idle characters included; a header is one or two lines.
    private const int LongestHeader = 1000;

    /// <summary>True for an IPTC 7901 or ANPA 1312 message: start of heading, then start of text within the header's length.</summary>
    public static bool Fits(ReadOnlySpan<byte> bytes)
    {
        // Idle and padding characters sent between messages on a line.
        var start = bytes.IndexOfAnyExcept((ReadOnlySpan<byte>)[0, 0x16, 0x7F, (byte)'\r', (byte)'\n', (byte)' ']);
        return start >= 0 && bytes[start] == StartOfHeading && bytes[start..Math.Min(bytes.Length, start + LongestHeader)].Contains((byte)StartOfText);
    }

    /// <summary>Decodes a message, keeping these three control characters.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var text = new StringBuilder(bytes.Length);
        HashSet<string> warnings = [];
        var encoding = "utf-8";
        while (true)
        {
            var at = bytes.IndexOfAny((byte)StartOfHeading, (byte)StartOfText, (byte)EndOfText);
            var part = TextDecoder.Decode(at < 0 ? bytes : bytes[..at], contentType);
            text.Append(part.Text);
            warnings.UnionWith(part.Warnings);
            if (part.Text.Length > 0)
                encoding = part.Encoding;
            if (at < 0)
                return new DecodedText(text.ToString(), encoding, [.. warnings]);
            text.Append((char)bytes[at]);
            bytes = bytes[(at + 1)..];
        }
    }
}
