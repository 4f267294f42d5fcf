using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace NewsWire.BrowserTests.Support;

/// <summary>What a reader looks with.</summary>
public sealed record View(int Width = 1280, bool Script = true, bool Touch = false, string Zone = "UTC")
{
    public static View Desk { get; } = new();

    public static View Phone { get; } = new(390, Touch: true);

    /// <summary>A screen's height in pixels: a phone's or a desk's.</summary>
    public static int Height(int width) => width < 600 ? 844 : 900;
}

/// <summary>
/// A test that opens pages. Whatever it does, at its end no page has asked another host for anything, put up a dialog,
/// or stumbled over its own script.
/// </summary>
[Collection<OneSite>]
public abstract class BrowserTest(Site site) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _contexts = [];
    private readonly ConcurrentQueue<string> _strangers = [];
    private readonly ConcurrentQueue<string> _documents = [];

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected Site Site { get; } = site;

    /// <summary>The host that a test lets its pages ask besides the site's own, or null.</summary>
    protected string? OtherHost { get; set; }

    /// <summary>Every document that was asked for, by its address.</summary>
    protected IReadOnlyCollection<string> Documents => _documents;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.DisposeAsync();
        Assert.Empty(_strangers);
        GC.SuppressFinalize(this);
    }

    /// <summary>A page of the site in a browser of its own memory.</summary>
    protected async Task<IPage> OpenAsync(string address, View? view = null)
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        view ??= View.Desk;
        var context = await Site.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Site.Address,
            ViewportSize = new ViewportSize { Width = view.Width, Height = View.Height(view.Width) },
            JavaScriptEnabled = view.Script,
            HasTouch = view.Touch,
            IsMobile = view.Touch,
            TimezoneId = view.Zone,
            ReducedMotion = ReducedMotion.Reduce,
        });
        _contexts.Add(context);
        context.SetDefaultTimeout(10_000);
        context.Request += (_, request) =>
        {
            if (request.ResourceType == "document")
                _documents.Enqueue(request.Url);
        };
        // A request that the page's own policy stops is announced too, and does not leave.
        context.RequestFinished += (_, request) => Leaves(request);
        context.RequestFailed += (_, request) =>
        {
            if (request.Failure != "csp")
                Leaves(request);
        };
        context.Dialog += (_, dialog) =>
        {
            _strangers.Enqueue($"said {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        context.WebError += (_, error) => _strangers.Enqueue($"stumbled: {error.Error}");
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;

        void Leaves(IRequest request)
        {
            if (!request.Url.StartsWith(Site.Address + "/", StringComparison.Ordinal) && new Uri(request.Url).Host != OtherHost)
                _strangers.Enqueue($"asked for {request.Url}");
        }
    }

    /// <summary>An address, or for ~words that of the newest release whose headline holds them, for &lt;words that of the oldest.</summary>
    protected async Task<string> AddressAsync(string named)
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        return named[0] == '/' ? named : await Site.ReleaseAsync(named[1..], newest: named[0] == '~', Token);
    }
}
