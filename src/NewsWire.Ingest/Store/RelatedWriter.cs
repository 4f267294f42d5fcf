using System.Collections.Immutable;
using NewsWire.Data;
using NewsWire.Ingest.Normalize;

namespace NewsWire.Ingest.Store;

/// <summary>
/// Computes "You may also be interested in" when a release is stored: releases that share its issuer, rare subjects or rare
/// terms, with the reason. Older releases gain the new one where it is a better match.
/// </summary>
internal sealed class RelatedWriter(Database database, TermStatistics statistics)
{
    // More than the six shown, because the page leaves out copies and corrections found later.
    private const int Kept = 10;
    private const int TermsKept = 16;
    private const int PerTerm = 20;
    private const int PerCompany = 12;
    private const int PerSubject = 10;
    private const int SubjectsSearched = 3;

    // A single common term is chance; a shared issuer, an uncommon subject or two rare terms are not.
    private const double LeastWords = 4;
    private const double LeastSubjects = 1;
    private const double CompanyScore = 7;

    // No subject has id 0; it stands for the number of all releases.
    private const string Rarity = """
        select id, releases from subject where id = any(@SubjectIds)
        union all select 0, coalesce(sum(releases), 0)::bigint from wire
        """;

    private const string Replace = """
        delete from release_term where release_id = @Id;
        insert into release_term (term, published_at, release_id) select term, @PublishedAt, @Id from unnest(@Terms) as term on conflict do nothing
        """;

    // Some hundred rows, each looked up by its id: joined, the planner would rather read every release there is, for in a
    // prepared statement it does not know how few the limits leave. "offset 0" keeps it from joining.
    private const string Candidates = """
        with by_term as (
          select found.release_id, array_agg(t.term) as terms
          from unnest(@Terms) as t (term)
          cross join lateral (select release_id from release_term where term = t.term order by published_at desc, release_id desc limit @PerTerm) as found
          group by found.release_id),
        by_company as (
          select id as release_id from release where company_id = @CompanyId order by published_at desc, id desc limit @PerCompany),
        by_subject as (
          select found.release_id
          from unnest(@RareSubjects) as s (id)
          cross join lateral (select release_id from release_subject where subject_id = s.id order by published_at desc, release_id desc limit @PerSubject) as found)
        select r.id, r.story_id, r.published_at, r.subject_ids, coalesce(r.company_id = @CompanyId, false) as same_company, coalesce(b.terms, '{}') as terms
        from (select release_id from by_term union select release_id from by_company union select release_id from by_subject) as c
        cross join lateral (select id, story_id, published_at, subject_ids, company_id, status from release where id = c.release_id offset 0) as r
        left join by_term b on b.release_id = r.id
        where r.id <> @Id and r.status <> 'withdrawn' and (r.story_id is null or @StoryId::bigint is null or r.story_id <> @StoryId)
        """;

    // Release by release, for the same reason: planned while the tables are new, a join stays a scan of them as they grow.
    private const string Offer = """
        delete from release_related where release_id = @Id;
        insert into release_related (release_id, related_id, score, same_company, subject_ids, terms)
        select release_id, related_id, score, same_company, string_to_array(subjects, ',')::integer[], string_to_array(terms, '|')
        from unnest(@Releases, @Relateds, @Scores, @SameCompany, @Subjects, @SharedTerms)
          as offered (release_id, related_id, score, same_company, subjects, terms)
        on conflict (release_id, related_id) do update set score = excluded.score, same_company = excluded.same_company,
          subject_ids = excluded.subject_ids, terms = excluded.terms;
        with ranked as (
          select rr.release_id, rr.related_id,
            row_number() over (partition by rr.release_id order by rr.score desc, r.published_at desc, r.id desc) as place,
            row_number() over (partition by rr.release_id, coalesce(r.story_id, -r.id) order by rr.score desc, r.published_at desc, r.id desc) as copy
          from unnest(@Touched) as touched (id)
          cross join lateral (select release_id, related_id, score from release_related where release_id = touched.id offset 0) as rr
          cross join lateral (select id, published_at, story_id from release where id = rr.related_id offset 0) as r),
        surplus as (
          select release_id, related_id from ranked where copy > 1
          union
          select release_id, related_id from (
            select release_id, related_id, row_number() over (partition by release_id order by place) as place from ranked where copy = 1) as once
          where once.place > @Kept)
        delete from release_related rr using surplus s where rr.release_id = s.release_id and rr.related_id = s.related_id
        """;

