using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats;

/// <summary>Resolves encoding names and byte order marks to .NET encodings.</summary>
internal static partial class Encodings
{
    public static readonly Encoding Windows1252 = CodePage(1252);
    public static readonly Encoding Ebcdic = CodePage(37);

    /// <summary>Code page of GB 18030, the only one apart from Unicode's own that covers every Unicode character.</summary>
    public const int Gb18030 = 54936;

    /// <summary>UTF-8 with a fallback that decodes each invalid byte as Windows-1252.</summary>
    public static readonly Encoding Utf8OrWindows1252 = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new SingleBytes());

    /// <summary>
    /// The encoding indicated by a byte order mark at the start of these bytes, and the mark's length in bytes; null where there is none.
    /// </summary>
    public static (Encoding Encoding, int Length)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    /// <summary>
    /// UTF-16 or UTF-32 without a byte order mark: markup begins with ASCII, so the other bytes of its first characters are zero. Null for
    /// other bytes.
    /// </summary>
    public static Encoding? Wide(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [not 0, 0, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0, not 0, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>The encoding of a declared name (a label in an HTTP header or a declaration), or null where the name is unknown.</summary>
    public static Encoding? Find(string? name)
    {
        var written = name?.Trim();
        if (string.IsNullOrEmpty(written))
            return null;
        // A declaration that was readable as single bytes cannot be in UTF-16 or UTF-32, whatever it says; browsers read it as UTF-8.
        if (Unicode().IsMatch(written))
            return Encoding.UTF8;
        if (Alias(written.ToLowerInvariant()) is { } alias)
            return CodePage(alias);
        try
        {
            // UTF-7 is refused: it can hide markup from filters that look for ASCII tags.
            return CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            return Numbered().Match(written) is { Success: true } match && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? CodePagesEncodingProvider.Instance.GetEncoding(number) : null;
        }
    }

    // Labels in use that the platform does not know, or maps to a narrower code page; mapped as the WHATWG Encoding Standard does.
    private static int? Alias(string name) => name switch
    {
        "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "ms-ansi" => 1252,
        "ms-ee" => 1250,
        "ms-cyrl" => 1251,
        "ms-greek" => 1253,
        "ms-turk" or "iso-8859-9" => 1254,
        "ms-hebr" => 1255,
        "ms-arab" => 1256,
        "winbaltrim" => 1257,
        "iso-8859-11" or "tis-620" => 874,
        "sjis" => 932,
        "gb2312" or "gbk" => 936,
        "euc-kr" or "uhc" or "ks_c_5601-1987" => 949,
        "big5-hkscs" => 950,
        "macroman" => 10000,
        "macgreek" => 10006,
        "maccyrillic" or "mac-cyrillic" => 10007,
        "maclatin2" or "maccentraleurope" => 10029,
        "maciceland" => 10079,
        "macturkish" => 10081,
        "koi8" => 20866,
        _ => null,
    };

    /// <summary>The encoding of a code page number; bytes that cannot be decoded become U+FFFD.</summary>
    public static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;

    [GeneratedRegex("""^(?:utf-?(?:8|16|32)|unicode|ucs-?[24]|csucs4|iso-10646)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Unicode();

    [GeneratedRegex("""^(?:x-)?(?:cp|ibm|csibm|cspc|windows|win|dos)?[-_]?0*(?<number>\d{2,5})$""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Numbered();

    private sealed class SingleBytes : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private string _characters = "";
            private int _next;

            public override int Remaining => _characters.Length - _next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                _characters = Windows1252.GetString(bytesUnknown);
                _next = 0;
                return true;
            }

            public override char GetNextChar() => _next < _characters.Length ? _characters[_next++] : '\0';

            public override bool MovePrevious()
            {
                if (_next == 0)
                    return false;
                _next--;
                return true;
            }
        }
    }
}
