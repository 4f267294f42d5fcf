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

    [Theory]
    [InlineData("prn", "Joint Ventures ", "JVN")]
    [InlineData("prn", "Broadcast Feed Annoucement", "BFA")]
    [InlineData("prn", "Surveys, Polls &amp; Research", "SVY")]
    [InlineData("prn", "Surveys, Polls &amp;amp; Research", "SVY")]
    [InlineData("prn", "Environmental, Social, And Governance", "ESG")]
    [InlineData("prn", "Shareholders’ Rights Plans", "SRP")]
    [InlineData("prn", "Mens Interest", "MIN")]
    [InlineData("prn", "Handicapped/Disabled", "DIS")]
    [InlineData("prn", "African-American News", "BLK")]
    [InlineData("prn", "SECURITE PUBLIQUE", "PSF")]
    [InlineData("prn-industry", "Banking &amp; Financial Services", "FIN")]
    [InlineData("prn-industry", "Home Improvement", "HMI")]
    [InlineData("gnw", "Changes in company&#39;s own shares", "58")]
    [InlineData("gnw", "Conference Calls/ Webcasts", "89")]
    [InlineData("gnw", "Product / Services Announcement", "32")]
    [InlineData("gnw", "Annual Meetings &amp; Shareholder Rights", "2")]
    [InlineData("gnw", "fnc", "FNC")]
    [InlineData("gnw", "17", "FNC")]
    [InlineData("gnw-industry", "Pharmaceuticals and Biotech\\Biotech", "PBBI")]
    [InlineData("bw", "Merger / Acquisition", "Merger/Acquisition")]
    [InlineData("medtop", "medtop:20000202", "20000202")]
    [InlineData("medtop", "http://cv.iptc.org/newscodes/mediatopic/20000202", "20000202")]
    [InlineData("medtop", "Accords de licence", "20000202")]
    [InlineData("medtop", "许可协议", "20000202")]
    [InlineData("iptc-subject", "04016026", "04016026")]
    public void Lists_are_written_as_wires_write_them(string scheme, string label, string code) =>
        Assert.Equal(code, SubjectCatalog.Shipped.Recognize(scheme, label)?.Code);

    [Theory]
    [InlineData("prn", "Licens")]
    [InlineData("prn", "")]
    [InlineData("prn", " & ")]
    [InlineData("prn", "and")]
    [InlineData("prn", "\uD800")]
    [InlineData("prn", "Mining")]
    [InlineData("gnw", "MIN")]
    [InlineData("medtop", "x20000202")]
    [InlineData("nolist", "LIC")]
    public void An_unknown_label_is_not_resolved(string scheme, string label) =>
        Assert.Null(SubjectCatalog.Shipped.Recognize(scheme, label));

    [Fact]
    public void The_same_letters_mean_different_things_in_different_lists()
    {
        Assert.Equal("Men's Interest", SubjectCatalog.Shipped.Find(SubjectCatalog.PrNewswire, "MIN")?.Name);
        Assert.Equal("Mining", SubjectCatalog.Shipped.Find(SubjectCatalog.PrNewswireIndustry, "MIN")?.Name);
    }

    [Fact]
    public async Task Synchronizing_twice_keeps_ids_and_restores_a_changed_name()
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
