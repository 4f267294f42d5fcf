using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsWire.Data;
using NewsWire.Tests.Support;
using NewsWire.Web;
using Npgsql;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>The real server over a database of its own, asked as a browser would ask; it follows no redirect by itself.</summary>
internal sealed class WebApp : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private WebApp(TestDatabase database, WebApplication app, HttpClient client, Stores stores, FakeTimeProvider clock)
    {
        _database = database;
        _app = app;
        _client = client;
        Stores = stores;
        Clock = clock;
    }

    /// <summary>The server's clock, which moves when a test moves it.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>What writes to the database the server reads.</summary>
    public Stores Stores { get; }

    public Database Database => _database.Database;

    /// <summary>Connections past the server, for what an administrator would do.</summary>
    public NpgsqlDataSource Source => _database.Source;

    /// <summary>The database the server reads, for an ingestion that writes to it.</summary>
    public TestDatabase Store => _database;

    /// <param name="hoursAfterNoon">The server's now: releases of the builder begin at noon.</param>
    /// <param name="settings">Further settings as on the command line.</param>
    public static Task<WebApp> StartAsync(double hoursAfterNoon, CancellationToken token, params string[] settings) =>
        StartAsync(hoursAfterNoon, token, proxied: null, log: null, settings);

    /// <param name="hoursAfterNoon">The server's now: releases of the builder begin at noon.</param>
    /// <param name="proxied">Makes the server's own connection string of the database's.</param>
    /// <param name="log">Where the server's log goes; nowhere, unless given.</param>
    /// <param name="settings">Further settings as on the command line.</param>
    public static async Task<WebApp> StartAsync(
        double hoursAfterNoon, CancellationToken token, Func<string, string>? proxied = null, ILoggerProvider? log = null, string[]? settings = null)
    {
        var database = await TestDatabase.CreateAsync(token);
        var clock = new FakeTimeProvider(ReleaseBuilder.Noon.AddHours(hoursAfterNoon));
        string[] args = ["--urls", "http://127.0.0.1:0", "--Ingestion:Enabled", "false", .. settings ?? []];
        var app = NewsWireServer.Build(args, proxied?.Invoke(database.ConnectionString) ?? database.ConnectionString, builder =>
        {
            builder.Logging.ClearProviders();
            if (log is not null)
                builder.Logging.AddProvider(log);
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Services.AddHttpClient("reader").ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        });
        await app.StartAsync(token);
        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient("reader");
        client.BaseAddress = new Uri(app.Urls.Single());
        return new WebApp(database, app, client, await Stores.OverAsync(database.Database, token, clock), clock);
    }

    /// <summary>Reads the sample releases through the real ingestion.</summary>
    public async Task ReadSamplesAsync(CancellationToken token)
    {
        var sample = new NewsWire.Web.SampleWire.SampleWire();
        await using var ingestion = await IngestionHarness.StartAsync(_database, sample.Sources, token, sample, _app.Services.GetRequiredService<TimeProvider>());
        await ingestion.DrainAsync(token);
    }

    public async Task<HttpResponseMessage> AskAsync(string address, string? zone = null, HttpMethod? method = null, string? density = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (zone is not null)
            request.Headers.Add("Cookie", $"zone={Uri.EscapeDataString(zone)}");
        if (density is not null)
            request.Headers.Add("Cookie", $"density={density}");
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A page that must be there.</summary>
    public async Task<IHtmlDocument> PageAsync(string address, string? zone = null, int status = 200)
    {
        using var answer = await AskAsync(address, zone);
        Assert.Equal(status, (int)answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
