using NewsWire.Data;
using NewsWire.Ingest.Normalize;

namespace NewsWire.Ingest.Store;

/// <summary>
/// Ties a correction, or a notice of withdrawal, to the release it names, whichever of the two is stored first, and marks every
/// copy of what it replaces.
/// </summary>
internal static class CorrectionStore
{
    // Of a notice c and a release o. Where one of the two has a day and no clock time, the earlier of a day cannot be told.
    private const string NotLater =
        "o.published_at <= c.published_at + case when 'day' in (c.published_as, o.published_as) then interval '1 day' else interval '0' end";

    // The stated day is of the issuer's zone. Null where the notice states none.
    private const string OfStatedDay = "o.published_at between c.corrects_date - interval '1 day' and c.corrects_date + interval '2 days'";

    // By the wire's id where the notice gives it, else the issuer's release with that headline: of the stated day, on the same wire, the
    // newest.
    private const string Name = $"""
        with named as (
          select o.id
          from release c
          cross join lateral (
            select id, via, native_id, published_at, published_as from release where via = c.via and native_id = c.corrects_native_id and correction is null and status <> 'withdrawn'
            union
            select id, via, native_id, published_at, published_as from release
            where company_id = c.company_id and lower(headline) = lower(c.corrects_headline) and correction is null and status <> 'withdrawn') o
          where c.id = @Id and {NotLater}
          order by o.native_id is not distinct from c.corrects_native_id desc,
            coalesce({OfStatedDay}, false) desc,
            o.via = c.via desc, o.published_at desc, o.id
          limit 1)
        update release set corrects_id = coalesce(corrects_id, (select id from named)) where id = @Id returning corrects_id
        """;

    // The corrections that waited for this release now have it, unless they state another day: an older release may have the same
    // headline. Those of its other copies are its own as well.
    private const string Await = $"""
        with awaited as (
          update release c set corrects_id = o.id
          from release o
          where o.id = @Id and c.id in (
            select id from release where correction is not null and corrects_id is null and via = o.via and corrects_native_id = o.native_id
            union
            select id from release
            where correction is not null and corrects_id is null and lower(corrects_headline) = lower(o.headline) and company_id = o.company_id)
            and {NotLater} and (o.via = c.via and o.native_id = c.corrects_native_id or coalesce({OfStatedDay}, true))
          returning o.id)
        select id from awaited
        union
        select s.id from release o join release s on s.story_id = o.story_id
        where o.id = @Id and exists (select 1 from release c where c.corrects_id = s.id)
        """;

    // A corrected release has the time of its correction; that of the receipt where the correction has none, and for a withdrawal.
    // A wire's second correction replaces its first. Another wire's is a copy of it, however much its text differs.
    private const string Mark = """
        with notice as (
          select id, via, story_id, published_at, case published_as when 'instant' then published_at else @SeenAt end as told_at,
            case correction when 'withdrawal' then 'withdrawn' else 'corrected' end as makes
          from release where corrects_id = @Of and correction is not null),
        replaced as (
          select o.id, o.story_id, n.makes, n.told_at from release o cross join notice n where o.id = @Of
          union
          select earlier.id, earlier.story_id, later.makes, later.told_at from notice earlier
          join notice later on later.via = earlier.via and later.published_at > earlier.published_at and later.story_id is distinct from earlier.story_id),
        wrong as (
          select id, max(makes) as status, min(told_at) as told_at
          from (
            select id, makes, told_at from replaced
            union
            select s.id, makes, told_at from replaced join release s on s.story_id = replaced.story_id) each
          group by id)
        update release r set status = wrong.status, revised_at = case wrong.status when 'withdrawn' then @SeenAt else coalesce(r.revised_at, wrong.told_at) end
        from wrong where r.id = wrong.id and r.status <> 'withdrawn' and r.status <> wrong.status
        returning r.story_id
        """;

    /// <summary>How a notice is kept: correction or withdrawal; null for a release that replaces none.</summary>
    public static string? KindOf(Release release) => release.Correction?.Kind switch
    {
        CorrectionKind.Correction => "correction",
        CorrectionKind.Withdrawal => "withdrawal",
        _ => null,
    };

    /// <summary>Ties a release that was just stored to what it corrects, or to the corrections that are known of it.</summary>
    public static async Task SettleAsync(DatabaseTransaction transaction, long id, bool isNotice, DateTimeOffset seenAt)
    {
        var replaced = await transaction.QueryAsync<long?>(isNotice ? Name : Await, new { Id = id });
        foreach (var of in replaced.OfType<long>())
        {
            var stories = await transaction.QueryAsync<long?>(Mark, new { Of = of, SeenAt = seenAt });
            await StoryStore.CountCopiesAsync(transaction, [.. stories.OfType<long>()]);
        }
    }
}
