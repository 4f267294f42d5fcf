using NewsWire.Ingest.Normalize;
using NewsWire.Ingest.Store;
using NewsWire.Tests.Support;
using NewsWire.Web.Reading;
using Xunit;

namespace NewsWire.Tests.Ingest.Store;

/// <summary>A correction and what it corrects, on several wires and in any order of arrival.</summary>
public sealed class CorrectionStoreTests : IAsyncLifetime
{
    private const string Headline = "Norvale opens a plant in Ghent";

    private TestDatabase _database = null!;
    private Stores _stores = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(Token);
        _stores = await Stores.OverAsync(_database.Database, Token);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    public static TheoryData<string> OrdersOfArrival => ["owcx", "cxow", "ocwx", "wcox", "xcwo", "cowx"];

    // o: the release at its own wire, w: its copy; c: the correction at the same wire, x: its copy.
    [Theory]
    [MemberData(nameof(OrdersOfArrival))]
    public async Task Every_copy_of_a_corrected_release_is_marked_whatever_comes_first(string order)
    {
        var releases = new Dictionary<char, Release>
        {
            ['o'] = Original(1, "prnewswire"),
            ['w'] = Original(2, "lelezard"),
            ['c'] = Correction(3, "prnewswire"),
            ['x'] = Correction(4, "other"),
        };
        var stored = new Dictionary<char, Stored>();
        foreach (var letter in order)
            stored[letter] = await _stores.SaveAsync(releases[letter], Token);

        Assert.Equal(("corrected", "corrected"), (await StatusAsync(stored['o']), await StatusAsync(stored['w'])));
        Assert.Equal(("live", "live"), (await StatusAsync(stored['c']), await StatusAsync(stored['x'])));
        Assert.Equal(stored['o'].StoryId, stored['w'].StoryId);
        Assert.Equal(stored['c'].StoryId, stored['x'].StoryId);
        Assert.NotEqual(stored['o'].StoryId, stored['c'].StoryId);

        var reader = new ReleaseReader(_database.Database);
        foreach (var (letter, tie, named) in new[] { ('o', "corrected", 'c'), ('c', "corrects", 'o') })
        {
            var ties = await reader.TiesAsync(stored[letter].Id, Token);
            Assert.Equal(stored[named].Id, Assert.Single(ties, one => one.Tie == tie).Id);
            Assert.Single(ties, one => one.Tie == "copy");
        }
        foreach (var (letter, tie) in new[] { ('w', "corrected"), ('x', "corrects") })
        {
            var ties = await reader.TiesAsync(stored[letter].Id, Token);
            Assert.Single(ties, one => one.Tie == tie);
            Assert.Single(ties, one => one.Tie == "copy");
        }
    }

    [Fact]
    public async Task A_list_shows_the_correction_and_once_what_it_corrects()
    {
        foreach (var release in new[] { Original(1, "prnewswire"), Original(2, "lelezard"), Correction(3, "prnewswire"), Correction(4, "other") })
            await _stores.SaveAsync(release, Token);
        var list = new ReleaseListReader(_database.Database, new FacetReader(_database.Database, TimeProvider.System));

        var page = await list.ReadAsync(await list.ResolveAsync(new ReleaseFilter(), Token), new ListPosition(), Token);

        Assert.Equal(["live", "corrected"], page.Rows.Select(row => row.Status));
        Assert.Equal(["correction", null], page.Rows.Select(row => row.Correction));
        Assert.Equal(page.Rows[0].PublishedAt, page.Rows[1].RevisedAt);
    }

    [Fact]
    public async Task A_withdrawal_withdraws_every_copy()
    {
        var own = await _stores.SaveAsync(Original(1, "prnewswire"), Token);
        var copy = await _stores.SaveAsync(Original(2, "lelezard"), Token);
        await _stores.SaveAsync(ReleaseBuilder.Build(3, $"WITHDRAWAL: {Headline}", issuer: "Norvale N.V.", via: "prnewswire"), Token);
        var late = await _stores.SaveAsync(Original(4, "other"), Token);

        Assert.Equal(("withdrawn", "withdrawn", "withdrawn"), (await StatusAsync(own), await StatusAsync(copy), await StatusAsync(late)));
        Assert.Equal(0, await _stores.OneAsync<int>("select copies from story where id = @StoryId", Token, new { own.StoryId }));
    }

