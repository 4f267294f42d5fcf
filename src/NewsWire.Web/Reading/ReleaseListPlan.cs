using System.Text;

namespace NewsWire.Web.Reading;

/// <summary>
/// Writes the one query of a list from fixed pieces. It walks the dates of the rarest thing that was asked for and
/// tests everything else on the row: the counters know what is rare, the query planner would have to guess.
/// </summary>
internal sealed record ReleaseListPlan(string Sql, IReadOnlyDictionary<string, object?> Parameters)
{
    private const string Row = """
        r.id, r.slug, r.headline, r.summary, r.published_at, r.published_as, r.published_zone, r.revised_at, r.status, r.language,
            r.wire, r.via, r.issuer, r.tickers, r.subject_ids, r.sample
        """;

    // Looked up for the rows shown and no others: as a join, the planner would rather read all companies.
    private const string Columns = $"""
        {Row}, r.story_id,
            (select key from company where id = r.company_id) as company,
            coalesce((select copies from story where id = r.story_id), 1) as copies
        """;

    public static ReleaseListPlan For(KnownFilter known, ListPosition position, int take)
    {
        var newer = position.Before is not null;
        var cursor = position.After ?? position.Before;
        Dictionary<string, object?> parameters = new() { ["Take"] = take, ["At"] = cursor?.At, ["Id"] = cursor?.Id };
        var rarest = known.Wanted.MinBy(Releases);
        var other = RarestOther(known);
        var walked = rarest is not null && Releases(rarest) <= other && (other == long.MaxValue || !IsSoonerByDate(rarest, known, take)) ? rarest : null;
        var tests = Tests(known, walked, parameters);
        var sql = walked is null
            ? ByDate(tests, cursor is not null, newer)
            : BySubject(walked, tests, cursor is not null, newer, parameters);
        return new ReleaseListPlan(sql, parameters);
    }

    private static long Releases(SubjectFacet[] clause) => clause.Sum(subject => subject.Releases);

    // A wire files under its own words only: asked for its releases of a topic, the ranges of all other wires' words would be
    // read to their ends and add nothing. By date, a page is full as soon as the topic is common; where it is not, its
    // ranges are short. Between the two lies their geometric mean.
    private static bool IsSoonerByDate(SubjectFacet[] topic, KnownFilter known, int take) =>
        topic.Length > 1 && (double)Releases(topic) * Releases(topic) > (double)take * known.Facets.Wires.Sum(wire => wire.Releases);

    private static long RarestOther(KnownFilter known) => Math.Min(
        known.Company?.Releases ?? long.MaxValue,
        Math.Min(
            known.Filter.Wire is { } wire ? known.Facets.WireByKey[wire].Releases : long.MaxValue,
            known.Filter.Language is { } language ? known.Facets.LanguageByCode[language].Releases : long.MaxValue));

    private static string Tests(KnownFilter known, SubjectFacet[]? walked, Dictionary<string, object?> parameters)
    {
        var tests = new StringBuilder();
        Add(tests, known.Filter.Wire, "Wire", "r.wire = @Wire");
        Add(tests, known.Filter.Language, "Language", "r.language = @Language");
        Add(tests, known.Company?.Id, "Company", "r.company_id = @Company");
        Add(tests, known.Unwanted is [] ? null : known.Unwanted, "None", "not r.subject_ids && @None");
        var subjects = new StringBuilder();
        var others = known.Wanted.Where(clause => clause != walked).ToList();
        Add(subjects, others.Where(clause => clause.Length == 1).Select(clause => clause[0].Id).ToArray() is { Length: > 0 } all ? all : null, "All", "r.subject_ids @> @All");
        foreach (var (number, clause) in others.Where(clause => clause.Length > 1).Index())
            Add(subjects, clause.Select(subject => subject.Id).ToArray(), $"Any{number}", $"r.subject_ids && @Any{number}");
        // The walk is chosen above. Of such a test the planner believes what it likes: it would find the subjects by their
        // own index, or take a test for so hard to pass that it reads all of a company's releases and sorts them for a page.
        // What stands in a case has no index, and is taken to pass every other time.
        return subjects.Length == 0 ? tests.ToString() : $"{tests} and case when true{subjects} then true else false end";

        void Add(StringBuilder to, object? value, string name, string test)
        {
            if (value is null)
                return;
            parameters[name] = value;
            to.Append(" and ").Append(test);
        }
    }

    // Wire, language and company have indexes in this order; which is the order shown.
    private static string ByDate(string tests, bool from, bool newer) => $"""
        select {Columns} from (
            select {Row}, r.story_id, r.company_id from release r where true{tests}{(from ? Beyond("r.published_at, r.id", newer) : "")}
            order by {Order("r.published_at", "r.id", newer)} limit @Take) r
        order by {Order("r.published_at", "r.id", newer)}
        """;

    // One range of the link table for each subject, each cut at a page, then the ranges together without doubles.
    // "offset 0" keeps the tests inside the walk: flattened into a join, they tempt the planner to read every match and sort.
    private static string BySubject(SubjectFacet[] walked, string tests, bool from, bool newer, Dictionary<string, object?> parameters)
    {
        parameters["Walked"] = walked.Select(subject => subject.Id).ToArray();
        var tested = tests.Length == 0 ? "" : $"cross join lateral (select 1 from release r where r.id = s.release_id{tests} offset 0) tested";
        return $"""
            select {Columns} from (
                select distinct s.published_at, s.release_id from unnest(@Walked) as w (subject_id)
                cross join lateral (
                    select s.published_at, s.release_id from release_subject s {tested}
                    where s.subject_id = w.subject_id{(from ? Beyond("s.published_at, s.release_id", newer) : "")}
                    order by {Order("s.published_at", "s.release_id", newer)} limit @Take) s
                order by {Order("s.published_at", "s.release_id", newer)} limit @Take) page
            join release r on r.id = page.release_id order by {Order("page.published_at", "page.release_id", newer)}
            """;
    }

    private static string Beyond(string pair, bool newer) => $" and ({pair}) {(newer ? '>' : '<')} (@At, @Id)";

    private static string Order(string time, string id, bool newer) => newer ? $"{time}, {id}" : $"{time} desc, {id} desc";
}
