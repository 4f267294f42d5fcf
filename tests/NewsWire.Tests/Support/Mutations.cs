using System.Text;

namespace NewsWire.Tests.Support;

/// <summary>
/// Generates corrupted documents: transmission errors, disk errors, program errors and attacks. The same seed gives the same documents.
/// </summary>
internal sealed class Mutations(int seed, IReadOnlyList<byte[]> corpus)
{
    private const int MostSteps = 6;
    private const int LongestRepetition = 20_000;
    private const int Largest = 4 * 1024 * 1024;

    // Pieces that are difficult for parsers: starts without ends, ends without starts, numbers at their limits.
    private static readonly string[] Pieces =
    [
        "<![CDATA[", "]]>", "<!--", "-->", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "&#0;", "&#xD800;", "&#99999999999;", "&amp;amp;lt;", "&",
        "<item>", "</item>", "<entry>", "<title>", "</title>", "<content type=\"xhtml\">", "<content type=\"base64\">", "<div xmlns=\"http://www.w3.org/1999/xhtml\">", " xmlns:x=\"\"", " xml:base=\"http://[\"",
        "<p>", "</p>", "<table>", "<td>", "<script>", "</script>", "<style>", "<a href=\"", "<svg>", "<template>", "<plaintext>", "<frameset>",
        "<newsItem>", "<itemSet>", "<NewsComponent>", "<nitf>", "<body>", "{\"", "\":", "[", "{", "]", "}", "\\u", "\\ud800", "1e999", "null,",
        "\u0001", "\u0002", "\u0003", "\0", "\uFEFF", "\u202E", "\r\r\n", " ", "\t", "--", "/PRNewswire/ -- ", "(BUSINESS WIRE)", "(NASDAQ: ", "SOURCE ", "9999-12-31T23:59:59-14:00", "99 99 9999 99:99:99 XYZ", "31 Feb. 2026", "at 08:59",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A document of the corpus after a few mutations, or random bytes.</summary>
    public byte[] Next()
    {
        if (_random.Next(50) == 0)
            return Noise(_random.Next(1, 40_000));
        List<byte> bytes = [.. corpus[_random.Next(corpus.Count)]];
        for (var step = _random.Next(1, MostSteps); step > 0; step--)
            Mutate(bytes);
        return bytes.Count > Largest ? [.. bytes.Take(Largest)] : [.. bytes];
    }

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        _random.NextBytes(noise);
        return noise;
    }

    private void Mutate(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        switch (_random.Next(9))
        {
            case 0 when bytes.Count > 0:
                for (var flips = _random.Next(1, 30); flips > 0; flips--)
                    bytes[_random.Next(bytes.Count)] ^= (byte)(1 << _random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(_random.Next(1, 400), bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(_random.Next(1, 4000), bytes.Count - at)));
                break;
            case 4:
                bytes.InsertRange(at, Noise(_random.Next(1, 60)));
                break;
            case 5:
                var other = corpus[_random.Next(corpus.Count)];
                var from = _random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + _random.Next(1, 6000))]);
                break;
            case 6:
                var times = _random.Next(3) == 0 ? _random.Next(1, LongestRepetition) : 1;
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Pieces[_random.Next(Pieces.Length)], times))));
                break;
            case 7:
                var text = Encoding.Latin1.GetString([.. bytes]);
                bytes.Clear();
                bytes.AddRange(_random.Next(4) switch { 0 => Encoding.Unicode.GetBytes(text), 1 => Encoding.BigEndianUnicode.GetBytes(text), 2 => Encoding.UTF8.GetBytes(text), _ => [.. Encoding.Unicode.Preamble, .. Encoding.UTF8.GetBytes(text)] });
                break;
            default:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[_random.Next(Pieces.Length)]));
                break;
        }
    }
}
