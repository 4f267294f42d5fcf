using System.Buffers;
using System.Globalization;

namespace NewsWire.Ingest.Fetch;

/// <summary>Reads a response body up to a limit in bytes, counted after decompression.</summary>
internal static class LimitedBody
{
    /// <summary>Reads the body; null where it exceeds the limit.</summary>
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
        // Brotli reports corrupt data as InvalidOperationException; gzip and deflate throw InvalidDataException.
        catch (InvalidOperationException broken) when (broken is not ObjectDisposedException)
        {
            throw new InvalidDataException("The document could not be unpacked.", broken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>The error for a document whose size is known in advance.</summary>
    public static string TooLarge(long size, int limit)
    {
        var (has, most) = (Size(size), Size(limit));
        // 16 MB plus one byte would be displayed as 16 MB, so the exact size in bytes is given.
        return has == most ? $"The document has {Bytes(size)}; the limit is {Bytes(limit)}." : $"The document has {has}; the limit is {most}.";
    }

    /// <summary>The error for a document that exceeds the limit while it is read.</summary>
    public static string TooLarge(int limit) => $"The document is larger than the limit of {Size(limit)}.";

    private static string Size(long bytes) => bytes switch
    {
        < 1024 => Bytes(bytes),
        < 1_048_576 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024d:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_048_576d:0.#} MB"),
    };

    private static string Bytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:#,0} bytes");
}
