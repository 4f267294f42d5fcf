using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsWire.Data;
using NewsWire.Tests.Support;
using NewsWire.Web;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>The real server over a database of its own, asked as a browser would ask; it follows no redirect by itself.</summary>
internal sealed class WebApp : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private WebApp(TestDatabase database, WebApplication app, HttpClient client, Stores stores)
    {
        _database = database;
        _app = app;
        _client = client;
        Stores = stores;
    }

    /// <summary>What writes to the database the server reads.</summary>
    public Stores Stores { get; }

    public Database Database => _database.Database;

    /// <param name="hoursAfterNoon">The server's now: releases of the builder begin at noon.</param>
    public static async Task<WebApp> StartAsync(double hoursAfterNoon, CancellationToken token)
    {
        var database = await TestDatabase.CreateAsync(token);
        var clock = new FakeTimeProvider(ReleaseBuilder.Noon.AddHours(hoursAfterNoon));
        var app = NewsWireServer.Build(["--urls", "http://127.0.0.1:0", "--Ingestion:Enabled", "false"], database.ConnectionString, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Services.AddHttpClient("reader").ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        });
        await app.StartAsync(token);
        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient("reader");
        client.BaseAddress = new Uri(app.Urls.Single());
        return new WebApp(database, app, client, await Stores.OverAsync(database.Database, token, clock));
    }

    /// <summary>Reads the sample releases through the real ingestion.</summary>
    public async Task ReadSamplesAsync(CancellationToken token)
    {
        var sample = new NewsWire.Web.SampleWire.SampleWire();
        await using var ingestion = await IngestionHarness.StartAsync(_database, sample.Sources, token, sample, _app.Services.GetRequiredService<TimeProvider>());
        await ingestion.DrainAsync(token);
    }

    public async Task<HttpResponseMessage> AskAsync(string address, string? zone = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (zone is not null)
            request.Headers.Add("Cookie", $"zone={Uri.EscapeDataString(zone)}");
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
