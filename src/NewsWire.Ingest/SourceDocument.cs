namespace NewsWire.Ingest;

/// <summary>Bytes as they were received, with all that is known of where they came from. The first value of the pipeline.</summary>
/// <param name="Address">The address they were asked from after redirects, or null for a file or standard input.</param>
/// <param name="FileName">The file's name without folders, or null.</param>
/// <param name="ContentType">The Content-Type header as sent, charset included, or null.</param>
/// <param name="FetchedAt">When they were received, UTC: what a clock time without a date is resolved against.</param>
internal sealed record SourceDocument(
    ReadOnlyMemory<byte> Bytes, Uri? Address, string? FileName, string? ContentType, DateTimeOffset FetchedAt);
