using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using NewsWire.Data.Subjects;
using NewsWire.Tests.Support;
using NewsWire.Web.Reading;
using Xunit;

namespace NewsWire.Tests.Web;

public sealed class PageTests : IAsyncLifetime
{
    private WebApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await WebApp.StartAsync(hoursAfterNoon: 6, Token);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/subjects", 200)]
    [InlineData("/subjects/LIC", 200)]
    [InlineData("/subjects/prn-industry/ADV", 200)]
    [InlineData("/subjects/QQQ", 404)]
    [InlineData("/subjects/gnw/9", 200)]
    [InlineData("/subjects/bw/Photo%2FMultimedia", 200)]
    [InlineData("/subjects/medtop/04000000", 200)]
    [InlineData("/subjects/medtop/99999999", 404)]
    [InlineData("/subjects/gnw/999", 404)]
    [InlineData("/subjects?q=fusions", 200)]
    [InlineData("/subjects?q=%26", 200)]
    [InlineData("/subjects/nolist/ADV", 404)]
    [InlineData("/wires", 200)]
    [InlineData("/wires/lelezard", 200)]
    [InlineData("/wires/nowire", 404)]
    [InlineData("/releases/999", 404)]
    [InlineData("/releases/99999999999999999999", 404)]
    [InlineData("/releases/abc", 404)]
    [InlineData("/nothing/here", 404)]
    [InlineData("/error/200", 404)]
    [InlineData("/healthz", 200)]
    [InlineData("/readyz", 200)]
    [InlineData("/newswire.css", 200)]
    [InlineData("/zone.js", 200)]
    [InlineData("/mark.svg", 200)]
    [InlineData("/favicon.ico", 200)]
    [InlineData("/apple-touch-icon.png", 200)]
    [InlineData("/robots.txt", 200)]
    [InlineData("/density/dense", 404)]
    [InlineData("/fonts/source-serif-4-latin-wght-normal.woff2", 200)]
    public async Task Every_address_answers_as_it_should_under_the_same_guards(string address, int status)
    {
        using var answer = await _app.AskAsync(address);

        Assert.Equal(status, (int)answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(answer.Headers.Contains("Server"));
        if (status == 404)
            Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Health_answers_whoever_asks_for_the_head_alone(string address)
    {
        using var answer = await _app.AskAsync(address, method: HttpMethod.Head);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/subjects/lic", "/subjects/LIC")]
    [InlineData("/subjects/prn/LIC", "/subjects/LIC")]
    [InlineData("/subjects/prn-industry/adv", "/subjects/prn-industry/ADV")]
    public async Task A_subject_has_one_address(string address, string canonical)
    {
        using var answer = await _app.AskAsync(address);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(canonical, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/subjects/gnw/25", "/subjects/LIC")]
    [InlineData("/subjects/medtop/20000202", "/subjects/LIC")]
    [InlineData("/subjects/iptc-subject/04016026", "/subjects/LIC")]
    [InlineData("/subjects/bw/Contract%2FAgreement", "/subjects/CON")]
    [InlineData("/subjects/bw-industry/Automotive", "/subjects/prn-industry/AUT")]
    public async Task Every_wires_word_leads_to_the_topic_but_not_for_ever(string address, string topic)
    {
        using var answer = await _app.AskAsync(address);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(topic, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("Narrowcast Feed Annoucement")]
    [InlineData("Oil/Gas & Energy?")]
    [InlineData("Énergie, pétrole")]
    [InlineData("Scale 1:50, drawn")]
    [InlineData("-40 degrees")]
    public async Task A_subject_that_no_list_knows_has_a_page_under_the_name_it_came_with(string name)
    {
        var stored = await _app.Stores.SaveAsync(ReleaseBuilder.Build(0) with { Subjects = [new Subject(SubjectCatalog.PrNewswire, name, name)] }, Token);
        var release = await _app.PageAsync(await AddressAsync(stored.Id));

        var subject = await _app.PageAsync(release.QuerySelector(".chips a")!.GetAttribute("href")!);

        Assert.Equal($"{name} · 1 release", subject.QuerySelector("h1")!.TextContent);
        Assert.Single(subject.QuerySelectorAll("article"));
        Assert.Single((await _app.PageAsync(ReleaseFilter.OfSubject(new SubjectKey(SubjectCatalog.PrNewswire, name)).Address())).QuerySelectorAll("article"));
    }

    [Theory]
    [InlineData("Seals for the cold chain", "seals-for-the-cold-chain")]
    [InlineData("شركة توقع ثلاث اتفاقيات", null)]
    public async Task A_release_is_reached_by_its_number_and_any_old_slug(string headline, string? slug)
    {
        var stored = await _app.Stores.SaveAsync(ReleaseBuilder.Build(0, headline), Token);

        foreach (var old in new[] { $"/releases/{stored.Id}", $"/releases/{stored.Id}/an-old-headline" })
        {
            using var answer = await _app.AskAsync(old);
            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            var address = answer.Headers.Location!.OriginalString;
            Assert.EndsWith(slug ?? "", address, StringComparison.Ordinal);
            Assert.Equal(headline, (await _app.PageAsync(address)).QuerySelector("h1")!.TextContent);
        }
    }

    [Fact]
    public async Task A_release_shows_its_text_its_subjects_and_what_is_near_it()
    {
        for (var number = 1; number < 4; number++)
            await _app.Stores.SaveAsync(ReleaseBuilder.Build(number, subjects: "LIC,FOR", issuer: "Northern Seals"), Token);
        var stored = await _app.Stores.SaveAsync(ReleaseBuilder.Build(4, subjects: "LIC,FOR", issuer: "Northern Seals", body: "A table follows.</p><table><tr><td>1</td></tr></table><p>End."), Token);

        var page = await _app.PageAsync(await AddressAsync(stored.Id));

        Assert.Contains("A table follows.", page.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("DIV", page.QuerySelector(".prose table")!.ParentElement!.TagName);
        Assert.Equal(["/subjects/FOR", "/subjects/LIC"], page.QuerySelectorAll(".release .chips a").Select(link => link.GetAttribute("href")!).Order());
        Assert.Equal("/?company=northern-seals", page.QuerySelector(".facts .issuer")!.GetAttribute("href"));
        Assert.Contains("same issuer", page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.InRange(page.QuerySelectorAll("aside li").Length, 1, 6);
    }

    [Fact]
    public async Task A_withdrawn_release_is_gone_with_what_is_known()
    {
        var stored = await _app.Stores.SaveAsync(ReleaseBuilder.Build(1, body: "The text that was taken back."), Token);
        await _app.Database.ExecuteAsync("update release set status = 'withdrawn', url = 'https://x.test/' where id = @Id", new { stored.Id }, Token);

        var page = await _app.PageAsync(await AddressAsync(stored.Id), status: 410);

        Assert.Contains("Release number 1", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Withdrawn", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("The text that was taken back", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_says_so_and_leads_to_no_original()
    {
        var stored = await _app.Stores.SaveAsync(ReleaseBuilder.Build(1), Token);
        await _app.Database.ExecuteAsync("update release set sample = true where id = @Id", new { stored.Id }, Token);

        var page = await _app.PageAsync(await AddressAsync(stored.Id));

        Assert.NotNull(page.QuerySelector(".notice .sample"));
        Assert.Empty(page.QuerySelectorAll(".credit a"));
        Assert.NotNull((await _app.PageAsync("/")).QuerySelector("article .sample"));
    }

    [Theory]
    [InlineData("/%", 404)]
    [InlineData("/%zz", 404)]
    [InlineData("/?subject=%FF", 200)]
    [InlineData("/?from=%00", 400)]
    public async Task What_cannot_be_read_is_answered_with_a_page_of_ours(string address, int status)
    {
        using var answer = await _app.AskAsync(address);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Token));
        Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector(".masthead .name"));
        Assert.NotNull(page.QuerySelector("link[rel=stylesheet]"));
        if (status >= 400)
            Assert.NotEmpty(page.QuerySelectorAll(".ways a"));
        // The program goes on answering.
        using var next = await _app.AskAsync("/");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    public async Task Nothing_can_be_sent(string method)
    {
        using var answer = await _app.AskAsync("/", method: new HttpMethod(method));

        Assert.Equal(StatusCodes.Status405MethodNotAllowed, (int)answer.StatusCode);
        Assert.Equal("GET, HEAD", string.Join(", ", answer.Content.Headers.Allow));
        Assert.Equal("Method not allowed.", new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Token)).QuerySelector("h1")!.TextContent);
    }

    private async Task<string> AddressAsync(long id)
    {
        using var answer = await _app.AskAsync($"/releases/{id}");
        return answer.Headers.Location!.OriginalString;
    }
}
