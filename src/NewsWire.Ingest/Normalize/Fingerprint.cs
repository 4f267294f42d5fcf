using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Normalize;

/// <summary>
/// Fingerprint for recognizing copies of a release as one story. Exact: a hash of its words without lines that wires add (datelines are
/// already removed; SOURCE lines, links back, contacts). Near: a one-permutation MinHash over five-word shingles.
/// </summary>
/// <param name="Exact">SHA-256 of the normalized words.</param>
/// <param name="Signature">64 minima, or empty for texts too short to compare.</param>
internal sealed partial record Fingerprint(ImmutableArray<byte> Exact, ImmutableArray<uint> Signature)
{
    private const int Bins = 64;
    private const int RowsOfBand = 4;
    private const int ShingleLength = 5;
    private const int FewestWords = 40;

    public static Fingerprint Of(string bodyText)
    {
        var words = Word().Matches(Boilerplate.WithoutWireLines(bodyText)).Select(match => match.Value.ToLowerInvariant()).ToList();
        var exact = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words)));
        return new Fingerprint([.. exact], words.Count < FewestWords ? [] : MinHash(words));
    }

    /// <summary>
    /// Locality-sensitive hashing bands: two near copies share at least one of these numbers, by which the store is searched.
    /// </summary>
    public ImmutableArray<long> Bands
    {
        get
        {
            if (Signature.IsEmpty)
                return [];
            var bands = ImmutableArray.CreateBuilder<long>(Bins / RowsOfBand);
            for (var band = 0; band < Bins / RowsOfBand; band++)
            {
                var hash = Seed + (ulong)band;
                for (var row = 0; row < RowsOfBand; row++)
                    hash = Mix(hash, Signature[band * RowsOfBand + row]);
                bands.Add(unchecked((long)hash));
            }
            return bands.MoveToImmutable();
        }
    }

    /// <summary>Estimated Jaccard similarity of the shingles of two signatures, 0 to 1.</summary>
    public static double Likeness(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        if (left.Length != Bins || right.Length != Bins)
            return 0;
        var same = 0;
        for (var i = 0; i < Bins; i++)
        {
            if (left[i] == right[i])
                same++;
        }
        return (double)same / Bins;
    }

    public byte[] SignatureBytes() => MemoryMarshal.AsBytes(Signature.AsSpan()).ToArray();

    public static uint[] SignatureOf(byte[]? bytes) => bytes is null ? [] : MemoryMarshal.Cast<byte, uint>(bytes).ToArray();

    private const ulong Seed = 14695981039346656037;

    private static ImmutableArray<uint> MinHash(List<string> words)
    {
        var minima = new ulong[Bins];
        Array.Fill(minima, ulong.MaxValue);
        for (var i = 0; i + ShingleLength <= words.Count; i++)
        {
            var hash = Seed;
            for (var j = i; j < i + ShingleLength; j++)
            {
                foreach (var c in words[j])
                    hash = Mix(hash, c);
                hash = Mix(hash, ' ');
            }
            hash ^= hash >> 29;
            hash *= 0xBF58476D1CE4E5B9;
            hash ^= hash >> 32;
            var bin = (int)(hash >> 58);
            minima[bin] = Math.Min(minima[bin], hash);
        }
        // A short text leaves bins empty; each is filled from the next non-empty bin, so that equal texts have equal signatures.
        var signature = new uint[Bins];
        for (var bin = 0; bin < Bins; bin++)
        {
            var from = bin;
            while (minima[from % Bins] == ulong.MaxValue && from - bin < Bins)
                from++;
            signature[bin] = unchecked((uint)Mix(minima[from % Bins], (uint)(from - bin)));
        }
        return [.. signature];
    }

    private static ulong Mix(ulong hash, uint value) => unchecked((hash ^ value) * 1099511628211);

    [GeneratedRegex("""[\p{L}\p{M}\d]+""", RegexOptions.None, 10_000)]
    private static partial Regex Word();
}
