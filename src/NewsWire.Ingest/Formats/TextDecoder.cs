using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats;

/// <summary>Characters made of bytes, and what had to be overlooked.</summary>
internal readonly record struct DecodedText(string Text, string Encoding, ImmutableArray<string> Warnings);

/// <summary>
/// Bytes to characters in the order the standards give: byte order mark, Content-Type header, the document's own
/// declaration, then what the bytes themselves prove. Latin-1 is read as Windows-1252, as browsers do.
/// </summary>
internal static partial class TextDecoder
{
    private const int DeclarationWindow = 2048;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Read(bytes[3..], Encoding.UTF8, null);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return Read(bytes[4..], Encoding.UTF32, null);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return Read(bytes[4..], new UTF32Encoding(bigEndian: true, byteOrderMark: false), null);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Read(bytes[2..], Encoding.Unicode, null);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Read(bytes[2..], Encoding.BigEndianUnicode, null);

        if (Sixteen(bytes) is { } sixteen)
            return Read(bytes, sixteen, "It is sixteen bits wide without saying so.");

        var name = Declared(contentType) ?? Declared(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWindow)]));
        var declared = Find(name);
        var utf8 = LooksLikeUtf8(bytes, out var multibyte);

        if (declared is null)
        {
            var warning = name is null ? null : $"The encoding it declares, {name}, is unknown; it was read as {(utf8 ? "UTF-8" : "Windows-1252")}.";
            return Read(bytes, utf8 ? Encoding.UTF8 : Windows1252, warning);
        }
        if (declared.CodePage == Encoding.UTF8.CodePage && !utf8)
            return Read(bytes, Windows1252, "It says UTF-8 but is not; it was read as Windows-1252.");
        if (declared.CodePage == Windows1252.CodePage && utf8 && multibyte)
            return Read(bytes, Encoding.UTF8, $"It says {name} but is UTF-8; it was read as UTF-8.");
        return Read(bytes, declared, null);
    }

    private static DecodedText Read(ReadOnlySpan<byte> bytes, Encoding encoding, string? warning)
    {
        var text = encoding.GetString(bytes);
        var warnings = warning is null ? ImmutableArray<string>.Empty : [warning];
        var lost = text.AsSpan().Count('\uFFFD');
        if (lost > 0)
            warnings = warnings.Add($"{lost} characters could not be read as {encoding.WebName}.");
        return new DecodedText(Control().Replace(text, ""), encoding.WebName, warnings);
    }

    private static Encoding? Find(string? name)
    {
        switch (name?.Trim().ToLowerInvariant())
        {
            case null or "":
                return null;
            case "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "windows-1252" or "cp1252":
                return Windows1252;
            // A declaration that could be read as single bytes is not wider than that, whatever it says.
            case "utf-8" or "utf8" or "unicode" or ['u', 't', 'f', '-', '1' or '3', '6' or '2', ..]:
                return Encoding.UTF8;
            case { } other:
                try
                {
                    return CodePagesEncodingProvider.Instance.GetEncoding(other) ?? Encoding.GetEncoding(other);
                }
                // UTF-7 exists and is refused: it hides markup from whoever looks for it.
                catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
                {
                    return null;
                }
        }
    }

    // Markup begins with ASCII: at sixteen bits every other byte of it is zero.
    private static UnicodeEncoding? Sixteen(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
            return null;
        var little = bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0;
        var big = bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0;
        return little || big ? new UnicodeEncoding(bigEndian: big, byteOrderMark: false) : null;
    }

    private static bool LooksLikeUtf8(ReadOnlySpan<byte> bytes, out bool multibyte)
    {
        multibyte = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) >= 0;
        if (!multibyte)
            return true;
        try
        {
            StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string? Declared(string? text)
    {
        if (text is null)
            return null;
        var match = Charset().Match(text);
        return match.Success ? match.Groups["name"].Value : null;
    }

    // charset=… in a header or a meta element, encoding="…" in an XML declaration.
    [GeneratedRegex("""(?:charset|<\?xml[^>]{0,100}encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.\-]{2,40})""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Charset();

    [GeneratedRegex("""[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]""", RegexOptions.None, 10_000)]
    private static partial Regex Control();
}
