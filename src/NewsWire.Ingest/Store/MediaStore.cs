using System.Collections.Immutable;
using NewsWire.Data;
using NewsWire.Ingest.Normalize;

namespace NewsWire.Ingest.Store;

/// <summary>Keeps a release's files: those of a lead and those of its page add up, and what one of them leaves out the other fills in.</summary>
internal static class MediaStore
{
    private const string Upsert = """
        insert into release_media (release_id, position, kind, url, type, title, credit, bytes)
        select @Id, position, kind, url, type, title, credit, bytes
        from unnest(@Kinds, @Urls, @Types, @Titles, @Credits, @Sizes) with ordinality as file (kind, url, type, title, credit, bytes, position)
        on conflict (release_id, url) do update set position = excluded.position, kind = excluded.kind, type = coalesce(excluded.type, release_media.type),
          title = coalesce(excluded.title, release_media.title), credit = coalesce(excluded.credit, release_media.credit), bytes = coalesce(excluded.bytes, release_media.bytes)
        """;

    public static async Task SaveAsync(DatabaseTransaction transaction, long releaseId, ImmutableArray<MediaLink> files)
    {
        if (files.IsEmpty)
            return;
        await transaction.ExecuteAsync(Upsert, new
        {
            Id = releaseId,
            Kinds = files.Select(file => file.Kind).ToArray(),
            Urls = files.Select(file => file.Url).ToArray(),
            Types = files.Select(file => file.Type).ToArray(),
            Titles = files.Select(file => file.Title).ToArray(),
            Credits = files.Select(file => file.Credit).ToArray(),
            Sizes = files.Select(file => file.Bytes).ToArray(),
        });
    }
}
