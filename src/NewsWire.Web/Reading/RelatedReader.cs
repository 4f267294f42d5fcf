using NewsWire.Data;

namespace NewsWire.Web.Reading;

/// <summary>A release the reader may also be interested in, with why.</summary>
public sealed record RelatedRow
{
    public required long Id { get; init; }
    public required string Slug { get; init; }
    public required string Headline { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required bool SameCompany { get; init; }
    public required int[] SubjectIds { get; init; }
    public required string[] Terms { get; init; }
}

/// <summary>The related releases that ingestion found, in its order: a page works nothing out.</summary>
public sealed class RelatedReader(Database database)
{
    // Copies and corrections are listed separately, and each story is related only once. What another release corrects is not
    // recommended: its correction is.
    private const string Six = $$"""
        with {{ReleaseReader.Corrections}}
        select id, slug, headline, language, published_at, same_company, subject_ids, terms
        from (
            select distinct on (coalesce(r.story_id, -r.id)) r.id, r.slug, r.headline, r.language, r.published_at,
                l.score, l.same_company, l.subject_ids, coalesce(l.terms, '{}') as terms
            from release_related l
            join release o on o.id = l.release_id
            join release r on r.id = l.related_id
            where l.release_id = @Id and r.status <> 'withdrawn'
                and (r.status <> 'corrected' or exists (select 1 from release_version v where v.release_id = r.id))
                and (r.story_id is null or r.story_id is distinct from o.story_id)
                and coalesce(r.story_id, -r.id) not in (select coalesce(t.story_id, -t.id) from tie join release t on t.id = tie.id)
            order by coalesce(r.story_id, -r.id), l.score desc, r.id) story
        order by score desc, published_at desc, id desc
        limit 6
        """;

    public Task<IReadOnlyList<RelatedRow>> OfAsync(long releaseId, CancellationToken token) =>
        database.QueryAsync<RelatedRow>(Six, new { Id = releaseId }, token);
}
