using System.Buffers.Binary;
using NewsWire.Data;
using NewsWire.Ingest.Normalize;

namespace NewsWire.Ingest.Store;

/// <summary>Finds the story a release belongs to: an exact copy by its words, a near copy on another wire by its word runs.</summary>
internal static class StoryStore
{
    // Minimum similarity of a near copy. Weekly notices of one issuer differ only in numbers, so a copy must also be on another wire.
    private const double NearCopy = 0.7;
    private static readonly TimeSpan Apart = TimeSpan.FromDays(7);

    // Equal words are a copy, unless they were published weeks apart: an issuer sends the same notice every quarter. A time of
    // receipt says nothing of when a text was published. The story of a correction also holds copies whose wire left its mark away.
    private const string Equal = """
        select s.id
        from story s
        cross join lateral (
          select bool_or(r.correction is not null) as corrects,
            bool_or(r.published_at between @From and @To or r.published_as = 'seen' or @Undated) as together
          from release r where r.story_id = s.id) held
        where s.fingerprint = @Fingerprint and held.together and (held.corrects or not @Corrects)
        order by held.corrects = @Corrects desc, s.id
        limit 1
        """;

    // An issuer's boilerplate puts the same bands into thousands of stories: of each band only the newest are looked at,
    // and those that share most bands come first. A correction is like what it corrects but for a figure, and no copy of it.
    private const string Near = """
        select s.id, s.signature
        from (
          select newest.story_id, count(*) as shared
          from unnest(@Bands) as b (band)
          cross join lateral (select story_id from story_band where band = b.band order by story_id desc limit 200) as newest
          group by newest.story_id) as near
        join story s on s.id = near.story_id
        where exists (
            select 1 from release r where r.story_id = s.id and r.via <> @Via and r.language = @Language and r.published_at between @From and @To)
          and not exists (
            select 1 from release r where r.story_id = s.id and (r.via = @Via and r.language = @Language or (r.correction is not null) <> @Corrects))
        order by near.shared desc, s.id desc
        limit 20
        """;

    private const string Insert = "insert into story (fingerprint, signature) values (@Fingerprint, @Signature) returning id";

    // Held to the end of the transaction: of two equal texts that arrive at the same moment, the second finds the story of the first.
    private const string Lock = "select pg_advisory_xact_lock(@Key)";

    private const string InsertBands = "insert into story_band (band, story_id) select band, @Id from unnest(@Bands) as band on conflict do nothing";

    private const string Count = """
        with held as (select id from story where id = any(@Ids) order by id for no key update)
        update story set copies = (select count(*) from release where story_id = story.id and status <> 'withdrawn') from held where story.id = held.id
        """;

    /// <summary>The id of the story, found or begun.</summary>
    public static async Task<long> FindOrBeginAsync(DatabaseTransaction transaction, Release release, Fingerprint fingerprint)
    {
        byte[] exact = [.. fingerprint.Exact];
        await transaction.ExecuteAsync(Lock, new { Key = BinaryPrimitives.ReadInt64LittleEndian(exact) });
        var bands = fingerprint.Bands;
        var search = new
        {
            Fingerprint = exact,
            Bands = bands.ToArray(),
            release.Via,
            release.Language,
            From = release.Published.Instant - Apart,
            To = release.Published.Instant + Apart,
            Undated = release.Published.As == "seen",
            Corrects = CorrectionStore.KindOf(release) is not null,
        };
        if (await transaction.FindAsync<long?>(Equal, search) is { } equal)
            return equal;
        if (!bands.IsEmpty)
        {
            var near = await transaction.QueryAsync<(long Id, byte[] Signature)>(Near, search);
            var (likeness, id) = near
                .Select(story => (Likeness: Fingerprint.Likeness(fingerprint.Signature.AsSpan(), Fingerprint.SignatureOf(story.Signature)), story.Id))
                .DefaultIfEmpty()
                .Max();
            if (likeness >= NearCopy)
                return id;
        }
        var begun = await transaction.FindAsync<long>(Insert, new { Fingerprint = exact, Signature = bands.IsEmpty ? null : fingerprint.SignatureBytes() });
        if (!bands.IsEmpty)
            await transaction.ExecuteAsync(InsertBands, new { Id = begun, Bands = bands.ToArray() });
        return begun;
    }

    /// <summary>Brings the kept number of copies in step after a release moved from one story to another.</summary>
    public static Task CountCopiesAsync(DatabaseTransaction transaction, long? before, long? after) => before == after
        ? Task.CompletedTask
        : CountCopiesAsync(transaction, [.. new[] { before, after }.OfType<long>()]);

    /// <summary>Brings the kept number of copies of some stories in step.</summary>
    public static Task CountCopiesAsync(DatabaseTransaction transaction, long[] stories) => stories.Length == 0
        ? Task.CompletedTask
        : transaction.ExecuteAsync(Count, new { Ids = stories });
}
