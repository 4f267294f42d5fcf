using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

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

    // Neither XML nor a store takes them, and no reader would see them. Two sets: one of ASCII alone is searched faster.
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000B\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F");
    private const string Noncharacters = "\uFEFF\uFFFE\uFFFF";

    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (Encodings.Marked(bytes) is var (marked, length))
            return Read(bytes[length..], marked, null);
        if (Encodings.Wide(bytes) is { } wide)
            return Read(bytes, wide, $"It is {(wide is UTF32Encoding ? "thirty-two" : "sixteen")} bits wide without saying so.");

        var name = Declared(contentType) ?? DeclaredInside(bytes);
        var declared = Encodings.Find(name);
        var utf8 = Utf8.IsValid(bytes);
        if (declared is null)
        {
            var other = utf8 ? null : UndeclaredEncoding.Of(bytes);
            var read = utf8 ? Read(bytes, Encoding.UTF8, null)
                : other is not null ? Read(bytes, other, null)
                : Mixed(bytes, null);
            var unknown = name is null ? null : $"The encoding it declares, {name}, is unknown; it was read as {(utf8 ? "UTF-8" : other?.WebName ?? "Windows-1252")}.";
            return unknown is null ? read : read with { Warnings = [unknown, .. read.Warnings] };
        }
        if (declared.CodePage == Encoding.UTF8.CodePage && !utf8)
            return Mixed(bytes, "It says UTF-8 but is not; it was read as Windows-1252.");
        if (declared.CodePage == Encodings.Windows1252.CodePage && utf8 && bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF))
            return Read(bytes, Encoding.UTF8, $"It says {name} but is UTF-8; it was read as UTF-8.");
        return Read(bytes, declared, null);
    }

    // Texts put together from several sources: what is UTF-8 is read so, the bytes between are of the other kind.
    private static DecodedText Mixed(ReadOnlySpan<byte> bytes, string? warning)
    {
        var single = Encodings.Windows1252.GetString(bytes);
        var mixed = Encodings.Utf8OrWindows1252.GetString(bytes);
        return single == mixed
            ? new DecodedText(Permitted(single), Encodings.Windows1252.WebName, warning is null ? [] : [warning])
            : new DecodedText(Permitted(mixed), Encoding.UTF8.WebName, ["Some of it is UTF-8 and some Windows-1252; each was read as what it is."]);
    }

    private static DecodedText Read(ReadOnlySpan<byte> bytes, Encoding encoding, string? warning)
    {
        var text = encoding.GetString(bytes);
        var warnings = warning is null ? ImmutableArray<string>.Empty : [warning];
        // One search for all that is rare: most texts have none of it and are not searched again.
        if (!text.AsSpan().ContainsAny(Controls) && !text.AsSpan().ContainsAnyInRange('\uFEFF', '\uFFFF'))
            return new DecodedText(text, encoding.WebName, warnings);
        var lost = text.AsSpan().Count('\uFFFD');
        if (lost > 0)
            lost -= OwnReplacements(bytes, encoding);
        if (lost > 0)
            warnings = warnings.Add($"{lost} characters could not be read as {encoding.WebName}.");
        return new DecodedText(Permitted(text), encoding.WebName, warnings);
    }

    // A text may hold the replacement character itself, where its encoding has it: somebody lost that letter before us.
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
        // Mainframes write "<?xm" so; the letters of the declaration are the same in all their code pages.
        return Declared((window.StartsWith((ReadOnlySpan<byte>)[0x4C, 0x6F, 0xA7, 0x94]) ? Encodings.Ebcdic : Encoding.Latin1).GetString(window));
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
}
