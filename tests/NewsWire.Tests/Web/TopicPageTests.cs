using AngleSharp.Dom;
using NewsWire.Data.Subjects;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>One directory over the lists of all wires, as pages show it.</summary>
public sealed class TopicPageTests : IAsyncLifetime
{
    private WebApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await WebApp.StartAsync(hoursAfterNoon: 6, Token);
        (string Scheme, string Label)[][] releases =
        [
            [("prn", "LIC")], [("gnw", "Licensing Agreements")], [("prn", "LIC"), ("gnw", "Licensing Agreements"), ("medtop", "20000202")],
            [("bw", "Contract/Agreement")], [("gnw", "Nobody's list, has this")], [("medtop", "20000200")],
        ];
        foreach (var (number, labels) in releases.Index())
        {
            var subjects = labels.Select(label => SubjectCatalog.Shipped.Recognize(label.Scheme, label.Label) ?? new Subject(label.Scheme, label.Label, label.Label));
            await _app.Stores.SaveAsync(ReleaseBuilder.Build(number, $"Headline {"ABCDEF"[number]}") with { Subjects = [.. subjects] }, Token);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/?subject=LIC", "ABC")]
    [InlineData("/?subject=-LIC", "DEF")]
    [InlineData("/?subject=CON", "D")]
    [InlineData("/subjects/LIC", "ABC")]
    [InlineData("/subjects/medtop/20000192", "ABCDF")]
    [InlineData("/subjects/medtop/04000000", "ABCDF")]
    [InlineData("/?subject=medtop:04000000&subject=-CON", "ABCF")]
    [InlineData("/?subject=gnw:Nobody's%20list,,%20has%20this", "E")]
    [InlineData("/?subject=gnw:Nobody's%20list,,%20has%20this,CON", "DE")]
    public async Task A_topic_finds_what_every_wire_filed_under_it(string address, string expected)
    {
        var page = await _app.PageAsync(address);

        Assert.Equal(expected, string.Concat(page.QuerySelectorAll("article h3").Select(heading => heading.TextContent[^1]).Order()));
    }

    [Fact]
    public async Task The_directory_has_one_row_for_a_topic_and_names_every_wires_word()
    {
        var page = await _app.PageAsync("/subjects");

        var row = Assert.Single(page.QuerySelectorAll(".directory tr"), row => row.QuerySelector("a")?.GetAttribute("href") == "/subjects/LIC");
        Assert.Contains("GlobeNewswire: Licensing Agreements", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("IPTC Media Topics: licensing agreement", row.TextContent, StringComparison.Ordinal);
        // Three releases: one of them was filed under three of its equivalents.
        Assert.Equal("3", row.QuerySelectorAll(".count")[^1].TextContent);
        Assert.Equal(page.QuerySelectorAll(".directory td a").Length, page.QuerySelectorAll(".directory td a").Select(link => link.GetAttribute("href")).Distinct().Count());
        Assert.NotNull(page.QuerySelector("a[href='/subjects/gnw/Nobody%27s%20list%2C%20has%20this']"));
        // Nobody has used most of the Media Topics.
        Assert.Null(page.QuerySelector("a[href='/subjects/medtop/15000000']"));
    }

    [Theory]
    [InlineData("fusions", "TNM")]
    [InlineData("Mergers & Acq", "TNM")]
    [InlineData("handicapped", "DIS")]
    [InlineData("nobody's", "Nobody's list, has this")]
    public async Task A_topic_is_found_by_any_name_it_has_or_had(string words, string name)
    {
        var page = await _app.PageAsync($"/subjects?q={Uri.EscapeDataString(words)}");

        Assert.Contains(page.QuerySelectorAll(".directory tbody tr"), row => row.TextContent.Contains(name, StringComparison.Ordinal));
        Assert.InRange(page.QuerySelectorAll(".directory tbody tr").Length, 1, 20);
        Assert.Equal(words, page.QuerySelector(".search input")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so() =>
        Assert.Contains("No subject matches", (await _app.PageAsync("/subjects?q=zzzzqq")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task A_subjects_page_names_its_equivalents_and_its_broader_and_narrower_subjects()
    {
        var licensing = await _app.PageAsync("/subjects/LIC");
        var strategy = await _app.PageAsync("/subjects/medtop/20000192");

        Assert.Contains("25 Licensing Agreements", Words(licensing.QuerySelector(".names")!), StringComparison.Ordinal);
        Assert.NotNull(licensing.QuerySelector(".names a[href='/subjects/medtop/20000192']"));
        Assert.NotNull(strategy.QuerySelector(".names a[href='/subjects/LIC']"));
        Assert.Equal("Strategy and marketing · 5 releases", strategy.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_release_shows_the_wires_own_words_and_they_lead_to_the_topic()
    {
        var list = await _app.PageAsync("/?subject=LIC");
        var release = await _app.PageAsync(list.QuerySelector("article h3 a")!.GetAttribute("href")!);

        var chips = release.QuerySelectorAll(".release .chips a");
        Assert.Equal(["/subjects/LIC"], chips.Select(chip => chip.GetAttribute("href")).Distinct());
        Assert.Equal(["20000202 licensing agreement", "25 Licensing Agreements", "LIC Licensing"], chips.Select(Words).Order(StringComparer.Ordinal));
        // A row of the list says it once.
        Assert.Single(list.QuerySelector("article")!.QuerySelectorAll(".subject"));
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
