using System.Buffers;
using System.Globalization;

namespace NewsWire.Ingest.Fetch;

/// <summary>Reads to the end or to the limit, whichever comes first; what is counted is what comes out after unpacking.</summary>
internal static class LimitedBody
{
    /// <summary>Null where there is more than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, int limit, CancellationToken token)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(32 * 1024);
        try
        {
            var all = new ArrayBufferWriter<byte>();
            int count;
            while ((count = await body.ReadAsync(chunk, token)) > 0)
            {
                if (all.WrittenCount + count > limit)
                    return null;
                all.Write(chunk.AsSpan(0, count));
            }
            return all.WrittenMemory;
        }
        // Brotli says so in its own way; gzip and deflate throw InvalidDataException themselves.
        catch (InvalidOperationException broken) when (broken is not ObjectDisposedException)
        {
            throw new InvalidDataException("The document could not be unpacked.", broken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>The sentence for a document whose size is known before it is read.</summary>
    public static string TooLarge(long size, int limit)
    {
        var (has, most) = (Size(size), Size(limit));
        // 16 MB and one byte is more than 16 MB: say so in bytes.
        return has == most ? $"The document has {Bytes(size)}; the limit is {Bytes(limit)}." : $"The document has {has}; the limit is {most}.";
    }

    /// <summary>The sentence for a document that did not end in time.</summary>
    public static string TooLarge(int limit) => $"The document is larger than the limit of {Size(limit)}.";

    private static string Size(long bytes) => bytes switch
    {
        < 1024 => Bytes(bytes),
        < 1_048_576 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024d:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_048_576d:0.#} MB"),
    };

    private static string Bytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:#,0} bytes");
}
