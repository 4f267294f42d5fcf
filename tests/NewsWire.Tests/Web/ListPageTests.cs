using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsWire.Data.Subjects;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Web;

public sealed class ListPageTests : IAsyncLifetime
{
    private WebApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await WebApp.StartAsync(hoursAfterNoon: 6, Token);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_empty_list_says_so_and_what_to_do()
    {
        var page = await _app.PageAsync("/");

        Assert.Contains("No release has come in yet", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".pager"));
    }

    [Fact]
    public async Task A_row_says_whether_its_wire_changed_the_text_or_another_release_corrects_it_and_only_the_correction_is_recommended()
    {
        const string text = "The plant stands in Ghent, beside the old lock. ";
        await _app.Stores.SaveAsync(ReleaseBuilder.Build(1, "A harbour changes its words", ReleaseBuilder.Words(1)), Token);
        await _app.Stores.SaveAsync(ReleaseBuilder.Build(1, "A harbour changes its words", ReleaseBuilder.Words(9)), Token);
        await _app.Stores.SaveAsync(ReleaseBuilder.Build(2, "Norvale opens a plant in Ghent", text + ReleaseBuilder.Words(2), issuer: "Norvale N.V."), Token);
        var correction = await _app.Stores.SaveAsync(
            ReleaseBuilder.Build(
                3,
                "CORRECTION: Norvale opens a plant in Ghent",
                "In the news release, Norvale opens a plant in Ghent, issued 20-Nov-2026 by Norvale N.V. over PR Newswire, the place is Bruges. " + text + ReleaseBuilder.Words(2),
                issuer: "Norvale N.V."),
            Token);
        var other = await _app.Stores.SaveAsync(ReleaseBuilder.Build(4, "Norvale fills its plant", text + ReleaseBuilder.Words(4), issuer: "Norvale N.V."), Token);

        var page = await _app.PageAsync("/");
        var related = await _app.Database.QueryAsync<long>("select related_id from release_related where release_id = @Id", new { other.Id }, Token);
        var release = await _app.PageAsync($"/releases/{other.Id}/norvale-fills-its-plant");

        Assert.Equal(
            ["", "Correction", "Corrected 12:03", "Text changed"],
            page.QuerySelectorAll("article").Select(row => string.Join(' ', (row.QuerySelector(".status")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(2)).Trim()));
        Assert.Equal(2, related.Count);
        Assert.Equal(
            [$"/releases/{correction.Id}/norvale-opens-a-plant-in-ghent"],
            release.QuerySelectorAll("aside li h3 a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Pages_meet_without_gap_or_repeat_in_both_directions()
    {
        // Three releases share each minute, so that the pages break between equal times.
        for (var number = 0; number < 120; number++)
            await _app.Stores.SaveAsync(ReleaseBuilder.Build(number, at: ReleaseBuilder.Noon.AddMinutes(number / 3)), Token);
        var expected = Enumerable.Range(0, 120).Reverse().Select(number => $"Release number {number} of the series").ToList();

        List<List<string>> older = [];
        var last = "";
        for (string? address = "/?subject=LIC"; address is not null;)
        {
            last = address;
            var page = await _app.PageAsync(address);
            older.Add(Headlines(page));
            address = page.QuerySelector(".pager [rel=next]")?.GetAttribute("href");
        }

        Assert.Equal([50, 50, 20], older.Select(page => page.Count));
        Assert.Equal(expected, older.SelectMany(page => page));

        var back = (await _app.PageAsync(last)).QuerySelector(".pager [rel=prev]")!.GetAttribute("href")!;
        var middle = await _app.PageAsync(back);
        Assert.Equal(older[1], Headlines(middle));
        // The first page has one address, however it is reached.
        using var first = await _app.AskAsync(middle.QuerySelector(".pager [rel=prev]")!.GetAttribute("href")!);
        Assert.Equal("/?subject=LIC", first.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/", "ABCDE")]
    [InlineData("/?subject=LIC", "ABD")]
    [InlineData("/?subject=LIC&subject=FOR", "AD")]
    [InlineData("/?subject=LIC,FOR", "ABCD")]
    [InlineData("/?subject=-LIC", "CE")]
    [InlineData("/?subject=LIC&subject=-AWD", "AB")]
    [InlineData("/?subject=LIC,AWD&subject=FOR,CON", "AD")]
    [InlineData("/?subject=-LIC,AWD", "C")]
    [InlineData("/?wire=prnewswire", "DE")]
    [InlineData("/?wire=prnewswire&subject=LIC,AWD&subject=-FOR", "E")]
    [InlineData("/?company=northern-seals&subject=LIC", "B")]
    [InlineData("/?company=northern-seals", "BC")]
    [InlineData("/?lang=en&subject=FOR", "ACD")]
    [InlineData("/?lang=fr", "")]
    [InlineData("/?subject=QQQ", "")]
    [InlineData("/?subject=QQQ,LIC", "ABD")]
    [InlineData("/?subject=-QQQ", "ABCDE")]
    [InlineData("/?company=nobody", "")]
    public async Task A_filter_shows_what_it_says(string address, string expected)
    {
        (char Name, string Subjects, string Via, string? Issuer)[] releases =
        [
            ('A', "LIC,FOR", "lelezard", null), ('B', "LIC", "lelezard", "Northern Seals"), ('C', "FOR", "lelezard", "Northern Seals"),
            ('D', "LIC,FOR,AWD", "prnewswire", null), ('E', "AWD", "prnewswire", null),
        ];
        foreach (var (number, release) in releases.Index())
            await _app.Stores.SaveAsync(ReleaseBuilder.Build(number, $"Headline {release.Name}", subjects: release.Subjects, via: release.Via, issuer: release.Issuer), Token);

        var page = await _app.PageAsync(address);

        Assert.Equal(expected, string.Concat(Headlines(page).Select(headline => headline[^1]).Order()));
        if (expected.Length == 0)
            Assert.NotEmpty(page.QuerySelector(".empty")!.TextContent);
    }

    [Theory]
    [InlineData("/?after=page2")]
    [InlineData("/?before=xyz")]
    [InlineData("/?subject=LIC,")]
    [InlineData("/subjects/LIC?after=page2")]
    [InlineData("/wires/lelezard?after=page2")]
    public async Task A_damaged_address_is_refused_kindly(string address)
    {
        var page = await _app.PageAsync(address, status: 400);

        Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll(".ways a"));
    }

    [Fact]
    public async Task Times_and_days_are_the_readers_own()
    {
        await _app.Stores.SaveAsync(ReleaseBuilder.Build(0), Token);

        var home = await _app.PageAsync("/");
        var tokyo = await _app.PageAsync("/", zone: "Asia/Tokyo");
        var nowhere = await _app.PageAsync("/", zone: "Middle/Earth");

        Assert.Equal("12:00", home.QuerySelector("article .when")!.TextContent);
        Assert.Equal("21:00", tokyo.QuerySelector("article .when")!.TextContent);
        // Noon's evening is past midnight there.
        Assert.Equal("Today, Friday 20 November", home.QuerySelector(".day h2")!.TextContent);
        Assert.Equal("Yesterday, Friday 20 November", tokyo.QuerySelector(".day h2")!.TextContent);
        Assert.Equal("2026-11-20T12:00:00Z", tokyo.QuerySelector("article .when")!.GetAttribute("datetime"));
        Assert.Contains("Asia/Tokyo", tokyo.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("UTC", nowhere.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_without_a_clock_time_stands_under_its_own_day_in_every_zone()
    {
        var stored = await _app.Stores.SaveAsync(ReleaseBuilder.Build(0, at: ReleaseBuilder.Noon.AddYears(-1)), Token);
        await _app.Database.ExecuteAsync("update release set published_as = 'day' where id = @Id", new { stored.Id }, Token);

        foreach (var zone in new[] { "UTC", "Pacific/Auckland", "America/Toronto" })
        {
            var page = await _app.PageAsync("/", zone);
            Assert.Equal("Thursday 20 November 2025", page.QuerySelector(".day h2")!.TextContent);
            Assert.Equal("20 Nov 2025", page.QuerySelector("article .when")!.TextContent);
        }
    }

    [Fact]
    public async Task A_subject_that_two_wires_name_alike_is_shown_once()
    {
        await _app.Stores.SaveAsync(ReleaseBuilder.Build(0) with { Subjects = [new Subject("gnw", "Tidal Power", "Tidal Power"), new Subject("ein", "Tidal power", "Tidal power"), new Subject("ein", "Harbours", "Harbours")] }, Token);

        var page = await _app.PageAsync("/");

        Assert.Equal(["Harbours", "Tidal Power"], page.QuerySelectorAll("article .subject").Select(subject => subject.TextContent.Trim()).Order());
    }

    [Theory]
    [InlineData("/density/compact?back=%2F%3Fsubject%3DLIC", "/?subject=LIC")]
    [InlineData("/density/comfortable?back=%2Fsubjects%2FLIC", "/subjects/LIC")]
    [InlineData("/density/compact", "/")]
    [InlineData("/density/compact?back=https%3A%2F%2Fevil.example%2F", "/")]
    [InlineData("/density/compact?back=%2F%2Fevil.example%2F", "/")]
    [InlineData("/density/compact?back=%2F%5Cevil.example%2F", "/")]
    [InlineData("/density/compact?back=%2F%C3%A9", "/")]
    public async Task A_density_is_kept_and_leads_back_to_a_page_of_ours(string address, string expected)
    {
        using var answer = await _app.AskAsync(address);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
        Assert.StartsWith($"density={address.Split('/', '?')[2]};", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_offers_the_other_density()
    {
        await _app.Stores.SaveAsync(ReleaseBuilder.Build(0), Token);

        var comfortable = await _app.PageAsync("/?subject=LIC");
        using var answer = await _app.AskAsync("/?subject=LIC", density: "compact");
        var compact = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Token));

        Assert.Empty(comfortable.QuerySelectorAll(".compact"));
        Assert.Equal("/density/compact?back=%2F%3Fsubject%3DLIC", comfortable.QuerySelector(".density a")!.GetAttribute("href"));
        Assert.Single(compact.QuerySelectorAll(".compact article"));
        Assert.Equal("/density/comfortable?back=%2F%3Fsubject%3DLIC", compact.QuerySelector(".density a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_headline_is_text_and_accents_are_letters()
    {
        await _app.Stores.SaveAsync(ReleaseBuilder.Build(0, headline: "Łódź & <script>alert(1)</script> Minéraux"), Token);

        using var answer = await _app.AskAsync("/");
        var html = await answer.Content.ReadAsStringAsync(Token);

        Assert.Contains("Łódź &amp;", html, StringComparison.Ordinal);
        Assert.Contains("Minéraux", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    private static List<string> Headlines(IParentNode page) => [.. page.QuerySelectorAll("article h3").Select(heading => heading.TextContent)];
}
