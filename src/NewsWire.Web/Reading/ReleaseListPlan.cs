using System.Text;

namespace NewsWire.Web.Reading;

/// <summary>
/// Writes the query of a list from fixed pieces. It reads the ranges of <see cref="ReleaseWalk"/>, newest first, tests the rest
/// of the filter on the rows, and shows of each story the one copy that is preferred among those that match.
/// </summary>
internal sealed record ReleaseListPlan(string Sql, IReadOnlyDictionary<string, object?> Parameters)
{
    /// <summary>A ticker's releases are counted up to here: with more, it is common.</summary>
    public const string MostCarriersCounted = "20000";

    /// <summary>True of a row of release r that carries @Ticker; both conditions are those of the index.</summary>
    public const string CarriesTicker = "r.tickers <> '{}' and ticker_terms(r.tickers) @> array[@Ticker]";

    /// <summary>The columns of <see cref="ReleaseRow"/>. Company and copies are looked up for the rows shown and no others.</summary>
    public const string Columns = """
        r.id, r.slug, r.headline, r.summary, r.published_at, r.published_as, r.revised_at, r.status, r.language,
            r.wire, r.via, r.issuer, r.tickers, r.subject_ids, r.sample, r.story_id,
            (select key from company where id = r.company_id) as company,
            coalesce((select copies from story where id = r.story_id), 1) as copies,
            r.correction, exists (select 1 from release_version where release_id = r.id) as text_changed
        """;

    private const string Tested =
        "r.id, r.story_id, r.status, r.language, r.wire, r.via, r.company_id, r.tickers, r.subject_ids, r.published_at, r.published_as";

    private const string NoItems = "{}";

    /// <summary>A piece of SQL over the columns that hold a row's place in the list.</summary>
    private delegate string OfPlace(string time, string id);

    public static ReleaseListPlan For(KnownFilter known, ListPosition position, int take)
    {
        var newer = position.Before is not null;
        var cursor = position.After ?? position.Before;
        var walk = ReleaseWalk.Choose(known, take);
        var parameters = ParametersOf(known, walk);
        (parameters["Take"], parameters["At"], parameters["Id"]) = (take, cursor?.At, cursor?.Id);
        var found = Found(walk, Shown(known), Range, Order);
        var sql = $"""
            select {Columns}
            from (select distinct w.published_at, w.id from ({found}) w order by {Order("w.published_at", "w.id")} limit @Take) page
            join release r on r.id = page.id
            order by {Order("page.published_at", "page.id")}
            """;
        return new ReleaseListPlan(sql, parameters);

        string Range(string time, string id) =>
            Days(known, time) + (cursor is null ? "" : $" and ({time}, {id}) {(newer ? '>' : '<')} (@At, @Id)");
        string Order(string time, string id) => newer ? $"{time}, {id}" : $"{time} desc, {id} desc";
    }

    /// <summary>
    /// The rows to count for a filter, at most so many: every copy of a story, because each choice may prefer another one. A last
    /// row without a status says how many rows were read before the filter was tested.
    /// </summary>
    /// <param name="complete">False where the counters say that there are more rows than may be read.</param>
    public static ReleaseListPlan ForCounts(KnownFilter known, int most, out bool complete)
    {
        var walk = ReleaseWalk.Choose(known, most);
        var parameters = ParametersOf(known, walk);
        complete = known.Range.IsLimited || walk.Releases <= most;
        parameters["Take"] = most + 1;
        // Many ranges of which only a part can be read are not each read to the limit.
        parameters["Each"] = complete || walk.Values.Length == 0 ? most + 1 : most / walk.Values.Length + 1;
        var rows = walk.Kind switch
        {
            WalkKind.Newest => $"""
                select {Tested} from release r where true{Days(known, "r.published_at")}
                order by r.published_at desc, r.id desc limit @Take
                """,
            WalkKind.Ticker => $"select {Tested} from release r where {CarriesTicker}{Days(known, "r.published_at")} limit @Take",
            WalkKind.Subject => $"""
                select {Tested} from release r where r.id = any (array(
                    select distinct s.release_id from unnest(@Walked) as w (value)
                    cross join lateral (
                        select s.release_id from release_subject s where s.subject_id = w.value{Days(known, "s.published_at")}
                        order by s.published_at desc, s.release_id desc limit @Each) s
                    limit @Take))
                """,
            _ => $"""
                select r.* from unnest(@Walked) as w (value)
                cross join lateral (
                    select {Tested} from release r where r.{Column(walk)} = w.value{Days(known, "r.published_at")}
                    order by r.published_at desc, r.id desc limit @Each) r
                limit @Take
                """,
        };
        var sql = $"""
            with walked as materialized ({rows})
            select coalesce(r.story_id, -r.id) as story, r.status, r.language, r.wire, r.subject_ids
            from walked r where true{Tests(known, "r")}
            union all select count(*), '', '', '', '{NoItems}' from walked
            """;
        return new ReleaseListPlan(sql, parameters);
    }

