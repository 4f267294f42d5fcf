namespace NewsWire.Ingest;

/// <summary>A document as received, with its origin. The first value of the pipeline.</summary>
/// <param name="Address">The address it was fetched from, after redirects; null for a file or standard input.</param>
/// <param name="FileName">The file's name without its folder, or null.</param>
/// <param name="ContentType">The Content-Type header as sent, charset included, or null.</param>
/// <param name="FetchedAt">Time of receipt in UTC; times without a date are resolved against it.</param>
internal sealed record SourceDocument(
    ReadOnlyMemory<byte> Bytes, Uri? Address, string? FileName, string? ContentType, DateTimeOffset FetchedAt);
