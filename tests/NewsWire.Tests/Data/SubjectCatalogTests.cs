using Microsoft.Extensions.Logging.Abstractions;
using NewsWire.Data;
using NewsWire.Data.Subjects;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Data;

public sealed class SubjectCatalogTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("LIC", "Licensing")]
    [InlineData("FOR", "Foreign Policy & International Affairs")]
    public void A_code_has_a_name(string code, string name) =>
        Assert.Equal(name, SubjectCatalog.Shipped.Find(SubjectCatalog.PrNewswire, code)?.Name);

    [Theory]
    [InlineData("Acquisitions, Mergers, Takeovers", "TNM")]
    [InlineData("acquisitions,  mergers and takeovers", "TNM")]
    [InlineData("Sécurité publique", "PSF")]
    [InlineData("SÉCURITÉ PUBLIQUE", "PSF")]
    [InlineData(" lic ", "LIC")]
    public void A_name_an_alias_or_a_French_name_leads_to_the_code(string label, string code) =>
        Assert.Equal(code, SubjectCatalog.Shipped.Recognize(SubjectCatalog.PrNewswire, label)?.Code);

    [Fact]
    public void A_label_that_no_list_has_is_not_guessed() =>
        Assert.Null(SubjectCatalog.Shipped.Recognize(SubjectCatalog.PrNewswire, "Licens"));

    [Fact]
    public void The_same_letters_mean_different_things_in_different_lists()
    {
        Assert.Equal("Men's Interest", SubjectCatalog.Shipped.Find(SubjectCatalog.PrNewswire, "MIN")?.Name);
        Assert.Equal("Mining", SubjectCatalog.Shipped.Find(SubjectCatalog.PrNewswireIndustry, "MIN")?.Name);
    }

    [Fact]
    public async Task Synchronizing_twice_keeps_ids_and_puts_a_changed_name_right()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(Token);
        await Schema.MigrateAsync(database.Source, NullLogger.Instance, Token);
        var table = new SubjectTable(database.Database, SubjectCatalog.Shipped);

        await table.SynchronizeAsync(Token);
        var first = await RowsAsync(database);
        await database.Database.ExecuteAsync("update subject set name = 'Renamed', releases = 7 where scheme = 'prn' and code = 'LIC'", null, Token);
        await table.SynchronizeAsync(Token);
        var second = await RowsAsync(database);

        Assert.Equal(SubjectCatalog.Shipped.All.Count, first.Count);
        Assert.Equal(first, second);
        Assert.Equal(7, await database.Database.FindAsync<long>("select releases from subject where scheme = 'prn' and code = 'LIC'", null, Token));
    }

    private static Task<IReadOnlyList<Row>> RowsAsync(TestDatabase database) =>
        database.Database.QueryAsync<Row>("select id, scheme, code, name from subject order by id", null, Token);

    private sealed record Row(int Id, string Scheme, string Code, string Name);
}
