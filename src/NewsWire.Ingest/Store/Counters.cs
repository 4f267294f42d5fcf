using NewsWire.Data;

namespace NewsWire.Ingest.Store;

/// <summary>What a release is counted under. The difference of two of them is what changes in the counters.</summary>
internal sealed record Counted(string Wire, string Language, long? CompanyId, int[] SubjectIds, DateOnly Day);

/// <summary>
/// Keeps row counters per wire, language, company and subject. Rows are locked in one fixed order, last in the transaction, so
/// that writers wait briefly and never deadlock. "for no key update", because rows of release hold key locks on these rows: a
/// full lock would wait for every other writer, and they for this one.
/// </summary>
internal static class Counters
{
    // Foreign keys of release lock the keys of the same rows. With "for update", two writers that hold such key locks would wait
    // for each other until the server ends one of them a second later.
    private const string Change = """
        insert into language (code, releases) select code, by from unnest(@Languages, @LanguageBy) as change (code, by) order by code
        on conflict (code) do update set releases = language.releases + excluded.releases;
        with change as (select * from unnest(@Companies, @CompanyBy) as change (id, by)),
          held as (select c.id from company c join change on change.id = c.id order by c.id for no key update of c)
        update company c set releases = c.releases + change.by from change, held where c.id = change.id and held.id = c.id;
        with change as (select * from unnest(@Subjects, @SubjectBy) as change (id, by)),
          held as (select s.id from subject s join change on change.id = s.id order by s.id for no key update of s)
        update subject s set releases = s.releases + change.by from change, held where s.id = change.id and held.id = s.id;
        insert into subject_day (subject_id, day, releases)
        select id, day, by from unnest(@Days, @DaySubjects, @DayBy) as change (day, id, by) order by id, day
        on conflict (subject_id, day) do update set releases = subject_day.releases + excluded.releases;
        with change as (select * from unnest(@Wires, @WireBy) as change (key, by)),
          held as (select w.key from wire w join change on change.key = w.key order by w.key for no key update of w)
        update wire w set releases = w.releases + change.by from change, held where w.key = change.key and held.key = w.key
        """;

    /// <summary>Moves the counts from what a release was to what it is; null stands for not being there.</summary>
    public static async Task MoveAsync(DatabaseTransaction transaction, Counted? before, Counted? after)
    {
        var wires = Difference(before?.Wire, after?.Wire);
        var languages = Difference(before?.Language, after?.Language);
        var companies = Difference(before?.CompanyId, after?.CompanyId);
        var subjects = Difference(before?.SubjectIds ?? [], after?.SubjectIds ?? []);
        var days = Difference(
            before?.SubjectIds.Select(id => (id, before.Day)).ToArray() ?? [],
            after?.SubjectIds.Select(id => (id, after.Day)).ToArray() ?? []);
        if (wires.Length + languages.Length + companies.Length + subjects.Length + days.Length == 0)
            return;
        await transaction.ExecuteAsync(Change, new
        {
            Wires = wires.Select(change => change.Item).ToArray(),
            WireBy = wires.Select(change => change.By).ToArray(),
            Languages = languages.Select(change => change.Item).ToArray(),
            LanguageBy = languages.Select(change => change.By).ToArray(),
            Companies = companies.Select(change => change.Item!.Value).ToArray(),
            CompanyBy = companies.Select(change => change.By).ToArray(),
            Subjects = subjects.Select(change => change.Item).ToArray(),
            SubjectBy = subjects.Select(change => change.By).ToArray(),
            Days = days.Select(change => change.Item.Day.ToDateTime(TimeOnly.MinValue)).ToArray(),
            DaySubjects = days.Select(change => change.Item.id).ToArray(),
            DayBy = days.Select(change => change.By).ToArray(),
        });
    }

    private static (T Item, int By)[] Difference<T>(T? before, T? after) =>
        Difference(before is null ? [] : [before], after is null ? [] : new[] { after });

    private static (T Item, int By)[] Difference<T>(T[] before, T[] after) =>
        [.. before.Except(after).Select(item => (item, -1)), .. after.Except(before).Select(item => (item, 1))];
}
