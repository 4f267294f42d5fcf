using NewsWire.Data;

namespace NewsWire.Web.Reading;

/// <summary>Everything a release's own page shows.</summary>
public sealed record ReleaseDetail
{
    public required long Id { get; init; }
    public required string Slug { get; init; }
    public required string Headline { get; init; }
    public required string Summary { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required string PublishedAs { get; init; }
    public required bool Clamped { get; init; }
    public required DateTimeOffset FirstSeenAt { get; init; }
    public DateTimeOffset? RevisedAt { get; init; }
    public required string Status { get; init; }
    public required string Language { get; init; }
    public required string Wire { get; init; }
    public required string WireName { get; init; }
    public required string Via { get; init; }

    /// <summary>Its id at <see cref="Via"/>: the wire's own, else made from its address or its text.</summary>
    public required string NativeId { get; init; }
    public required string ViaName { get; init; }

    /// <summary>Key of the source it was first read from, and whether that is a feed, a list or a folder; null where the source is gone.</summary>
    public string? SourceKey { get; init; }
    public string? SourceKind { get; init; }
    public required bool Complete { get; init; }
    public required bool Sample { get; init; }
    public string? Url { get; init; }
    public string? Issuer { get; init; }
    public string? Company { get; init; }

    /// <summary>How many releases its company has, with this one and with copies.</summary>
    public long CompanyReleases { get; init; }
    public required string[] Tickers { get; init; }
    public required string[] MentionedTickers { get; init; }
    public required string[] Categories { get; init; }
    public required int[] SubjectIds { get; init; }
    public string? Subheadline { get; init; }
    public string? Dateline { get; init; }
    public string? BodyHtml { get; init; }
    public string? Distributor { get; init; }
    public required int Versions { get; init; }
}

/// <summary>A file that a release carries or leads to.</summary>
/// <param name="Kind">photo, logo, video, audio or document.</param>
/// <param name="Type">Its media type, or null.</param>
/// <param name="Bytes">Its size, or null.</param>
public sealed record ReleaseFile(string Kind, string Url, string? Type, string? Title, string? Credit, long? Bytes);

/// <summary>A release named by another: what it corrects, what corrects it, its copies.</summary>
public sealed record ReleaseMention
{
    public required long Id { get; init; }
    public required string Slug { get; init; }
    public required string Headline { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required string PublishedAs { get; init; }
    public required string Language { get; init; }
    public required string Via { get; init; }
    public required string ViaName { get; init; }

    /// <summary>The source it was first read from, and whether that is a feed, a list or a folder; null where the source is gone.</summary>
    public string? SourceKey { get; init; }
    public string? SourceKind { get; init; }
    public required bool SameText { get; init; }

    /// <summary>copy, corrects or corrected.</summary>
    public required string Tie { get; init; }
}

/// <summary>One release, and the releases it is tied to.</summary>
public sealed class ReleaseReader(Database database)
{
    private const string One = """
        select r.id, r.slug, r.headline, r.summary, r.published_at, r.published_as, r.clamped, r.first_seen_at,
            r.revised_at, r.status, r.language, r.wire, w.name as wire_name, r.via, v.name as via_name, r.native_id,
            s.key as source_key, s.kind as source_kind, r.complete, r.sample, r.url,
            r.issuer, c.key as company, coalesce(c.releases, 0) as company_releases, r.tickers, r.mentioned_tickers, r.categories, r.subject_ids,
            b.subheadline, b.dateline, b.body_html, b.distributor,
            (select count(*)::int from release_version where release_id = r.id) as versions
        from release r
        join wire w on w.key = r.wire
        join wire v on v.key = r.via
        left join release_body b on b.release_id = r.id
        left join company c on c.id = r.company_id
        left join source s on s.id = r.source_id
        where r.id = @Id
        """;

    /// <summary>The releases that correct release @Id or a copy of it, and those that these correct, as rows of tie (id, name).</summary>
    internal const string Corrections = """
        own as (
            select id, story_id, via, corrects_id, published_at from release where id = @Id
            union
            select s.id, s.story_id, s.via, s.corrects_id, s.published_at from release o join release s on s.story_id = o.story_id where o.id = @Id),
        tie as (
            select corrects_id as id, 'corrects' as name from own where corrects_id is not null
            union
            select s.id, 'corrects' from own join release t on t.id = own.corrects_id join release s on s.story_id = t.story_id
            union
            select c.id, 'corrected' from own join release c on c.corrects_id = own.id
            union
            select c.id, 'corrected' from own join release c on c.corrects_id = own.corrects_id
                and c.via = own.via and c.published_at > own.published_at and c.story_id is distinct from own.story_id)
        """;

    // Limited for a story with dozens of mirrors. Of the copies of what is named, the one on the same wire is shown.
    private const string Ties = $"""
        with {Corrections},
        named as (
            (select id, 'copy' as name from own where id <> @Id order by published_at, id limit 12)
            union all
            (select distinct on (tie.name, coalesce(t.story_id, -t.id)) t.id, tie.name
            from tie join release t on t.id = tie.id join release o on o.id = @Id
            order by tie.name, coalesce(t.story_id, -t.id), t.via <> o.via, t.published_at, t.id))
        select r.id, r.slug, r.headline, r.published_at, r.published_as, r.language, r.via, v.name as via_name,
            s.key as source_key, s.kind as source_kind, r.content_hash = o.content_hash as same_text, named.name as tie
        from named
        join release o on o.id = @Id
        join release r on r.id = named.id
        join wire v on v.key = r.via
        left join source s on s.id = r.source_id
        where r.status <> 'withdrawn'
        order by r.published_at, r.id
        """;

    private const string Files = "select kind, url, type, title, credit, bytes from release_media where release_id = @Id order by position, url limit 60";

    public Task<ReleaseDetail?> FindAsync(long id, CancellationToken token) => database.FindAsync<ReleaseDetail>(One, new { Id = id }, token);

    public Task<IReadOnlyList<ReleaseMention>> TiesAsync(long id, CancellationToken token) =>
        database.QueryAsync<ReleaseMention>(Ties, new { Id = id }, token);

    /// <summary>Its files in the order of the release.</summary>
    public Task<IReadOnlyList<ReleaseFile>> FilesAsync(long id, CancellationToken token) =>
        database.QueryAsync<ReleaseFile>(Files, new { Id = id }, token);
}
