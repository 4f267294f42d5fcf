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
    private const string Six = """
        select r.id, r.slug, r.headline, r.language, r.published_at, l.same_company, l.subject_ids, coalesce(l.terms, '{}') as terms
        from release_related l
        join release r on r.id = l.related_id
        where l.release_id = @Id and r.status <> 'withdrawn'
        order by l.score desc, r.published_at desc, r.id desc
        limit 6
        """;

    public Task<IReadOnlyList<RelatedRow>> OfAsync(long releaseId, CancellationToken token) =>
        database.QueryAsync<RelatedRow>(Six, new { Id = releaseId }, token);
}
