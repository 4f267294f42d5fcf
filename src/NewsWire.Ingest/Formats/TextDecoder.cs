using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace NewsWire.Ingest.Formats;

/// <summary>Decoded text, the name of the encoding used, and warnings about what could not be decoded or was declared wrongly.</summary>
internal readonly record struct DecodedText(string Text, string Encoding, ImmutableArray<string> Warnings);

/// <summary>
/// Decodes bytes in the order the standards define: byte order mark, Content-Type header, the document's own declaration, then detection
/// from the bytes. Latin-1 is decoded as Windows-1252, as browsers do.
/// </summary>
internal static partial class TextDecoder
{
    private const int DeclarationWindow = 2048;

    // Control characters that are invalid in XML and in PostgreSQL, and are never displayed. Two sets: one of ASCII characters only is
    // searched faster.
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000B\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F");
    private const string Noncharacters = "\uFEFF\uFFFE\uFFFF";

    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (Encodings.Marked(bytes) is var (marked, length))
            return Read(bytes[length..], marked, null);
        if (Encodings.Wide(bytes) is { } wide)
            return Read(bytes, wide, $"Undeclared {(wide is UTF32Encoding ? "UTF-32" : "UTF-16")} was detected.");

        var name = Declared(contentType) ?? DeclaredInside(bytes);
        var declared = Encodings.Find(name);
        var utf8 = Utf8.IsValid(bytes);
        if (declared is null)
        {
            var other = utf8 ? null : UndeclaredEncoding.Of(bytes);
            var read = utf8 ? Read(bytes, Encoding.UTF8, null)
                : other is not null ? Read(bytes, other, null)
                : Mixed(bytes, null);
            var unknown = name is null ? null : $"Unknown encoding {name} was declared; the document was read as {(utf8 ? "UTF-8" : other?.WebName ?? "Windows-1252")}.";
            return unknown is null ? read : read with { Warnings = [unknown, .. read.Warnings] };
        }
        if (declared.CodePage == Encoding.UTF8.CodePage && !utf8)
            return Mixed(bytes, "The document is not valid UTF-8 as declared; it was read as Windows-1252.");
        if (declared.CodePage == Encodings.Windows1252.CodePage && utf8 && bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF))
            return Read(bytes, Encoding.UTF8, $"The document declares {name} but is valid UTF-8; it was read as UTF-8.");
        return Read(bytes, declared, null);
    }

    // Texts assembled from several sources: valid UTF-8 is decoded as such, the other bytes as Windows-1252.
    private static DecodedText Mixed(ReadOnlySpan<byte> bytes, string? warning)
    {
        var single = Encodings.Windows1252.GetString(bytes);
        var mixed = Encodings.Utf8OrWindows1252.GetString(bytes);
        return single == mixed
            ? new DecodedText(Permitted(single), Encodings.Windows1252.WebName, warning is null ? [] : [warning])
            : new DecodedText(Permitted(mixed), Encoding.UTF8.WebName, ["The document mixes UTF-8 and Windows-1252; each part was decoded accordingly."]);
    }

    private static DecodedText Read(ReadOnlySpan<byte> bytes, Encoding encoding, string? warning)
    {
        var text = encoding.GetString(bytes);
        var warnings = warning is null ? ImmutableArray<string>.Empty : [warning];
        // One combined search for rare characters: most texts contain none and need no further passes.
        if (!text.AsSpan().ContainsAny(Controls) && !text.AsSpan().ContainsAnyInRange('\uFEFF', '\uFFFF'))
            return new DecodedText(text, encoding.WebName, warnings);
        var lost = text.AsSpan().Count('\uFFFD');
        if (lost > 0)
            lost -= OwnReplacements(bytes, encoding);
        if (lost > 0)
            warnings = warnings.Add($"{lost} {(lost == 1 ? "character" : "characters")} could not be decoded as {encoding.WebName}.");
        return new DecodedText(Permitted(text), encoding.WebName, warnings);
    }

    // The text may already contain U+FFFD where its encoding has that character: it was lost before we received the document.
    private static int OwnReplacements(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (encoding is not (UTF8Encoding or UnicodeEncoding or UTF32Encoding) && encoding.CodePage != Encodings.Gb18030)
            return 0;
        var dropping = (Encoding)encoding.Clone();
        dropping.DecoderFallback = new DecoderReplacementFallback("");
        return dropping.GetString(bytes).AsSpan().Count('\uFFFD');
    }

    private static string Permitted(string text)
    {
        var rest = text.AsSpan();
        if (!rest.ContainsAny(Controls) && !rest.ContainsAny(Noncharacters))
            return text;
        var permitted = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!Controls.Contains(c) && !Noncharacters.Contains(c))
                permitted.Append(c);
        }
        return permitted.ToString();
    }

    private static string? DeclaredInside(ReadOnlySpan<byte> bytes)
    {
        var window = bytes[..Math.Min(bytes.Length, DeclarationWindow)];
        // "<?xm" in EBCDIC, as mainframes write it; the letters of the declaration are the same in all EBCDIC code pages.
        return Declared((window.StartsWith((ReadOnlySpan<byte>)[0x4C, 0x6F, 0xA7, 0x94]) ? Encodings.Ebcdic : Encoding.Latin1).GetString(window));
    }

    private static string? Declared(string? text)
    {
        if (text is null)
            return null;
        var match = Charset().Match(text);
        return match.Success ? match.Groups["name"].Value : null;
    }

    // Matches charset=… in a header or a meta element, and encoding="…" in an XML declaration.
    [GeneratedRegex("""(?:charset|<\?xml[^>]{0,100}encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.\-]{2,40})""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Charset();
}
