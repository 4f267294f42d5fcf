using System.Collections.Immutable;
using AngleSharp.Dom;
using NewsWire.Data.Subjects;
using NewsWire.Ingest.Normalize;
using NewsWire.Tests.Support;
using NewsWire.Web;
using NewsWire.Web.Pages;
using NewsWire.Web.Reading;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>What a release's page says of the release: its record, its labels, its shares, its files.</summary>
public sealed class ReleasePageTests : IAsyncLifetime
{
    private static readonly ImmutableArray<MediaLink> Files =
    [
        new("photo", "https://pictures.example/mill.jpg?w=650", "image/jpeg", "The mill", 1_234_567, "Ann Weaver"),
        new("logo", "http://192.168.1.1/logo.png", "image/png"),
        new("document", "https://papers.example/report%20one.pdf", "application/pdf", null, 33_116),
    ];

    private WebApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await WebApp.StartAsync(6, Token);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_record_says_when_a_release_was_published_and_received_and_where_it_is()
    {
        var stored = await _app.Stores.SaveAsync(ReleaseBuilder.Build(1), Token);
        await _app.Database.ExecuteAsync("update release set first_seen_at = published_at + interval '10 minutes', wire = 'prnewswire' where id = @Id", new { stored.Id }, Token);

        var page = await PageAsync(stored.Id, "America/New_York");
        var record = Record(page);

        Assert.Equal("20 Nov 2026, 07:01 EST (12:01 UTC)", record["Published"]);
        Assert.Equal("20 Nov 2026, 07:11 EST, 10 min after publication", record["Received"]);
        Assert.Equal("PR Newswire, via Le Lézard, id 20000001", record["Wire"]);
        Assert.Matches($"^http://127\\.0\\.0\\.1:[0-9]+/releases/{stored.Id}/release-number-1-of-the-series$", record["Address"]);
        Assert.Equal("https://lelezard.test/release-20000001.html", record["Original"]);
        Assert.DoesNotContain("Today", page.QuerySelector(".release")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_without_a_time_and_a_release_without_either_say_what_is_known()
    {
        var stored = await _app.Stores.SaveAsync(ReleaseBuilder.Build(1), Token);
        await _app.Database.ExecuteAsync("update release set published_as = 'day', native_id = 'https://x.test/' where id = @Id", new { stored.Id }, Token);
        var day = Record(await PageAsync(stored.Id));
        await _app.Database.ExecuteAsync("update release set published_as = 'seen', first_seen_at = published_at where id = @Id", new { stored.Id }, Token);
        var seen = Record(await PageAsync(stored.Id));

        Assert.Equal("20 Nov 2026", day["Published"]);
        Assert.Equal("Le Lézard", day["Wire"]);
        Assert.Equal("20 Nov 2026, 12:01 UTC (no publication time given)", seen["Received"]);
        Assert.False(seen.ContainsKey("Published"));
    }

    [Fact]
    public async Task The_address_on_paper_is_the_one_readers_use()
    {
        await using var app = await WebApp.StartAsync(6, Token, "--Web:PublicAddress", "https://news.example.com/");
        var stored = await app.Stores.SaveAsync(ReleaseBuilder.Build(1), Token);

        Assert.Equal($"https://news.example.com/releases/{stored.Id}/release-number-1-of-the-series", Record(await PageAsync(stored.Id, app: app))["Address"]);
    }

    [Fact]
    public async Task A_subject_an_industry_and_a_category_of_one_name_are_shown_once()
    {
        var release = ReleaseBuilder.Build(1, subjects: "") with
        {
            Subjects =
            [
                new Subject(SubjectCatalog.PrNewswire, "OIL", "Oil and Energy"), new Subject(SubjectCatalog.PrNewswireIndustry, "OIL", "Oil/Energy"),
                new Subject(SubjectCatalog.PrNewswireIndustry, "MNG", "Mining/Metals"),
            ],
            Categories = ["oil & energy", "MINING / METALS", "Transport", "Business"],
        };
        var page = await PageAsync((await _app.Stores.SaveAsync(release, Token)).Id);

        Assert.Equal(["OIL Oil and Energy", "Categories: Transport, Business"], page.QuerySelectorAll(".release .chips li").Select(Words));
        Assert.Equal("Industry: Mining/Metals", Words(page.QuerySelector(".industries")!));
    }

    [Fact]
    public async Task The_issuers_shares_stand_beside_it_and_those_it_mentions_at_the_end()
    {
        var body = "Oar Looms Inc. (NYSE: OAR) has sold its mill to Foo Inc. (NASDAQ: FOO). " + ReleaseBuilder.Words(1);
        var page = await PageAsync((await _app.Stores.SaveAsync(ReleaseBuilder.Build(1, issuer: "Oar Looms", body: body), Token)).Id);

        Assert.Equal(["NYSE: OAR"], page.QuerySelectorAll(".facts .ticker").Select(Words));
        Assert.Equal("Also mentioned: NASDAQ: FOO", Words(page.QuerySelector(".mentioned")!));
        // A ticker leads to its issuer's releases; what is only mentioned has no list of its own.
        var row = (await _app.PageAsync("/")).QuerySelector("article .ticker")!;
        Assert.Equal("/?ticker=NYSE:OAR", row.GetAttribute("href"));
        Assert.Equal("/?ticker=NYSE:OAR", page.QuerySelector(".facts .ticker")!.GetAttribute("href"));
        Assert.Single((await _app.PageAsync("/?ticker=NYSE:OAR")).QuerySelectorAll("article"));
        Assert.Empty(page.QuerySelectorAll(".mentioned a"));
    }

    [Fact]
    public async Task Files_are_named_with_kind_type_size_and_host_and_no_image_is_shown_where_the_operator_allows_none()
    {
        var stored = await _app.Stores.SaveAsync(ReleaseBuilder.Build(1) with { Media = Files }, Token);
        var address = await AddressAsync(stored.Id);
        using var answer = await _app.AskAsync(address + "?images=show");
        var page = await _app.PageAsync(address + "?images=show");

        Assert.Equal(
            [
                "The mill Photo, JPEG, 1.2 MB, pictures.example, credit: Ann Weaver",
                "logo.png Logo, PNG, 192.168.1.1",
                "report one.pdf Document, PDF, 33 KB, papers.example",
            ],
            page.QuerySelectorAll(".media li").Select(Words));
        Assert.All(page.QuerySelectorAll(".media li a"), link => Assert.Equal("noopener nofollow noreferrer", link.GetAttribute("rel")));
        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Equal("Images are switched off on this server.", Words(page.QuerySelector(".images")!));
        Assert.Null((await _app.PageAsync(address)).QuerySelector(".images"));
        Assert.Contains("img-src 'self';", Policy(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_operator_allows_images_a_reader_may_ask_for_them_and_only_that_answer_names_their_hosts()
    {
        await using var app = await WebApp.StartAsync(6, Token, "--Web:Images", "true");
        var stored = await app.Stores.SaveAsync(ReleaseBuilder.Build(1) with { Media = Files }, Token);
        var address = await AddressAsync(stored.Id, app);
        using var before = await app.AskAsync(address);
        var page = await app.PageAsync(address);
        var link = page.QuerySelector(".images a")!;
        using var after = await app.AskAsync(link.GetAttribute("href")!);
        var shown = await app.PageAsync(link.GetAttribute("href")!);

        Assert.Equal("Show 1 image from pictures.example", Words(link));
        Assert.Contains("img-src 'self';", Policy(before), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Contains("img-src 'self' https://pictures.example;", Policy(after), StringComparison.Ordinal);
        var image = Assert.Single(shown.QuerySelectorAll("img"));
        Assert.Equal(("https://pictures.example/mill.jpg?w=650", "The mill", "lazy", "no-referrer"),
            (image.GetAttribute("src"), image.GetAttribute("alt"), image.GetAttribute("loading"), image.GetAttribute("referrerpolicy")));
    }

    [Theory]
    [InlineData("https://pictures.example/a.png", "https://pictures.example")]
    [InlineData("http://pictures.example:8080/a.png", "http://pictures.example:8080")]
    [InlineData("https://bücher.example/a.png", "https://xn--bcher-kva.example")]
    [InlineData("https://192.168.1.1/a.png", null)]
    [InlineData("https://[::1]/a.png", null)]
    [InlineData("https://router/a.png", null)]
    [InlineData("https://nas.local/a.png", null)]
    [InlineData("https://app.localhost/a.png", null)]
    [InlineData("ftp://pictures.example/a.png", null)]
    [InlineData("https://a.example;script-src/a.png", null)]
    public void Only_a_public_host_may_be_asked_for_an_image(string url, string? source) => Assert.Equal(source, ImageHosts.SourceOf(url));

    [Theory]
    [InlineData("America/New_York", "2026-11-25T10:42:00Z", "25 Nov 2026, 05:42 EST (10:42 UTC)")]
    [InlineData("America/New_York", "2026-07-26T01:00:00Z", "25 Jul 2026, 21:00 EDT (26 Jul, 01:00 UTC)")]
    [InlineData("Europe/Dublin", "2026-07-26T01:00:00Z", "26 Jul 2026, 02:00 IST (01:00 UTC)")]
    [InlineData("Europe/Dublin", "2026-01-26T01:00:00Z", "26 Jan 2026, 01:00 GMT (01:00 UTC)")]
    [InlineData("Australia/Sydney", "2026-01-26T01:00:00Z", "26 Jan 2026, 12:00 AEDT (01:00 UTC)")]
    [InlineData("Asia/Kathmandu", "2026-01-26T01:00:00Z", "26 Jan 2026, 06:45 UTC+5:45 (01:00 UTC)")]
    [InlineData("America/Caracas", "2026-01-26T10:00:00Z", "26 Jan 2026, 06:00 UTC-4 (10:00 UTC)")]
    [InlineData("UTC", "2026-09-26T01:00:00Z", "26 Sep 2026, 01:00 UTC")]
    public void A_time_of_the_record_has_its_date_its_clock_and_its_zone(string zone, string instant, string expected) =>
        Assert.Equal(expected, RecordTime.Full(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Theory]
    [InlineData("<a href=\"https://looms.example/\" rel=\"nofollow\">www.looms.example</a>", true)]
    [InlineData("<a href=\"https://looms.example/a?b=1&amp;c=2\" rel=\"nofollow\">https://looms.example/a?b=1&amp;c=2</a>", true)]
    [InlineData("<a href=\"https://looms.example/a\" rel=\"nofollow\">looms.example</a>", false)]
    [InlineData("<a href=\"https://looms.example/\" rel=\"nofollow\">Oar Looms</a>", false)]
    [InlineData("<a href=\"#notes\">1</a>", true)]
    [InlineData("<a href=\"https://www.looms.example/news/mill.html#notes\" rel=\"nofollow\">see the notes</a>", true)]
    [InlineData("<a href=\"https://www.looms.example/news/mill.html#notes\" rel=\"nofollow\"><b>see</b> the notes</a>", true)]
    [InlineData("<a href=\"https://www.looms.example/news/other.html#notes\" rel=\"nofollow\">other notes</a>", false)]
    [InlineData("<a href=\"https://www.looms.example/news/mill.html\" rel=\"nofollow\">the release</a>", false)]
    public void A_link_whose_text_is_its_address_or_that_stays_in_the_release_is_marked_for_paper(string html, bool told) =>
        Assert.Equal(told ? html.Replace("<a ", "<a class=\"told\" ", StringComparison.Ordinal) : html, PrintedLinks.Mark(html, "https://looms.example/news/mill.html"));

    [Theory]
    [InlineData(812, "812 bytes")]
    [InlineData(33_116, "33 KB")]
    [InlineData(999_700, "1 MB")]
    [InlineData(1_234_567, "1.2 MB")]
    [InlineData(12_673_045, "12.7 MB")]
    [InlineData(2_000_000_000, "2 GB")]
    public void A_size_has_a_unit_readers_know(long bytes, string expected) => Assert.Equal(expected, FileWording.Size(bytes));

    [Theory]
    [InlineData("image/jpg", null, "JPEG")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", null, "Word")]
    [InlineData("application/x-very-long-name", null, null)]
    [InlineData(null, null, null)]
    public void A_type_is_told_by_the_name_readers_know(string? type, string? title, string? expected) =>
        Assert.Equal(string.Join(", ", new[] { "Photo", expected, "a.example" }.OfType<string>()), FileWording.Facts(new ReleaseFile("photo", "https://a.example/x", type, title, null, null)));

    [Fact]
    public async Task A_copy_from_a_folder_names_the_folder_and_one_of_another_year_its_date_alone()
    {
        var text = ReleaseBuilder.Words(1);
        var release = ReleaseBuilder.Build(1, "A text from the drop", text, via: "other");
        await _app.Database.ExecuteAsync("insert into source (wire, key, kind, address, zone, every_seconds) values ('other', 'drop', 'folder', 'drop', 'UTC', 60), ('other', 'desk', 'feed', 'https://x.test/', 'UTC', 60)", null, Token);
        long[] ids =
        [
            (await _app.Stores.SaveAsync(release, Token)).Id,
            (await _app.Stores.SaveAsync(ReleaseBuilder.Build(2, "A text from the drop", text, via: "other"), Token)).Id,
            (await _app.Stores.SaveAsync(ReleaseBuilder.Build(3, "A text from the drop", text, via: "other", at: ReleaseBuilder.Noon.AddDays(2)), Token)).Id,
        ];
        await _app.Database.ExecuteAsync("update release set source_id = (select id from source where key = case when release.id = @Third then 'desk' else 'drop' end)", new { Third = ids[2] }, Token);
        await _app.Database.ExecuteAsync("update release set published_at = '2019-08-05T12:00:00Z', published_as = 'day' where id = @Third", new { Third = ids[2] }, Token);

        var page = await PageAsync(ids[0]);
        var row = (await _app.PageAsync("/")).QuerySelector("article")!;

        Assert.Equal(["Source \"desk\", 5 Aug 2019 Same text", "Folder \"drop\", 12:02 Same text · 60 s later"], page.QuerySelectorAll("#copies li").Select(Words));
        Assert.Equal(["also in folder \"drop\", 20 Nov, 12:01", "also in folder \"drop\", 20 Nov, 12:02"], row.QuerySelectorAll(".echo").Select(Words));
        Assert.StartsWith("Folder \"drop\"", Record(page)["Wire"], StringComparison.Ordinal);
        Assert.StartsWith("Received from folder \"drop\".", Words(page.QuerySelector(".credit")!), StringComparison.Ordinal);
    }

    private static string Policy(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy")) + ";";

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Dictionary<string, string> Record(IDocument page) =>
        page.QuerySelectorAll(".record > div").ToDictionary(row => Words(row.QuerySelector("dt")!), row => Words(row.QuerySelector("dd")!));

    private async Task<IDocument> PageAsync(long id, string? zone = null, WebApp? app = null) => await (app ?? _app).PageAsync(await AddressAsync(id, app), zone);

    private async Task<string> AddressAsync(long id, WebApp? app = null)
    {
        using var answer = await (app ?? _app).AskAsync($"/releases/{id}");
        return answer.Headers.Location!.OriginalString;
    }
}
