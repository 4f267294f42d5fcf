using NewsWire.Ingest;
using NewsWire.Ingest.Normalize;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Store;

public sealed class ReleaseWriterTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Stores _stores = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(Token);
        _stores = await Stores.OverAsync(_database.Database, Token);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_release_received_twice_is_stored_and_counted_once()
    {
        var first = await _stores.SaveAsync(ReleaseBuilder.Build(1, subjects: "LIC,FOR"), Token);
        var second = await _stores.SaveAsync(ReleaseBuilder.Build(1, subjects: "LIC,FOR"), Token);

        Assert.True(first.IsNew);
        Assert.False(second.IsNew || second.Changed);
        Assert.Equal(first.Id, second.Id);
        await CountersAgreeAsync();
    }

    [Fact]
    public async Task Twenty_writers_of_one_release_leave_one()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _stores.SaveAsync(ReleaseBuilder.Build(1), Token)));

        Assert.Single(saved, stored => stored.IsNew);
        Assert.Equal(1, await _stores.OneAsync<long>("select count(*) from release", Token));
        await CountersAgreeAsync();
    }

    [Fact]
    public async Task A_lead_is_completed_by_the_text_and_never_replaces_it()
    {
        await _stores.SaveAsync(ReleaseBuilder.Build(1, subjects: "LIC", complete: false), Token);
        await _stores.SaveAsync(ReleaseBuilder.Build(1, headline: "The headline of the page", subjects: "", complete: true), Token);
        await _stores.SaveAsync(ReleaseBuilder.Build(1, headline: "The headline of the feed", body: "Only a lead.", subjects: "FOR", complete: false), Token);

        var (headline, complete, status, subjects) = await _stores.OneAsync<(string, bool, string, int)>(
            "select headline, complete, status, cardinality(subject_ids) from release", Token);
        Assert.Equal("The headline of the page", headline);
        Assert.True(complete);
        Assert.Equal("live", status);
        Assert.Equal(2, subjects);
        Assert.DoesNotContain("Only a lead", await _stores.OneAsync<string>("select body_text from release_body", Token), StringComparison.Ordinal);
        await CountersAgreeAsync();
    }

    [Fact]
    public async Task A_changed_text_is_marked_and_what_it_said_before_is_kept()
    {
        await _stores.SaveAsync(ReleaseBuilder.Build(1, body: "Revenue was 12 million. " + ReleaseBuilder.Words(1)), Token);
        await _stores.SaveAsync(ReleaseBuilder.Build(1, body: "Revenue was 21 million. " + ReleaseBuilder.Words(1)), Token);

        Assert.Equal("corrected", await _stores.OneAsync<string>("select status from release where revised_at is not null", Token));
        Assert.StartsWith("<p>Revenue was 12 million", await _stores.OneAsync<string>("select body_html from release_version where version = 1", Token), StringComparison.Ordinal);
        Assert.StartsWith("Revenue was 21 million", await _stores.OneAsync<string>("select body_text from release_body", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subjects_from_many_feeds_add_up_and_a_moved_time_moves_the_listings()
    {
        await _stores.SaveAsync(ReleaseBuilder.Build(1, subjects: "LIC"), Token);
        await _stores.SaveAsync(ReleaseBuilder.Build(1, subjects: "FOR,AWD"), Token);

        Assert.Equal(3, await _stores.OneAsync<long>("select count(*) from release_subject", Token));
        Assert.Equal(0, await _stores.OneAsync<long>("select count(*) from release_subject s join release r on r.id = s.release_id where s.published_at <> r.published_at", Token));
        await CountersAgreeAsync();
    }

    [Fact]
    public async Task A_copy_on_another_wire_is_the_same_story_and_another_text_is_not()
    {
        var text = ReleaseBuilder.Words(7);
        var own = await _stores.SaveAsync(ReleaseBuilder.Build(1, body: text), Token);
        var exact = await _stores.SaveAsync(ReleaseBuilder.Build(2, body: text + "</p><p>SOURCE Somebody", via: "prnewswire"), Token);
        var near = await _stores.SaveAsync(ReleaseBuilder.Build(3, body: text + " One more sentence on this wire.", via: "other"), Token);
        var other = await _stores.SaveAsync(ReleaseBuilder.Build(4), Token);

        Assert.Equal(own.StoryId, exact.StoryId);
        Assert.Equal(own.StoryId, near.StoryId);
        Assert.NotEqual(own.StoryId, other.StoryId);
        Assert.Equal(3, await _stores.OneAsync<int>("select copies from story where id = @StoryId", Token, new { own.StoryId }));
    }

    [Fact]
    public async Task Two_like_notices_of_one_wire_are_two_stories()
    {
        var template = ReleaseBuilder.Words(7);
        var monday = await _stores.SaveAsync(ReleaseBuilder.Build(1, body: template + " The net asset value is 10.21."), Token);
        var tuesday = await _stores.SaveAsync(ReleaseBuilder.Build(2, body: template + " The net asset value is 10.35."), Token);

        Assert.NotEqual(monday.StoryId, tuesday.StoryId);
    }

    [Fact]
    public async Task Files_of_a_lead_and_of_its_page_add_up()
    {
        var lead = ReleaseBuilder.Build(1, complete: false) with { Media = [new MediaLink("photo", "https://a.example/mill.jpg", "image/jpeg"), new MediaLink("logo", "https://a.example/logo.png")] };
        var whole = ReleaseBuilder.Build(1) with { Media = [new MediaLink("photo", "https://a.example/mill.jpg", null, "The mill", 33_116, "Ann Weaver"), new MediaLink("document", "https://a.example/report.pdf")] };
        await _stores.SaveAsync(lead, Token);
        await _stores.SaveAsync(whole, Token);
        var again = await _stores.SaveAsync(lead, Token);

        var files = await _stores.Database.QueryAsync<(string Url, string? Type, string? Title, string? Credit, long? Bytes)>(
            "select url, type, title, credit, bytes from release_media order by url", null, Token);
        Assert.Equal(
            [("https://a.example/logo.png", null, null, null, null), ("https://a.example/mill.jpg", "image/jpeg", "The mill", "Ann Weaver", 33_116), ("https://a.example/report.pdf", null, null, null, null)],
            files);
        Assert.False(again.Changed);
    }

    [Fact]
    public async Task A_file_that_is_new_is_kept_though_the_text_is_the_same()
    {
        await _stores.SaveAsync(ReleaseBuilder.Build(1), Token);
        var again = await _stores.SaveAsync(ReleaseBuilder.Build(1) with { Media = [new MediaLink("document", "https://a.example/report.pdf")] }, Token);

        Assert.True(again.Changed);
        Assert.Equal((1, 0), await _stores.OneAsync<(long, long)>("select (select count(*) from release_media), (select count(*) from release_version)", Token));
    }

    [Fact]
    public async Task A_share_that_turns_out_to_be_anothers_is_taken_from_the_issuer_and_a_lead_does_not_give_it_back()
    {
        var share = new Ticker("NASDAQ", "FOO");
        var lead = ReleaseBuilder.Build(1, complete: false) with { Tickers = [share] };
        await _stores.SaveAsync(lead, Token);
        await _stores.SaveAsync(ReleaseBuilder.Build(1) with { Tickers = [new Ticker("NYSE", "OAR")], MentionedTickers = [share] }, Token);
        var again = await _stores.SaveAsync(lead, Token);

        Assert.False(again.Changed);
        Assert.Equal(("NYSE: OAR", "NASDAQ: FOO"), await _stores.OneAsync<(string, string)>("select array_to_string(tickers, '|'), array_to_string(mentioned_tickers, '|') from release", Token));
    }

    [Fact]
    public async Task A_correction_points_to_what_it_corrects()
    {
        var wrong = await _stores.SaveAsync(ReleaseBuilder.Build(1, headline: "Norvale opens a plant in Ghent", issuer: "Norvale N.V."), Token);
        var correction = ReleaseBuilder.Build(
            2,
            headline: "/C O R R E C T I O N -- Norvale N.V./",
            body: "In the news release, Norvale opens a plant in Ghent, issued 20-Nov-2026 by Norvale N.V. over PR Newswire, we are advised by the company that the place is Bruges. " + ReleaseBuilder.Words(2),
            issuer: "Norvale NV");
        var right = await _stores.SaveAsync(correction, Token);

        Assert.Equal("Norvale opens a plant in Ghent", correction.Headline);
        Assert.Equal(wrong.Id, await _stores.OneAsync<long>("select corrects_id from release where id = @Id", Token, new { right.Id }));
        Assert.Equal("corrected", await _stores.OneAsync<string>("select status from release where id = @Id", Token, new { wrong.Id }));
    }

    [Fact]
    public async Task A_withdrawal_withdraws_a_known_release_and_adds_no_unknown_one()
    {
        var known = await _stores.SaveAsync(ReleaseBuilder.Build(1), Token);
        var taken = await _stores.SaveAsync(ReleaseBuilder.Build(1, status: RawStatus.Withdrawn), Token);
        var again = await _stores.SaveAsync(ReleaseBuilder.Build(1, status: RawStatus.Withdrawn), Token);
        var unknown = await _stores.SaveAsync(ReleaseBuilder.Build(2, status: RawStatus.Withdrawn), Token);

        Assert.Equal((known.Id, true, false), (taken.Id, taken.Changed, taken.IsNew));
        Assert.False(again.Changed || unknown.IsNew || unknown.Changed);
        Assert.Equal((1, "withdrawn"), await _stores.OneAsync<(long, string)>("select count(*), min(status) from release", Token));
        Assert.Equal(0, await _stores.OneAsync<int>("select copies from story", Token));
    }

    [Fact]
    public async Task A_guessed_language_makes_no_second_edition()
    {
        await _stores.SaveAsync(ReleaseBuilder.Build(1, body: "La filature de Port Alderly a ouvert ses portes aujourd'hui.", language: "fr", complete: false), Token);
        await _stores.SaveAsync(ReleaseBuilder.Build(1, body: "The mill at Port Alderly opened its doors today, and all who had come were glad.", language: null), Token);

        Assert.Equal((1, "fr"), await _stores.OneAsync<(long, string)>("select count(*), min(language) from release", Token));
    }

    [Fact]
    public async Task A_notice_of_withdrawal_withdraws_the_release_it_names_and_a_repetition_does_not()
    {
        await _stores.SaveAsync(ReleaseBuilder.Build(1, headline: "Oar Looms opens a mill", issuer: "Oar Looms"), Token);
        await _stores.SaveAsync(ReleaseBuilder.Build(2, headline: "RETRANSMISSION: Oar Looms opens a mill", issuer: "Oar Looms"), Token);
        Assert.Equal("live", await _stores.OneAsync<string>("select status from release where native_id = '20000001'", Token));
        await _stores.SaveAsync(ReleaseBuilder.Build(3, headline: "WITHDRAWAL: Oar Looms closes a mill", issuer: "Oar Looms"), Token);
        Assert.Equal(0, await _stores.OneAsync<long>("select count(*) from release where status = 'withdrawn'", Token));
        await _stores.SaveAsync(ReleaseBuilder.Build(4, headline: "WITHDRAWAL: Oar Looms opens a mill", issuer: "Oar Looms"), Token);

        Assert.Equal("withdrawn", await _stores.OneAsync<string>("select status from release where native_id in ('20000001', '20000002') order by status desc limit 1", Token));
    }

    [Fact]
    public async Task Related_releases_share_issuer_or_rare_words_and_exclude_copies()
    {
        var tidal = "Kestrel Sound installs tidal turbines in the strait. ";
        var first = await _stores.SaveAsync(ReleaseBuilder.Build(1, "Tidal turbines for the northern strait", tidal + ReleaseBuilder.Words(1), "ENI"), Token);
        var copy = await _stores.SaveAsync(ReleaseBuilder.Build(1, "Tidal turbines for the northern strait", tidal + ReleaseBuilder.Words(1), "ENI", via: "prnewswire"), Token);
        foreach (var number in Enumerable.Range(10, 40))
            await _stores.SaveAsync(ReleaseBuilder.Build(number, $"A notice of quite another kind {number}", subjects: "DIV"), Token);
        var later = await _stores.SaveAsync(ReleaseBuilder.Build(90, "A harbour orders tidal turbines", tidal + ReleaseBuilder.Words(90), "CON"), Token);

        Assert.Equal(first.StoryId, copy.StoryId);
        var related = await _stores.Database.QueryAsync<long>("select related_id from release_related where release_id = @Id", new { later.Id }, Token);
        Assert.Single(related);
        Assert.Contains(related[0], new[] { first.Id, copy.Id });
        Assert.Contains("tidal turbines", await _stores.OneAsync<string>("select array_to_string(terms, '|') from release_related where release_id = @Id", Token, new { later.Id }), StringComparison.Ordinal);
        // Related releases are symmetric: the older release lists the newer one too.
        Assert.Equal(later.Id, await _stores.OneAsync<long>("select related_id from release_related where release_id = @Id", Token, new { first.Id }));
        Assert.Equal(0, await _stores.OneAsync<long>("select count(*) from release_related x join release a on a.id = x.release_id join release b on b.id = x.related_id where a.id = b.id or a.story_id = b.story_id", Token));
    }

    [Fact]
    public async Task The_issuers_name_is_no_second_reason_beside_the_same_company()
    {
        await _stores.SaveAsync(ReleaseBuilder.Build(1, "Ferland Minéraux opens a brine plant", subjects: "CXP", issuer: "Ferland Minéraux inc."), Token);
        var second = await _stores.SaveAsync(ReleaseBuilder.Build(2, "Ferland Minéraux fills its brine plant", subjects: "CON", issuer: "Ferland Minéraux inc."), Token);

        var terms = await _stores.OneAsync<string>("select array_to_string(terms, '|') from release_related where release_id = @Id and same_company", Token, new { second.Id });
        Assert.Contains("brine plant", terms, StringComparison.Ordinal);
        Assert.DoesNotContain("ferland", terms, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_shares_only_its_subjects_has_six_neighbours_the_newest_first()
    {
        foreach (var number in Enumerable.Range(1, 40))
            await _stores.SaveAsync(ReleaseBuilder.Build(number, $"Quite another matter {number}", subjects: number % 4 == 0 ? "FOR" : "DIV"), Token);
        var alone = await _stores.SaveAsync(ReleaseBuilder.Build(90, "An old essay", subjects: "FOR,LIC", at: ReleaseBuilder.Noon.AddYears(-3)), Token);

        var related = await _stores.Database.QueryAsync<string>(
            "select r.native_id from release_related x join release r on r.id = x.related_id where x.release_id = @Id order by x.score desc, r.published_at desc limit 6", new { alone.Id }, Token);
        Assert.Equal(["20000040", "20000036", "20000032", "20000028", "20000024", "20000020"], related);
    }

    private async Task CountersAgreeAsync()
    {
        Assert.Equal(0, await _stores.OneAsync<long>("select count(*) from wire w where releases <> (select count(*) from release r where r.wire = w.key)", Token));
        Assert.Equal(0, await _stores.OneAsync<long>("select count(*) from subject s where releases <> (select count(*) from release_subject r where r.subject_id = s.id)", Token));
        Assert.Equal(0, await _stores.OneAsync<long>("select count(*) from language l where releases <> (select count(*) from release r where r.language = l.code)", Token));
        Assert.Equal(0, await _stores.OneAsync<long>("select count(*) from subject_day d where releases <> (select count(*) from release_subject r where r.subject_id = d.subject_id and (r.published_at at time zone 'UTC')::date = d.day)", Token));
    }
}
