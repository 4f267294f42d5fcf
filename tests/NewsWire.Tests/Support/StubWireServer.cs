using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NewsWire.Tests.Support;

/// <summary>
/// An HTTP server for tests that plays a wire: it returns the configured answer for each path, 404 for
/// any other, and records every request.
/// </summary>
internal sealed class StubWireServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<StubAnswer>> _answers = new();
    private readonly ConcurrentQueue<StubRequest> _requests = new();
    private readonly WebApplication _app;

    private StubWireServer(X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                if (certificate is not null)
                    listen.UseHttps(certificate);
            });
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>All requests so far, in order.</summary>
    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    /// <summary>Its base address: http://127.0.0.1:port</summary>
    public Uri Root => new(_app.Urls.First());

    public static async Task<StubWireServer> StartAsync(CancellationToken token, X509Certificate2? certificate = null)
    {
        var server = new StubWireServer(certificate);
        await server._app.StartAsync(token);
        return server;
    }

    /// <summary>The address of a path on this server, optionally under another host name with the same port.</summary>
    public Uri Address(string path, string host = "127.0.0.1") => new($"{Root.Scheme}://{host}:{Root.Port}{path}");

    public void Answers(string path, Func<StubAnswer> answer) => _answers[path] = answer;

    public void Answers(string path, string text, string contentType = "text/html; charset=utf-8") =>
        Answers(path, () => new StubAnswer { Body = Encoding.UTF8.GetBytes(text), ContentType = contentType });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        _requests.Enqueue(new StubRequest(
            request.Path, request.QueryString.Value ?? "", request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        var answer = _answers.TryGetValue(request.Path, out var script) ? script() : new StubAnswer { Status = 404 };
        if (answer.Gate is not null)
            await answer.Gate.WaitAsync(context.RequestAborted);

        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        // A response sent in chunks has no Content-Length.
        if (answer.InPieces)
            await response.StartAsync(context.RequestAborted);
        if (answer.Body.Length > 0)
            await response.Body.WriteAsync(answer.Body, context.RequestAborted);
        if (answer.EndGate is not null)
        {
            await response.Body.FlushAsync(context.RequestAborted);
            await answer.EndGate.WaitAsync(context.RequestAborted);
        }
    }
}

/// <summary>A request as the server received it.</summary>
internal sealed record StubRequest(string Path, string Query, IReadOnlyDictionary<string, string> Headers);

/// <summary>A configured answer.</summary>
internal sealed record StubAnswer
{
    public int Status { get; init; } = 200;
    public byte[] Body { get; init; } = [];
    public string? ContentType { get; init; }
    public Dictionary<string, string> Headers { get; init; } = [];
    public bool InPieces { get; init; }

    /// <summary>If set, the answer begins only when this completes.</summary>
    public Task? Gate { get; init; }

    /// <summary>If set, everything but the end of the answer is sent before this completes.</summary>
    public Task? EndGate { get; init; }

    public static StubAnswer Redirect(string location, int status = 302) => new() { Status = status, Headers = { ["Location"] = location } };
}