    [Fact]
    public async Task A_wires_second_correction_replaces_its_first()
    {
        var first = await _stores.SaveAsync(Correction(3, "prnewswire"), Token);
        var second = await _stores.SaveAsync(Correction(9, "prnewswire", "Namur"), Token);
        Assert.Equal(("live", "live"), (await StatusAsync(first), await StatusAsync(second)));
        var own = await _stores.SaveAsync(Original(1, "prnewswire"), Token);

        Assert.Equal(("corrected", "corrected", "live"), (await StatusAsync(own), await StatusAsync(first), await StatusAsync(second)));
        Assert.Equal(second.Id, Assert.Single(await new ReleaseReader(_database.Database).TiesAsync(first.Id, Token), tie => tie.Tie == "corrected").Id);
    }

    [Fact]
    public async Task A_notice_names_the_release_of_the_stated_day_and_never_a_later_one()
    {
        var day = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
        var stated = await _stores.SaveAsync(Original(1, "prnewswire", day), Token);
        var newest = await _stores.SaveAsync(ReleaseBuilder.Build(2, Headline, issuer: "Norvale N.V.", via: "prnewswire", at: day.AddDays(5)), Token);
        await _stores.SaveAsync(Correction(3, "prnewswire", at: day.AddDays(6)), Token);
        var later = await _stores.SaveAsync(ReleaseBuilder.Build(4, Headline, issuer: "Norvale N.V.", via: "prnewswire", at: day.AddDays(9)), Token);

        Assert.Equal(("corrected", "live", "live"), (await StatusAsync(stated), await StatusAsync(newest), await StatusAsync(later)));
    }

    [Fact]
    public async Task A_waiting_notice_is_not_about_a_release_of_another_day_than_it_states()
    {
        var day = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
        await _stores.SaveAsync(Correction(3, "prnewswire", at: day.AddDays(1)), Token);
        var older = await _stores.SaveAsync(ReleaseBuilder.Build(1, Headline, issuer: "Norvale N.V.", via: "prnewswire", at: day.AddYears(-1)), Token);
        var stated = await _stores.SaveAsync(Original(2, "prnewswire", day), Token);

        Assert.Equal(("live", "corrected"), (await StatusAsync(older), await StatusAsync(stated)));
    }

    [Fact]
    public async Task Equal_texts_of_different_weeks_are_two_stories_and_of_one_week_are_one()
    {
        var first = await _stores.SaveAsync(ReleaseBuilder.Build(1, body: ReleaseBuilder.Words(7)), Token);
        var near = await _stores.SaveAsync(ReleaseBuilder.Build(2, body: ReleaseBuilder.Words(7), at: ReleaseBuilder.Noon.AddDays(2)), Token);
        var far = await _stores.SaveAsync(ReleaseBuilder.Build(3, body: ReleaseBuilder.Words(7), at: ReleaseBuilder.Noon.AddDays(90)), Token);

        Assert.Equal(first.StoryId, near.StoryId);
        Assert.NotEqual(first.StoryId, far.StoryId);
    }

    [Fact]
    public async Task Equal_texts_that_arrive_at_the_same_moment_are_one_story()
    {
        var stored = await Task.WhenAll(Enumerable.Range(1, 12).Select(number => _stores.SaveAsync(ReleaseBuilder.Build(number, body: ReleaseBuilder.Words(7)), Token)));

        Assert.Single(stored.Select(one => one.StoryId).Distinct());
        Assert.Equal(12, await _stores.OneAsync<int>("select copies from story", Token));
    }

    private static Release Original(int number, string via, DateTimeOffset? at = null) =>
        ReleaseBuilder.Build(number, Headline, "The plant stands in Ghent. " + ReleaseBuilder.Words(5), issuer: "Norvale N.V.", via: via, at: at);

    private static Release Correction(int number, string via, string place = "Bruges", DateTimeOffset? at = null) => ReleaseBuilder.Build(
        number,
        "/C O R R E C T I O N -- Norvale N.V./",
        $"In the news release, {Headline}, issued 20-Nov-2026 by Norvale N.V. over PR Newswire, the place is {place}. The plant stands in {place}. " + ReleaseBuilder.Words(5),
        issuer: "Norvale N.V.",
        via: via,
        at: at);

    private Task<string?> StatusAsync(Stored stored) => _stores.OneAsync<string>("select status from release where id = @Id", Token, new { stored.Id });
}