    /// <summary>Relates a stored release to those before it, and them to it.</summary>
    public async Task RelateAsync(Stored stored, Release release, CancellationToken token)
    {
        var terms = Normalize.Terms.Of(release.Headline, release.BodyText);
        var frequency = await statistics.CountAsync([.. terms.Select(term => term.Text)], token);
        var counted = (await database.QueryAsync<(int Id, long Releases)>(Rarity, new { stored.SubjectIds }, token)).ToDictionary(subject => subject.Id, subject => subject.Releases);
        var total = Math.Max(counted[0], 10);
        var subjects = counted.Where(subject => subject.Key != 0).ToDictionary(subject => subject.Key, subject => Idf(subject.Value, total));
        // Half of all releases share a common word; one release in a hundred is what relates.
        var telling = terms
            .Select(term => (term.Text, Worth: term.Weight * Idf(frequency[term.Text], total)))
            .Where(term => frequency[term.Text] <= Math.Max(8, total / 20))
            .OrderByDescending(term => term.Worth).ThenBy(term => term.Text, StringComparer.Ordinal)
            .Take(TermsKept)
            .ToDictionary(term => term.Text, term => term.Worth, StringComparer.Ordinal);

        var candidates = await database.QueryAsync<Candidate>(
            Candidates,
            new
            {
                stored.Id,
                stored.StoryId,
                stored.CompanyId,
                Terms = telling.Keys.ToArray(),
                RareSubjects = subjects.OrderByDescending(subject => subject.Value).Take(SubjectsSearched).Select(subject => subject.Key).ToArray(),
                PerTerm,
                PerCompany,
                PerSubject,
            },
            token);
        var related = candidates
            .Select(candidate => Relation.Of(candidate, telling, subjects, release.CompanyKey))
            .Where(relation => relation.Counts)
            .OrderByDescending(relation => relation.Score).ThenByDescending(relation => relation.To.PublishedAt)
            .Take(Kept * 2)
            .ToList();
        await KeepAsync(stored, related, [.. telling.Keys], token);
    }

    // In one transaction: stored terms mark a release as related.
    private Task<int> KeepAsync(Stored stored, List<Relation> related, string[] terms, CancellationToken token)
    {
        var id = stored.Id;
        // Both directions, in order of release id, so that two writers never deadlock.
        var offers = related
            .SelectMany(relation => new[] { (Release: id, Related: relation.To.Id, relation), (Release: relation.To.Id, Related: id, relation) })
            .OrderBy(offer => offer.Release).ThenBy(offer => offer.Related)
            .ToList();
        return database.ExecuteAsync(
            $"{Offer};\n{Replace}",
            new
            {
                Id = id,
                stored.PublishedAt,
                Terms = terms,
                Releases = offers.Select(offer => offer.Release).ToArray(),
                Relateds = offers.Select(offer => offer.Related).ToArray(),
                Scores = offers.Select(offer => (float)offer.relation.Score).ToArray(),
                SameCompany = offers.Select(offer => offer.relation.To.SameCompany).ToArray(),
                Subjects = offers.Select(offer => string.Join(',', offer.relation.Subjects)).ToArray(),
                SharedTerms = offers.Select(offer => string.Join('|', offer.relation.Terms)).ToArray(),
                Touched = offers.Select(offer => offer.Release).Distinct().ToArray(),
                Kept,
            },
            token);
    }

    private static double Idf(long releases, long total) => Math.Log((total + 1.0) / (releases + 1.0)) is > 0.1 and var idf ? idf : 0.1;

    private sealed record Candidate(long Id, long? StoryId, DateTimeOffset PublishedAt, int[] SubjectIds, bool SameCompany, string[] Terms);

    private sealed record Relation(Candidate To, double Score, bool Counts, ImmutableArray<int> Subjects, ImmutableArray<string> Terms)
    {
        public static Relation Of(Candidate candidate, Dictionary<string, double> terms, Dictionary<int, double> subjects, string? company)
        {
            var sharedSubjects = candidate.SubjectIds.Where(subjects.ContainsKey).OrderByDescending(id => subjects[id]).ToList();
            var sharedTerms = candidate.Terms.OrderByDescending(term => terms[term]).ToList();
            var bySubjects = sharedSubjects.Sum(id => subjects[id]);
            var byWords = sharedTerms.Sum(term => terms[term] / 2);
            var counts = candidate.SameCompany || bySubjects >= LeastSubjects || byWords >= LeastWords;
            // Scores are rounded, so that equally good matches are ordered by time.
            var score = Math.Round((candidate.SameCompany ? CompanyScore : 0) + bySubjects + byWords);
            return new Relation(candidate, score, counts, [.. sharedSubjects.Take(2)], Reasons(candidate.SameCompany ? [.. sharedTerms.Where(term => !IsOfName(term, company))] : sharedTerms));
        }

        // The company's name as a common term would only repeat "same issuer".
        private static bool IsOfName(string term, string? company) => company?.Contains(Slug.Of(term, company.Length + 1), StringComparison.Ordinal) == true;

        // Next to "cold chain", the terms "cold" and "chain" add nothing.
        private static ImmutableArray<string> Reasons(List<string> terms)
        {
            var pairs = terms.Where(term => term.Contains(' ')).ToList();
            return [.. terms.Where(term => term.Contains(' ') || !pairs.Exists(pair => pair.Split(' ').Contains(term))).Take(3)];
        }
    }
}
