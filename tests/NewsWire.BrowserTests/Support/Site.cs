using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using NewsWire.Tests.Support;
using NewsWire.Web;
using NewsWire.Web.Reading;
using NewsWire.Web.SampleWire;
using Xunit;

namespace NewsWire.BrowserTests.Support;

/// <summary>
/// The real program with its sample releases read and sixty older ones behind them, and one browser: made once, used by
/// every test. A collection and not the assembly holds it, so that it ends before the database's server does.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("newswire-browser-").FullName;
    private TestDatabase? _database;
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the program answers: http://127.0.0.1:40123</summary>
    public string Address { get; private set; } = "";

    internal IBrowser Browser => _browser ?? throw new InvalidOperationException("There is no browser.");

    internal Stores Stores { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
            return;
        var token = TestContext.Current.CancellationToken;
        _database = await TestDatabase.CreateAsync(token);
        _app = Build(_database.ConnectionString);
        await _app.StartAsync(token);
        Address = _app.Urls.Single();
        Stores = new Stores(_database.Database);
        await SamplesAreReadAsync(token);
        await AddOlderAsync(token);
        await AddTroubleAsync(token);
        await _app.Services.GetRequiredService<FacetReader>().RefreshAsync(token);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>The address of the newest or oldest release whose headline holds these words.</summary>
    internal async Task<string> ReleaseAsync(string words, bool newest, CancellationToken token) =>
        await Stores.OneAsync<string>(
            $"select '/releases/' || id || '/' || slug from release where headline like @Words order by published_at {(newest ? "desc" : "asc")} limit 1",
            token,
            new { Words = $"%{words}%" })
        ?? throw new InvalidOperationException($"No release speaks of {words}.");

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private WebApplication Build(string connectionString) =>
        NewsWireServer.Build(
            ["--urls", "http://127.0.0.1:0", "--environment", "Development", "--SampleWire:Enabled", "true", "--Web:Images", "true", "--Ingestion:Idle", "00:00:00.05", "--Ingestion:Spacing", "00:00:00", "--Ingestion:FolderRoot", _folder],
            connectionString,
            builder =>
            {
                builder.Logging.ClearProviders();
                // The sources of the settings stand on the wires page, but a test asks nobody.
                foreach (var source in builder.Configuration.GetSection("Ingestion:Sources").GetChildren())
                    source["Enabled"] = "false";
            });

    private async Task SamplesAreReadAsync(CancellationToken token)
    {
        var expected = SampleReleases.Load().All.Count;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(Patience);
        while (await Stores.OneAsync<long>(
            "select count(*) from release where complete and not exists (select from document where state = 'due' or leased_until is not null)", limit.Token) < expected)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(25), limit.Token);
        }
    }

    private async Task AddOlderAsync(CancellationToken token)
    {
        var oldest = await Stores.OneAsync<DateTimeOffset>("select min(published_at) from release", token);
        for (var number = 1; number <= 60; number++)
        {
            var release = ReleaseBuilder.Build(number, $"Older release number {number} of the series", subjects: "TRD", via: "other", at: oldest.AddHours(-number));
            await Stores.SaveAsync(release, token);
        }
    }

    // A wires page on which all goes well shows too little of itself. What is in trouble is not asked again while the tests
    // run, however slow the machine is.
    private async Task AddTroubleAsync(CancellationToken token)
    {
        await Stores.Database.ExecuteAsync(
            """
            update source set enabled = true, due_at = now() + interval '4 hours', asked_at = now() - interval '1 minute', failures = failed.times,
                status_code = failed.status, failure = failed.kind, answer = failed.reason, remedy = failed.remedy
            from (values
                ('prnewswire-all', 3, 503, 'server', 'It answered 503 Service Unavailable.', 'Nothing needs to be done; NewsWire tries again.'),
                ('prnewswire-licensing', 1, 429, 'limited', 'It answered 429 Too Many Requests.', 'Nothing needs to be done. If it happens often, set a longer Every.'),
                ('lelezard-fr', 12, null, 'blocked', 'wire.intranet leads to 10.1.2.3, which is in a private network.', 'To allow it, add 10.1.2.3/32 to Ingestion:AllowedNetworks.')
            ) as failed (key, times, status, kind, reason, remedy)
            where source.key = failed.key;
            update source set address = address || '?apikey=0123456789abcdefghij' where key = 'prnewswire-licensing';
            insert into document (source_id, address, found_at, due_at, attempts, state, settled_at, failure, reason)
            select id, 'https://www.lelezard.example/en/news-' || n || '.html', now(), now(), 1, 'refused', now() - n * interval '3 minutes', 'unreadable',
                'The page states no headline, so it is not a release'
            from source, generate_series(1, 5) n where key = 'sample-lelezard-en';
            """,
            null,
            token);
    }
}

/// <summary>All tests share the site, and so run one after the other.</summary>
[CollectionDefinition]
public sealed class OneSite : ICollectionFixture<Site>;
