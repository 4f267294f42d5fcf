using NewsWire.Data;
using NewsWire.Ingest.Normalize;

namespace NewsWire.Ingest.Store;

/// <summary>Finds the story a release belongs to: an exact copy by its words, a near copy on another wire by its word runs.</summary>
internal static class StoryStore
{
    // Minimum similarity of a near copy. Weekly notices of one issuer differ only in numbers, so a copy must also be on another wire.
    private const double NearCopy = 0.7;
    private static readonly TimeSpan Apart = TimeSpan.FromDays(7);

    // An issuer's boilerplate puts the same bands into thousands of stories: of each band only the newest are looked at,
    // and those that share most bands come first.
    private const string Near = """
        select s.id, s.signature
        from (
          select newest.story_id, count(*) as shared
          from unnest(@Bands) as b (band)
          cross join lateral (select story_id from story_band where band = b.band order by story_id desc limit 200) as newest
          group by newest.story_id) as near
        join story s on s.id = near.story_id
        where exists (select 1 from release r where r.story_id = s.id and r.via <> @Via and r.language = @Language and r.published_at between @From and @To)
          and not exists (select 1 from release r where r.story_id = s.id and r.via = @Via and r.language = @Language)
        order by near.shared desc, s.id desc
        limit 20
        """;

    // The update takes the row, so that a copy arriving at the same moment sees this one.
    private const string Insert = """
        insert into story (fingerprint, signature) values (@Fingerprint, @Signature)
        on conflict (fingerprint) do update set fingerprint = excluded.fingerprint
        returning id, (xmax = 0) as is_new
        """;

    private const string InsertBands = "insert into story_band (band, story_id) select band, @Id from unnest(@Bands) as band on conflict do nothing";

    private const string Count = """
        with held as (select id from story where id = any(@Ids) order by id for no key update)
        update story set copies = (select count(*) from release where story_id = story.id and status <> 'withdrawn') from held where story.id = held.id
        """;

    /// <summary>The id of the story, found or begun.</summary>
    public static async Task<long> FindOrBeginAsync(DatabaseTransaction transaction, Release release, Fingerprint fingerprint)
    {
        var bands = fingerprint.Bands;
        if (!bands.IsEmpty)
        {
            var near = await transaction.QueryAsync<(long Id, byte[] Signature)>(
                Near,
                new { Bands = bands.ToArray(), release.Via, release.Language, From = release.Published.Instant - Apart, To = release.Published.Instant + Apart });
            var (likeness, id) = near
                .Select(story => (Likeness: Fingerprint.Likeness(fingerprint.Signature.AsSpan(), Fingerprint.SignatureOf(story.Signature)), story.Id))
                .DefaultIfEmpty()
                .Max();
            if (likeness >= NearCopy)
                return id;
        }
        var (story, isNew) = await BeginAsync(transaction, [.. fingerprint.Exact], bands.IsEmpty ? null : fingerprint.SignatureBytes());
        if (isNew && !bands.IsEmpty)
            await transaction.ExecuteAsync(InsertBands, new { Id = story, Bands = bands.ToArray() });
        return story;
    }

    /// <summary>Brings the kept number of copies in step.</summary>
    public static Task CountCopiesAsync(DatabaseTransaction transaction, long? before, long? after) => before == after
        ? Task.CompletedTask
        : transaction.ExecuteAsync(Count, new { Ids = new[] { before, after }.OfType<long>().ToArray() });

    private static Task<(long Id, bool IsNew)> BeginAsync(DatabaseTransaction transaction, byte[] fingerprint, byte[]? signature) =>
        transaction.FindAsync<(long, bool)>(Insert, new { Fingerprint = fingerprint, Signature = signature });
}
