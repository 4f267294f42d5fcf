namespace NewsWire.Data.Subjects;

/// <summary>Synchronizes the subject table with the shipped catalog: names are updated, codes and counts are kept.</summary>
public sealed class SubjectTable(Database database, SubjectCatalog catalog)
{
    private const string Upsert = """
        insert into subject (scheme, code, name, medtop)
        select * from unnest(@Schemes, @Codes, @Names, @Medtops)
        on conflict (scheme, code) do update set name = excluded.name, medtop = excluded.medtop
        where (subject.name, subject.medtop) is distinct from (excluded.name, excluded.medtop)
        """;

    /// <summary>Inserts missing subjects and updates changed names.</summary>
    public Task SynchronizeAsync(CancellationToken token) => database.ExecuteAsync(
        Upsert,
        new
        {
            Schemes = catalog.All.Select(subject => subject.Scheme).ToArray(),
            Codes = catalog.All.Select(subject => subject.Code).ToArray(),
            Names = catalog.All.Select(subject => subject.Name).ToArray(),
            Medtops = catalog.All.Select(subject => subject.Medtop).ToArray(),
        },
        token);
}
