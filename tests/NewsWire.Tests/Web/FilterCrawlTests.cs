using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>Every link of the list pages over the sample releases: none leads to an empty list, and every number beside one is true.</summary>
public sealed class FilterCrawlTests : IAsyncLifetime
{
    // Of the lists behind the first ones, this many are followed too; the same ones in every run.
    private const int FollowedFurther = 30;

    private readonly Dictionary<string, int> _lengths = new(StringComparer.Ordinal);
    private readonly List<string> _wrong = [];
    private WebApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await WebApp.StartAsync(hoursAfterNoon: 6, Token);
        await _app.ReadSamplesAsync(Token);
        // A third wire and more than a page, under codes that the samples use and one that equals another wire's.
        for (var number = 0; number < 60; number++)
        {
            var subjects = (number % 4) switch { 0 => "TRD", 1 => "LIC,TRD", 2 => "FOR", _ => "AWD,FOR,TRD" };
            var release = ReleaseBuilder.Build(
                number, subjects: subjects, via: "other", at: ReleaseBuilder.Noon.AddDays(-number), language: (number % 10) switch { 0 => "nb", 1 => "no", 2 => "de", _ => "en" });
            await _app.Stores.SaveAsync(release, Token);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task No_link_leads_to_an_empty_list_and_every_number_beside_one_is_what_the_list_holds()
    {
        List<string> first = ["/"];
        first.AddRange(await FollowAsync("/"));
        first.AddRange(await FollowAsync("/subjects"));
        first.AddRange(await FollowAsync("/subjects/LIC"));
        first.AddRange(await FollowAsync("/?subject=LIC,FOR&wire=other,prnewswire&lang=en"));
        first.AddRange(await FollowAsync("/?subject=-LIC&wire=-other&lang=-en"));
        first.AddRange(await FollowAsync("/?from=2026-11-10&to=2026-11-18&subject=TRD"));
        var random = new Random(8);
        foreach (var address in first.Distinct().OrderBy(_ => random.Next()).Take(FollowedFurther))
            await FollowAsync(address);

        Assert.True(_wrong.Count == 0, string.Join('\n', _wrong));
        Assert.True(_lengths.Count > 300, $"Only {_lengths.Count} lists were reached.");
        Assert.Contains(_lengths, list => list.Key.Contains(',') && list.Value > 0);
        Assert.Contains(_lengths, list => list.Key.Contains("=-", StringComparison.Ordinal) && list.Value > 0);
    }

    // The lists that a page links to, each of which is paged through.
    private async Task<List<string>> FollowAsync(string address)
    {
        var page = await _app.PageAsync(address);
        List<string> lists = [];
        foreach (var link in page.QuerySelectorAll("main a"))
        {
            if (link.GetAttribute("href") is not { } href || !IsList(href))
                continue;
            lists.Add(href);
            var length = await LengthAsync(href);
            if (length == 0)
                _wrong.Add($"{address} links to {href}, which is empty.");
            if (NumberBeside(link) is { } number && number != length)
                _wrong.Add($"{address} says {number} beside {href}, which holds {length}.");
        }

        if (page.QuerySelector(".heading .total")?.TextContent is { } total && Number(total) is var said && said != await LengthAsync(address))
            _wrong.Add($"{address} says {total} and holds {await LengthAsync(address)}.");
        return lists;
    }

    private async Task<int> LengthAsync(string address)
    {
        if (_lengths.TryGetValue(address, out var known))
            return known;
        var length = 0;
        for (string? next = address; next is not null;)
        {
            var page = await OpenAsync(next);
            length += page.QuerySelectorAll("article").Length;
            next = page.QuerySelector(".pager [rel=next]")?.GetAttribute("href");
        }

        return _lengths[address] = length;
    }

    // A link may be to another spelling of an address; it is written so nowhere, but a newer page may turn out to be the first.
    private async Task<IHtmlDocument> OpenAsync(string address)
    {
        using var answer = await _app.AskAsync(address);
        return await _app.PageAsync(answer.Headers.Location?.OriginalString ?? address);
    }

    private static bool IsList(string href) =>
        href == "/" || href.StartsWith("/?", StringComparison.Ordinal) || href.StartsWith("/subjects/", StringComparison.Ordinal);

    // In the filter column and among narrower subjects within the link; in the directory at the end of the row.
    private static int? NumberBeside(IElement link) =>
        link.QuerySelector("data") is { } data ? Number(data.TextContent)
        : link.Closest(".directory tr")?.QuerySelectorAll(".count") is { Length: > 0 } counts ? Number(counts[^1].TextContent)
        : null;

    private static int? Number(string text) =>
        int.TryParse(string.Concat(text.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out var number) ? number : null;
}