    // The ids and times of one page's rows, from each range at most a page.
    private static string Found(ReleaseWalk walk, string shown, OfPlace range, OfPlace order) => walk.Kind switch
    {
        WalkKind.Newest => $"""
            select r.published_at, r.id from release r
            where {shown}{range("r.published_at", "r.id")} order by {order("r.published_at", "r.id")} limit @Take
            """,
        // Named directly: of a company in a list of values the planner knows only how many releases companies have on average, and
        // would read and sort all of a large one's.
        WalkKind.Company => $"""
            select r.published_at, r.id from release r
            where r.company_id = @Company and {shown}{range("r.published_at", "r.id")} order by {order("r.published_at", "r.id")} limit @Take
            """,
        // "offset 0" keeps PostgreSQL from walking all releases by date in the hope of meeting the ticker.
        WalkKind.Ticker => $"""
            select r.published_at, r.id from (select {Tested} from release r where {CarriesTicker} offset 0) r
            where {shown}{range("r.published_at", "r.id")} order by {order("r.published_at", "r.id")} limit @Take
            """,
        // "offset 0" keeps the tests inside the range: flattened into a join, they tempt the planner to read every match and sort.
        WalkKind.Subject => $"""
            select s.published_at, s.id from unnest(@Walked) as w (value)
            cross join lateral (
                select s.published_at, s.release_id as id from release_subject s
                cross join lateral (select 1 from release r where r.id = s.release_id and {shown} offset 0) tested
                where s.subject_id = w.value{range("s.published_at", "s.release_id")}
                order by {order("s.published_at", "s.release_id")} limit @Take) s
            """,
        _ => $"""
            select s.published_at, s.id from unnest(@Walked) as w (value)
            cross join lateral (
                select r.published_at, r.id from release r where r.{Column(walk)} = w.value and {shown}{range("r.published_at", "r.id")}
                order by {order("r.published_at", "r.id")} limit @Take) s
            """,
    };

    // Of a story's copies that match, one is shown: read at its own wire if any is, then the earliest. A withdrawn or corrected copy
    // says something else and stands for itself. The planner cannot estimate such tests: it would use an index made for one of
    // them, or take them for so rare that it reads and sorts all of a company's releases for one page. What stands in a case has
    // no index and no estimate, and is tested in this order: the copies last.
    private static string Shown(KnownFilter known) => $"""
        case when true{Tests(known, "r")} then not exists (
            select 1 from release c
            where c.story_id = r.story_id and c.id <> r.id and c.status = r.status and c.language = r.language
                and (c.wire <> c.via, c.published_at, c.id) < (r.wire <> r.via, r.published_at, r.id){Tests(known, "c")}) else false end
        """;

    private static string Tests(KnownFilter known, string row)
    {
        var tests = new StringBuilder();
        Add(known.Wires is not null, $"{row}.wire = any (@Wires)");
        Add(known.UnwantedWires is not [], $"not {row}.wire = any (@NotWires)");
        Add(known.Languages is not null, $"{row}.language = any (@Languages)");
        Add(known.UnwantedLanguages is not [], $"not {row}.language = any (@NotLanguages)");
        Add(known.Company is not null, $"{row}.company_id = @Company");
        Add(known.Ticker is not null, $"ticker_terms({row}.tickers) @> array[@Ticker]");
        for (var clause = 0; clause < known.Wanted.Count; clause++)
            Add(true, $"{row}.subject_ids && @Any{clause}");
        Add(known.Unwanted is not [], $"not {row}.subject_ids && @None");
        tests.Append(ExactDays(known, row));
        return tests.ToString();

        void Add(bool asked, string test)
        {
            if (asked)
                tests.Append(" and ").Append(test);
        }
    }

    // What an index is read by: the days of the reader's zone and those of UTC together.
    private static string Days(KnownFilter known, string time) =>
        (known.Range.Earliest is null ? "" : $" and {time} >= @Earliest") + (known.Range.Latest is null ? "" : $" and {time} < @Latest");

    // What decides: a release with a day and no time is found by its own day, in UTC.
    private static string ExactDays(KnownFilter known, string row)
    {
        if (known.Range.IsUtc)
            return Days(known, $"{row}.published_at");
        return (known.Range.From is null ? "" : $" and {row}.published_at >= {Bound("From")}")
            + (known.Range.Until is null ? "" : $" and {row}.published_at < {Bound("Until")}");

        string Bound(string name) => $"case when {row}.published_as = 'day' then @Day{name}::timestamptz else @{name}::timestamptz end";
    }

    private static string Column(ReleaseWalk walk) => walk.Kind switch
    {
        WalkKind.Wire => "wire",
        WalkKind.Language => "language",
        _ => "company_id",
    };

    private static Dictionary<string, object?> ParametersOf(KnownFilter known, ReleaseWalk walk)
    {
        Dictionary<string, object?> parameters = new()
        {
            ["Walked"] = walk.Values.Length == 0 ? null : walk.Values,
            ["Wires"] = known.Wires?.Select(wire => wire.Key).ToArray(),
            ["NotWires"] = known.UnwantedWires,
            ["Languages"] = known.Languages?.SelectMany(language => language.Codes).ToArray(),
            ["NotLanguages"] = known.UnwantedLanguages,
            ["Company"] = known.Company?.Id,
            ["Ticker"] = known.Ticker?.Ticker,
            ["From"] = known.Range.From,
            ["Until"] = known.Range.Until,
            ["DayFrom"] = known.Range.DayFrom,
            ["DayUntil"] = known.Range.DayUntil,
            ["Earliest"] = known.Range.Earliest,
            ["Latest"] = known.Range.Latest,
            ["None"] = known.Unwanted,
        };
        foreach (var (number, clause) in known.Wanted.Index())
            parameters[$"Any{number}"] = clause.Select(subject => subject.Id).ToArray();
        return parameters;
    }
}
