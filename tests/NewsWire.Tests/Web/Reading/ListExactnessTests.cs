using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NewsWire.Tests.Support;
using NewsWire.Web.Reading;
using Xunit;

namespace NewsWire.Tests.Web.Reading;

/// <summary>Every list against a query that takes no short cut: the same ids in the same order, from the first page to the last and back.</summary>
public sealed class ListExactnessTests(ListExactnessTests.Corpus corpus) : IClassFixture<ListExactnessTests.Corpus>
{
    // Three wires' words for one thing; and all that is a kind of "strategy and marketing".
    private const string Takeovers = "subject_ids && array[{TNM}, {gnw:27}, {bw:Merger/Acquisition}]";
    private const string Strategy = "subject_ids && array[{TNM}, {gnw:27}, {bw:Merger/Acquisition}, {PDT}, {LIC}, {CON}, {medtop:20000201}]";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "true")]
    [InlineData("subject=LIC", "{LIC} = any(subject_ids)")]
    [InlineData("subject=DIV", "{DIV} = any(subject_ids)")]
    [InlineData("subject=LIC&subject=FOR", "{LIC} = any(subject_ids) and {FOR} = any(subject_ids)")]
    [InlineData("subject=LIC&subject=FOR&subject=CON", "{LIC} = any(subject_ids) and {FOR} = any(subject_ids) and {CON} = any(subject_ids)")]
    [InlineData("subject=LIC&subject=DIV", "{LIC} = any(subject_ids) and {DIV} = any(subject_ids)")]
    [InlineData("subject=LIC,FOR", "({LIC} = any(subject_ids) or {FOR} = any(subject_ids))")]
    [InlineData("subject=LIC,FOR,PDT,AWD", "({LIC} = any(subject_ids) or {FOR} = any(subject_ids) or {PDT} = any(subject_ids) or {AWD} = any(subject_ids))")]
    [InlineData("subject=LIC,QQQ", "{LIC} = any(subject_ids)")]
    [InlineData("subject=-AWD", "not {AWD} = any(subject_ids)")]
    [InlineData("subject=-AWD,PDT", "not {AWD} = any(subject_ids) and not {PDT} = any(subject_ids)")]
    [InlineData("subject=-QQQ", "true")]
    [InlineData("subject=LIC,FOR&subject=-AWD", "({LIC} = any(subject_ids) or {FOR} = any(subject_ids)) and not {AWD} = any(subject_ids)")]
    [InlineData("subject=LIC,AWD&subject=FOR,CON", "({LIC} = any(subject_ids) or {AWD} = any(subject_ids)) and ({FOR} = any(subject_ids) or {CON} = any(subject_ids))")]
    [InlineData("subject=LIC&subject=-LIC", "false")]
    [InlineData("wire=lelezard", "wire = 'lelezard'")]
    [InlineData("lang=fr", "language = 'fr'")]
    [InlineData("company=company-1", "company_id = (select c.id from company c where c.key = 'company-1')")]
    [InlineData("wire=other&subject=PDT", "wire = 'other' and {PDT} = any(subject_ids)")]
    [InlineData("wire=lelezard&subject=DIV,ERN&subject=-PDT", "wire = 'lelezard' and ({DIV} = any(subject_ids) or {ERN} = any(subject_ids)) and not {PDT} = any(subject_ids)")]
    [InlineData("lang=fr&subject=PDT&subject=LIC,FOR", "language = 'fr' and {PDT} = any(subject_ids) and ({LIC} = any(subject_ids) or {FOR} = any(subject_ids))")]
    [InlineData("lang=fr&subject=PDT,LIC&subject=PDT,FOR", "language = 'fr' and ({PDT} = any(subject_ids) or {LIC} = any(subject_ids)) and ({PDT} = any(subject_ids) or {FOR} = any(subject_ids))")]
    [InlineData("company=company-1&lang=en&subject=PDT", "company_id = (select c.id from company c where c.key = 'company-1') and language = 'en' and {PDT} = any(subject_ids)")]
    [InlineData("wire=lelezard&lang=en&company=company-2&subject=-AWD", "wire = 'lelezard' and language = 'en' and company_id = (select c.id from company c where c.key = 'company-2') and not {AWD} = any(subject_ids)")]
    [InlineData("subject=TNM", Takeovers)]
    [InlineData("subject=gnw:27", Takeovers)]
    [InlineData("subject=bw:merger%20%2F%20acquisition", Takeovers)]
    [InlineData("subject=medtop:20000204", Takeovers)]
    [InlineData("subject=-TNM", "not " + Takeovers)]
    [InlineData("subject=TNM,gnw:27", Takeovers)]
    [InlineData("subject=TNM&subject=LIC", Takeovers + " and {LIC} = any(subject_ids)")]
    [InlineData("subject=TNM&subject=DIV", Takeovers + " and {DIV} = any(subject_ids)")]
    [InlineData("subject=TNM,DIV&subject=-PDT", "(" + Takeovers + " or {DIV} = any(subject_ids)) and not {PDT} = any(subject_ids)")]
    [InlineData("subject=TNM&subject=-gnw:27", "false")]
    [InlineData("wire=other&subject=TNM", "wire = 'other' and " + Takeovers)]
    [InlineData("lang=fr&subject=TNM&subject=PDT,LIC", "language = 'fr' and " + Takeovers + " and ({PDT} = any(subject_ids) or {LIC} = any(subject_ids))")]
    [InlineData("subject=medtop:20000171", "({DIV} = any(subject_ids) or {ERN} = any(subject_ids))")]
    [InlineData("subject=medtop:20000192", Strategy)]
    [InlineData("subject=medtop:20000192&subject=-PDT", Strategy + " and not {PDT} = any(subject_ids)")]
    [InlineData("subject=-medtop:20000192", "not " + Strategy)]
    [InlineData("subject=medtop:04000000&subject=FOR", "(" + Strategy + " or {DIV} = any(subject_ids) or {ERN} = any(subject_ids)) and {FOR} = any(subject_ids)")]
    [InlineData("company=company-1&subject=medtop:04000000&subject=-ERN", "company_id = (select c.id from company c where c.key = 'company-1') and (" + Strategy + " or {DIV} = any(subject_ids)) and not {ERN} = any(subject_ids)")]
    [InlineData("wire=lelezard,other", "wire in ('lelezard', 'other')")]
    [InlineData("wire=lelezard&wire=other&subject=LIC", "wire in ('lelezard', 'other') and {LIC} = any(subject_ids)")]
    [InlineData("wire=-lelezard", "wire <> 'lelezard'")]
    [InlineData("wire=prnewswire&lang=-fr,nb", "wire = 'prnewswire' and language not in ('fr', 'nb', 'no')")]
    [InlineData("lang=nb", "language in ('nb', 'no')")]
    [InlineData("lang=no,fr&subject=-LIC", "language in ('nb', 'no', 'fr') and not {LIC} = any(subject_ids)")]
    [InlineData("ticker=ABC", "tickers && array['NYSE: ABC', 'TSX:ABC']")]
    [InlineData("ticker=nyse:abc&subject=LIC", "'NYSE: ABC' = any(tickers) and {LIC} = any(subject_ids)")]
    [InlineData("from=2026-11-21", "published_at >= '2026-11-21T00:00Z'")]
    [InlineData("from=2026-11-21&to=2026-11-22&subject=LIC", "published_at >= '2026-11-21T00:00Z' and published_at < '2026-11-23T00:00Z' and {LIC} = any(subject_ids)")]
    [InlineData("to=2026-11-21&wire=prnewswire", "published_at < '2026-11-22T00:00Z' and wire = 'prnewswire'")]
    [InlineData("subject=gnw:26", "false")]
    [InlineData("subject=-gnw:26", "true")]
    public async Task Paging_shows_every_release_once_and_in_order(string query, string condition)
    {
        var known = await KnownAsync(corpus.Releases, query);
        var expected = await corpus.Releases.IdsAsync(condition, Token);

        List<ReleasePage> pages = [];
        for (var position = default(ListPosition); ; position = new ListPosition(After: pages[^1].Rows[^1].Cursor))
        {
            pages.Add(await corpus.Releases.Reader.ReadAsync(known, position, Token));
            Assert.Equal(pages.Count > 1, pages[^1].HasNewer);
            if (!pages[^1].HasOlder)
                break;
        }

        Assert.Equal(expected, pages.SelectMany(Ids));
        var counted = await corpus.Releases.Counts.ReadAsync(known, Token);
        Assert.True(counted.Complete);
        Assert.Equal(expected.Count, counted.All.Stories);
        Assert.All(pages.SkipLast(1), page => Assert.Equal(ReleaseListReader.PageSize, page.Rows.Count));

        // And back by the other direction, each page the one that was seen before.
        for (var page = pages.Count - 1; page > 0; page--)
        {
            var back = await corpus.Releases.Reader.ReadAsync(known, new ListPosition(Before: pages[page].Rows[0].Cursor), Token);
            Assert.Equal(Ids(pages[page - 1]), Ids(back));
            Assert.True(back.HasOlder);
            Assert.Equal(page > 1, back.HasNewer);
        }
    }

    [Theory]
    [InlineData("subject=LIC")]
    [InlineData("subject=-PDT&lang=en")]
    [InlineData("wire=lelezard,other&from=2026-11-21")]
    public async Task What_is_counted_beside_a_choice_is_what_its_list_holds(string query)
    {
        var known = await KnownAsync(corpus.Releases, query);
        var counts = await corpus.Releases.Counts.ReadAsync(known, Token);

        foreach (var (topic, tally) in counts.Topics)
            Assert.Equal((topic, await LengthAsync(known.Filter with { Subjects = known.Filter.Subjects.And(topic) })), (topic, tally.Stories));
        foreach (var (code, tally) in counts.Languages)
            Assert.Equal((code, await LengthAsync(known.Filter with { Languages = known.Filter.Languages.Only(code) })), (code, tally.Stories));
        foreach (var (wire, tally) in counts.Wires)
            Assert.Equal((wire, await LengthAsync(known.Filter with { Wires = known.Filter.Wires.Only(wire) })), (wire, tally.Stories));

        async Task<int> LengthAsync(ReleaseFilter filter)
        {
            var narrowed = known.With(filter);
            var (length, position) = (0, default(ListPosition));
            while (true)
            {
                var page = await corpus.Releases.Reader.ReadAsync(narrowed, position, Token);
                length += page.Rows.Count;
                if (!page.HasOlder)
                    return length;
                position = new ListPosition(After: page.Rows[^1].Cursor);
            }
        }
    }

    [Fact]
    public async Task A_row_names_the_other_copies_of_its_story()
    {
        var page = await corpus.Releases.Reader.ReadAsync(await KnownAsync(corpus.Releases, ""), default, Token);

        Assert.NotEmpty(page.Copies);
        Assert.All(page.Rows, row => Assert.All(page.Copies[row.Id], copy =>
        {
            Assert.NotEqual(row.Id, copy.Id);
            Assert.Equal((row.StoryId, row.Status, row.Language), (copy.StoryId, copy.Status, copy.Language));
        }));
        Assert.Empty(page.Copies.SelectMany(copies => copies).Select(copy => copy.Id).Intersect(page.Rows.Select(row => row.Id)));
    }

    [Theory]
    [InlineData("", "true")]
    [InlineData("subject=LIC", "{LIC} = any(subject_ids)")]
    [InlineData("subject=LIC,FOR", "({LIC} = any(subject_ids) or {FOR} = any(subject_ids))")]
    [InlineData("subject=LIC&subject=FOR", "{LIC} = any(subject_ids) and {FOR} = any(subject_ids)")]
    public async Task A_release_that_arrives_between_two_pages_shifts_nothing(string query, string condition)
    {
        await using var releases = await RandomReleases.CreateAsync(Token);
        var known = await KnownAsync(releases, query);
        var before = await releases.IdsAsync(condition, Token);
        var first = await releases.Reader.ReadAsync(known, default, Token);
        var last = first.Rows[^1];

        // Newest of all, and at the very instant at which the page breaks.
        await releases.ArriveAsync(first.Rows[0].PublishedAt.AddHours(1), ["LIC", "FOR"], Token);
        await releases.ArriveAsync(last.PublishedAt, ["LIC", "FOR"], Token);

        var second = await releases.Reader.ReadAsync(known, new ListPosition(After: last.Cursor), Token);
        Assert.Equal(before.Skip(ReleaseListReader.PageSize).Take(ReleaseListReader.PageSize), Ids(second));
        var back = await releases.Reader.ReadAsync(known, new ListPosition(Before: second.Rows[0].Cursor), Token);
        var now = await releases.IdsAsync(condition, Token);
        Assert.Equal(now.Take(now.ToList().IndexOf(second.Rows[0].Id)).TakeLast(ReleaseListReader.PageSize), Ids(back));
        Assert.True(back.HasNewer);
    }

    [Theory]
    [InlineData("subject=QQQ", "QQQ")]
    [InlineData("subject=LIC&subject=QQQ", "QQQ")]
    [InlineData("subject=none:LIC", "none:LIC")]
    [InlineData("wire=nowhere", "nowhere")]
    [InlineData("ticker=ZZZ", "ZZZ")]
    [InlineData("lang=xx", "xx")]
    [InlineData("company=nobody&subject=LIC", "nobody")]
    public async Task A_name_that_stands_nowhere_shows_nothing_and_is_told(string query, string unknown)
    {
        var known = await KnownAsync(corpus.Releases, query);
        var page = await corpus.Releases.Reader.ReadAsync(known, default, Token);

        Assert.Equal([unknown], known.Unknown.Select(value => value.Value));
        Assert.Empty(page.Rows);
        Assert.False(page.HasOlder || page.HasNewer);
    }

    private static Task<KnownFilter> KnownAsync(RandomReleases releases, string query)
    {
        Assert.True(FilterQuery.TryParse(new QueryCollection(QueryHelpers.ParseQuery(query)), out var filter, out _));
        return releases.Reader.ResolveAsync(filter, Token);
    }

    private static IEnumerable<long> Ids(ReleasePage page) => page.Rows.Select(row => row.Id);

    /// <summary>One corpus for all that only reads.</summary>
    public sealed class Corpus : IAsyncLifetime
    {
        internal RandomReleases Releases { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Releases = await RandomReleases.CreateAsync(CancellationToken.None);

        public ValueTask DisposeAsync() => Releases.DisposeAsync();
    }
}
