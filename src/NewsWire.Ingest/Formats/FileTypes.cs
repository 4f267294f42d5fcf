using System.Collections.Frozen;

namespace NewsWire.Ingest.Formats;

/// <summary>Media types by the ending of a file's name: what a document leaves out about its pictures and papers.</summary>
internal static class FileTypes
{
    // type: endings
    private const string Table = """
        image/jpeg: jpg jpeg
        image/png: png
        image/gif: gif
        image/webp: webp
        image/tiff: tif tiff
        image/svg+xml: svg
        image/avif: avif
        video/mp4: mp4 m4v
        video/quicktime: mov
        video/webm: webm
        video/x-msvideo: avi
        video/x-ms-wmv: wmv
        video/mp2t: m3u8
        audio/mpeg: mp3
        audio/mp4: m4a
        audio/wav: wav
        audio/ogg: ogg
        application/pdf: pdf
        application/msword: doc
        application/vnd.ms-excel: xls
        application/vnd.ms-powerpoint: ppt
        application/vnd.openxmlformats-officedocument.wordprocessingml.document: docx
        application/vnd.openxmlformats-officedocument.spreadsheetml.sheet: xlsx
        application/vnd.openxmlformats-officedocument.presentationml.presentation: pptx
        application/zip: zip
        """;

    private static readonly FrozenDictionary<string, string> ByEnding = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(": ", 2))
        .SelectMany(parts => parts[1].Split(' ').Select(ending => (Ending: ending, Type: parts[0])))
        .ToFrozenDictionary(entry => entry.Ending, entry => entry.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>image/jpeg for photo.jpg?w=650; null where the name has no ending of the table.</summary>
    public static string? Of(string address)
    {
        var path = address.Split('?', '#')[0];
        var dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') ? ByEnding.GetValueOrDefault(path[(dot + 1)..]) : null;
    }
}
