using NewsWire.Data;
using NewsWire.Ingest.Fetch;
using NewsWire.Ingest.Store;

namespace NewsWire.Ingest;

/// <summary>The Fetch stage as the pipeline sees it: a source or a document to bytes, from the web or from a folder.</summary>
internal sealed class DocumentFetcher(WebFetcher web, FolderReader folders, IngestionOptions options)
{
    public Task<FetchResult> FetchAsync(DueSource source, CancellationToken token) => Uri.TryCreate(source.Address, UriKind.Absolute, out var address)
        ? web.FetchAsync(new FetchRequest(address, source.Etag, source.LastModified), token)
        : Task.FromResult(NoAddress(source.Address));

    public Task<FetchResult> FetchAsync(DueDocument document, CancellationToken token)
    {
        if (document.Kind == "folder")
            return folders.ReadAsync(Folder(document.SourceAddress), document.Address, token);
        return Uri.TryCreate(document.Address, UriKind.Absolute, out var address)
            ? web.FetchAsync(new FetchRequest(address), token)
            : Task.FromResult(NoAddress(document.Address));
    }

    /// <summary>The files of a folder, or why they cannot be listed.</summary>
    public (IReadOnlyList<FoundDocument> Files, FetchResult.Refused? Problem) List(DueSource source, CancellationToken token)
    {
        var listing = FolderReader.List(Folder(source.Address), token);
        return ([.. listing.Files.Select(file => new FoundDocument(file.RelativePath, file.Mark))], listing.Trouble);
    }

    private static FetchResult NoAddress(string text) => new FetchResult.Refused(FailureKind.Invalid, $"\"{Secrets.OnOneLine(text)}\" is not an address.", Final: true);

    private string Folder(string address) => Path.GetFullPath(address, Path.GetFullPath(options.FolderRoot ?? "."));
}
